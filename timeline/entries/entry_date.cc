// See entry_date.h.
#include "timeline/entries/entry_date.h"

#include <algorithm>
#include <array>

#include "core/calendar/calendar.h"
#include "core/unicode/ascii.h"
#include "timeline/entries/date_parts.h"

namespace annal {
namespace {

// As of dates in articles (timeline/event/when.cc).
constexpr double certain_stated = 0.95, certain_approximate = 0.85, certain_side = 0.6, certain_guess = 0.3;

double certainty_of(const DateLabel& label) {
  if (label.guess) return certain_guess;
  if (label.relation != DateLabel::Relation::none) return certain_side;
  return label.mod == Mod::approx ? certain_approximate : certain_stated;
}

/// The coarsest of year, month and day that ends or begins at `at`; a part of a day is none of them.
Granularity unit_at_edge(CivilSeconds at) {
  for (const Granularity g : {Granularity::year, Granularity::month, Granularity::day})
    if (interval_of(unit_at(at, g)).begin == at) return g;
  return Granularity::none;
}

/// "2 Nov 1970" to "1971" is "1970–1971": the coarser date of the two says how much is known of a range.
DateLabel label_of_range(const StatedDate& first, const StatedDate& last) {
  Interval told{first.window.begin, last.window.end};
  const Granularity coarser = std::max(first.precision, last.precision);
  const bool one_day = day_number(told.begin) == day_number(told.end - 1);
  if (coarser < Granularity::part_of_day && one_day && last.window.begin > told.begin) {
    DateLabel label = label_of({told.begin, last.window.begin}, first.frame);
    label.unit = first.label.unit;  // "3 May 2014, 14:30–16:00"
    return label;
  }
  const bool differ = first.precision != last.precision && first.frame == Frame::calendar;
  if (differ && (coarser == Granularity::month || coarser == Granularity::year))
    told = {interval_of(unit_at(told.begin, coarser)).begin, interval_of(unit_at(told.end - 1, coarser)).end};
  DateLabel label = label_of(told, first.frame);
  if (differ && coarser > Granularity::year && coarser != Granularity::none) label.mod = Mod::approx;
  return label;
}

/// The smallest calendar unit that holds all of `interval`.
CalendarValue unit_around(Interval interval) {
  constexpr std::array units{Granularity::day,    Granularity::month,   Granularity::year,
                             Granularity::decade, Granularity::century, Granularity::millennium};
  CalendarValue unit;
  for (const Granularity g : units) {
    unit = unit_at(interval.begin, g);
    if (interval_of(unit).contains(interval)) break;
  }
  return unit;
}

/// Whether a number of one or two digits stands in the wording: a day, as opposed to months and years alone.
bool has_short_number(std::string_view wording) {
  std::size_t digits = 0;
  for (const char c : std::string(wording) + " ") {
    if (!is_digit(c) && (digits == 1 || digits == 2)) return true;
    digits = is_digit(c) ? digits + 1 : 0;
  }
  return false;
}

/// What a range in words counts in, which its interval does not tell: "April to June 2016" begins on some day of April.
Granularity precision_of(const StatedDate& range, std::string_view wording) {
  if (range.precision != Granularity::none || !range.window.bounded()) return range.precision;
  if (range.frame != Frame::calendar || has_short_number(wording)) return Granularity::day;
  const Granularity first = unit_at_edge(range.window.begin), last = unit_at_edge(range.window.end);
  return std::min(first, last);
}

/// How the dates of a list are read.
struct DateReader {
  DayOrder order;
  const Language& language;
  const Dct& dct;
  bool once;

