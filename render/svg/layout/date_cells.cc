// See date_cells.h. What a date says beyond its day is what its words have behind those of the day.
#include "render/svg/layout/date_cells.h"

#include "core/calendar/civil.h"
#include "render/labels/date_words.h"

namespace annal::svg {
namespace {

/// The words of a date, and where it is a day or a time of that day, those of the day and of the time.
struct DateParts {
  std::string whole, day, time;
};

DateParts parts_of(const view::Row& row, const Labels& labels, std::optional<int> axis_year) {
  DateParts parts;
  if (row.date.empty()) return {row.when, "", ""};
  const DateLabel& date = row.date;
  parts.whole = axis_year ? labels::date_words(date, labels, axis_year) : row.when;
  const CivilSeconds begin = date.interval.begin - second_of_day(date.interval.begin);
  if (date.frame != Frame::calendar || date.relation != DateLabel::Relation::none || date.mod != Mod::none ||
      date.guess)
    return parts;
  // A night belongs to the day on which it begins.
  const bool part_of_day = date.unit.granularity == Granularity::part_of_day;
  if (!part_of_day && date.interval.end > begin + seconds_per_day) return parts;
  DateLabel whole_day;
  whole_day.frame = date.frame;
  whole_day.interval = {begin, begin + seconds_per_day};
  const std::string day = labels::date_words(whole_day, labels, axis_year);
  const std::string before_time = labels.text(Label::date_and_clock, day, "");
  if (parts.whole != day && !parts.whole.starts_with(before_time)) return parts;
  parts.day = day;
  if (parts.whole != day) parts.time = parts.whole.substr(before_time.size());
  return parts;
}

}  // namespace

std::vector<DateCell> date_cells(const view::TimelineView& view, std::optional<int> axis_year, bool by_lane) {
  std::vector<DateParts> parts;
  for (const view::Row& row : view.rows) parts.push_back(parts_of(row, view.labels, axis_year));
  const auto shares = [&](std::size_t i, std::size_t k) {
    if (k >= parts.size() || view.rows[i].frame != view.rows[k].frame) return false;
    if (by_lane && view.rows[i].lane != view.rows[k].lane) return false;
    return parts[i].day.empty() ? parts[i].whole == parts[k].whole : parts[i].day == parts[k].day;
  };
  std::vector<DateCell> cells(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const DateParts& here = parts[i];
    const bool follows = i > 0 && shares(i - 1, i);
    const bool first = !follows && !here.time.empty() && shares(i, i + 1);
    if (first) cells[i].day = here.day;
    // Below a time, a day without one is said, or it would seem to be of that time.
    const bool of_day = follows && here.time.empty() && !parts[i - 1].time.empty();
    cells[i].words = (first || follows) && !of_day ? here.time : here.whole;
  }
  return cells;
}

}  // namespace annal::svg