  Result<StatedDate> read(const std::string& wording, const std::string& place) const {
    if (order == DayOrder::mixed && is_ambiguous_day(wording))
      return fail(Code::usage, place + ": “" + wording +
                                   "” may have the day or the month first, and other dates here have the one and the "
                                   "other; write it as 2016-11-14");
    auto date = read_stated_date(iso_years(with_day_first(wording, order)), language, dct);
    if (!date) return fail(date.error().code, place + ": " + date.error().message);
    date->lasts = date->range && !date->between && !once;  // in a table "1914–1918" is how long it was
    if (date->lasts) date->precision = precision_of(*date, wording);
    return date;
  }
};

bool is_simple(const std::string& edtf) { return !edtf.empty() && edtf.find_first_of("/[{") == std::string::npos; }

}  // namespace

Result<EntryDate> read_entry_date(const Entry& entry, DayOrder order, const Language& language, const Dct& dct) {
  const DateReader dates{order, language, dct, entry.once};
  EntryDate found;
  if (!entry.date.empty()) {
    auto date = dates.read(entry.date, entry.place);
    if (!date) return tl::unexpected(date.error());
    found.first = std::move(*date);
  }
  if (entry.end.empty() || entry.end == entry.date) return found;
  constexpr std::string_view open_end = "..";
  if (entry.end == open_end && found.first) {
    auto date = dates.read(found.first->edtf + "/..", entry.end_place);
    if (!date) return tl::unexpected(date.error());
    found.first = std::move(*date);
    return found;
  }
  auto end = dates.read(entry.end, entry.end_place);
  if (!end) return tl::unexpected(end.error());
  if (end->window.end == unbounded_future)
    return fail(Code::usage, entry.end_place + ": “" + entry.end + "” does not end; leave the end out, or write ..");
  if (found.first && found.first->frame == end->frame && end->window.end <= found.first->window.begin)
    return fail(Code::usage, entry.end_place + ": “" + entry.end + "” lies before the start, “" + entry.date + "”");
  if (found.first && found.first->frame != end->frame)
    return fail(Code::usage,
                entry.end_place + ": of “" + entry.date + "” and “" + entry.end + "” only one states its year");
  found.last = std::move(*end);
  return found;
}

Timex timex_of(const StatedDate& date, Span words, std::uint32_t sentence) {
  Timex timex;
  timex.span = words;
  timex.sentence = sentence;
  TimeValue& value = timex.value;
  const bool whole = date.label.relation == DateLabel::Relation::none && date.window.bounded();
  CalendarValue unit = date.label.unit;
  value.interval = whole ? date.window : date.label.interval;
  if (!whole && unit.granularity != Granularity::none) value.interval = interval_of(unit);
  value.frame = date.frame;
  value.mod = date.label.mod;
  if (unit.granularity == Granularity::none) unit = unit_of(value.interval).value_or(unit_around(value.interval));
  value.value = to_timex(unit);
  value.granularity = unit.granularity;
  value.type = unit.granularity < Granularity::day ? TimexType::time : TimexType::date;
  return timex;
}

std::pair<Interval, Interval> ends_of(const StatedDate& date) {
  const auto within = [&](CivilSeconds at, Granularity g) {
    const Interval unit = interval_of(unit_at(at, g));
    return Interval{std::max(unit.begin, date.window.begin), std::min(unit.end, date.window.end)};
  };
  if (date.frame != Frame::calendar || date.precision == Granularity::none)
    return {{date.window.begin, date.window.begin}, {date.window.end, date.window.end}};
  return {within(date.window.begin, date.precision), within(date.window.end - 1, date.precision)};
}

TemporalRelation relation_to(const StatedDate& date, DatedPart part) {
  switch (date.label.relation) {
    case DateLabel::Relation::none: break;
    case DateLabel::Relation::after: return TemporalRelation::after;
    case DateLabel::Relation::since:
    case DateLabel::Relation::from:
    case DateLabel::Relation::from_on: return TemporalRelation::begins_from;
    case DateLabel::Relation::before:
      return part == DatedPart::start ? TemporalRelation::begins_until : TemporalRelation::before;
    case DateLabel::Relation::by:
    case DateLabel::Relation::until:
      return part == DatedPart::start ? TemporalRelation::begins_until : TemporalRelation::ends_by;
  }
  return part == DatedPart::start ? TemporalRelation::begins_in
         : part == DatedPart::end ? TemporalRelation::ends_in
                                  : TemporalRelation::inside;
}

void say_entry_date(const EntryDate& date, Event& event) {
  if (!date.first && !date.last) return;
  const StatedDate& first = date.first ? *date.first : *date.last;
  const StatedDate& last = date.last ? *date.last : first;
  event.precision = std::min(first.precision, last.precision);
  event.when = first.label;
  event.edtf = first.edtf;
  event.certainty = std::min(certainty_of(first.label), certainty_of(last.label));
  if (!date.last) return;
  if (!date.first) {  // it ended then, or before
    if (event.when.relation == DateLabel::Relation::none) event.when.relation = DateLabel::Relation::by;
    event.edtf = is_simple(last.edtf) ? "../" + last.edtf : "";
    event.certainty = std::min(event.certainty, certain_side);
    return;
  }
  event.edtf = is_simple(first.edtf) && is_simple(last.edtf) ? first.edtf + "/" + last.edtf : "";
  if (first.window.begin == unbounded_past) {
    event.when = last.label;
    event.when.relation = DateLabel::Relation::by;
    return;
  }
  event.when = label_of_range(first, last);
  event.when.guess = first.label.guess || last.label.guess;
  if (first.label.mod == Mod::approx || last.label.mod == Mod::approx) event.when.mod = Mod::approx;
}

}  // namespace annal
