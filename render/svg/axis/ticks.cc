// Units for a segment: the finest whose labels fit side by side.
#include "render/svg/axis/ticks.h"

#include <algorithm>
#include <cmath>

#include "render/labels/date_words.h"
#include "render/labels/words.h"
#include "render/svg/axis/measure.h"

namespace annal::svg {
namespace {

constexpr CivilSeconds minute = 60, hour = 3600, day = seconds_per_day, month = 30 * day + 10 * hour,
                       year = 365 * day + 6 * hour;

enum class Unit { minutes, hours, days, months, years };

struct Step {
  Unit unit;
  int count;
  CivilSeconds length;  // about
  const char* widest;   // label
};

constexpr Step calendar_steps[] = {{Unit::minutes, 1, minute, "06:40"},
                                   {Unit::minutes, 5, 5 * minute, "06:40"},
                                   {Unit::minutes, 10, 10 * minute, "06:40"},
                                   {Unit::minutes, 15, 15 * minute, "06:40"},
                                   {Unit::minutes, 30, 30 * minute, "06:40"},
                                   {Unit::hours, 1, hour, "06:00"},
                                   {Unit::hours, 2, 2 * hour, "06:00"},
                                   {Unit::hours, 3, 3 * hour, "06:00"},
                                   {Unit::hours, 6, 6 * hour, "06:00"},
                                   {Unit::hours, 12, 12 * hour, "06:00"},
                                   {Unit::days, 1, day, "30"},
                                   {Unit::days, 2, 2 * day, "30"},
                                   {Unit::days, 5, 5 * day, "30"},
                                   {Unit::days, 10, 10 * day, "30"},
                                   {Unit::months, 1, month, "May"},
                                   {Unit::months, 3, 3 * month, "Mar"},
                                   {Unit::months, 6, 6 * month, "Mar"},
                                   {Unit::years, 1, year, "2016"},
                                   {Unit::years, 2, 2 * year, "2016"},
                                   {Unit::years, 5, 5 * year, "2016"},
                                   {Unit::years, 10, 10 * year, "2016"},
                                   {Unit::years, 20, 20 * year, "200 BC"},
                                   {Unit::years, 50, 50 * year, "200 BC"},
                                   {Unit::years, 100, 100 * year, "200 BC"},
                                   {Unit::years, 200, 200 * year, "2000 BC"},
                                   {Unit::years, 500, 500 * year, "2000 BC"},
                                   {Unit::years, 1000, 1000 * year, "2000 BC"},
                                   {Unit::years, 2000, 2000 * year, "2000 BC"},
                                   {Unit::years, 5000, 5000 * year, "2000 BC"}};

int floor_to(int n, int step) { return n - ((n % step) + step) % step; }
CivilSeconds floor_to(CivilSeconds n, CivilSeconds step) { return n - ((n % step) + step) % step; }

/// Begins of the unit steps from the one that holds `begin` on, until `end`.
std::vector<CivilSeconds> begins(const Step& step, CivilSeconds begin, CivilSeconds end) {
  std::vector<CivilSeconds> found;
  if (step.unit < Unit::days || (step.unit == Unit::days && step.count == 1)) {
    for (CivilSeconds t = floor_to(begin, step.length); t < end; t += step.length) found.push_back(t);
    return found;
  }
  const CivilTime first = civil_time(begin), last = civil_time(end - 1);
  if (step.unit == Unit::years) {
    // No year 0: after 1 come 10 and 20, not 11 and 21.
    const auto next = [&](int y) {
      return labels::year_floor(y + step.count - (y == 1 && step.count > 1 ? 1 : 0), step.count);
    };
    for (int y = labels::year_floor(first.year, step.count); y <= last.year; y = next(y))
      found.push_back(civil_seconds(y, 1, 1));
    return found;
  }
  for (int y = first.year, m = step.unit == Unit::months ? floor_to(first.month - 1, step.count) + 1 : first.month;
       y < last.year || (y == last.year && m <= last.month);) {
    if (step.unit == Unit::months) {
      found.push_back(civil_seconds(y, m, 1));
    } else {
      // 1, 6, 11 ... would drift from what people count by: 1, 5, 10, 15, 20, 25; and no label just before a new month.
      for (int d = 1; d + step.count / 2 <= 30; d = d == 1 && step.count > 2 ? step.count : d + step.count)
        if (const CivilSeconds t = civil_seconds(y, m, 1) + (d - 1) * day; t < end) found.push_back(t);
    }
    m += step.unit == Unit::months ? step.count : 1;
    if (m > 12) m = 1, ++y;
  }
  return found;
}

std::string label_of(const Step& step, CivilSeconds t, const Labels& labels) {
  const CivilTime c = civil_time(t);
  switch (step.unit) {
    case Unit::minutes:
    case Unit::hours: return labels::clock_words(t);
    case Unit::days: return std::to_string(c.day);
    case Unit::months: return labels::month_words(c.month, labels);
    case Unit::years: return labels::year_words(c.year, labels);
  }
  return "";
}

/// Names of the larger unit that holds `t`, the longest first.
std::vector<std::string> holder_words(Unit unit, Frame frame, CivilSeconds t, const Labels& labels) {
  const bool years = frame == Frame::calendar;
  const CivilTime c = civil_time(t);
  switch (unit) {
    case Unit::minutes:
    case Unit::hours:
      return years ? std::vector{labels::day_words(t, true, labels), labels::day_words(t, false, labels)}
                   : std::vector{labels::day_words(t, false, labels)};
    case Unit::days:
      return years
                 ? std::vector{labels::month_year_words(c.month, c.year, labels), labels::month_words(c.month, labels)}
                 : std::vector{labels::month_words(c.month, labels)};
    case Unit::months: return years ? std::vector{labels::year_words(c.year, labels)} : std::vector<std::string>();
    case Unit::years: return {};
  }
  return {};
}

/// The larger unit as steps of its own.
Step holder_step(Unit unit) {
  switch (unit) {
    case Unit::minutes:
    case Unit::hours: return {Unit::days, 1, day, ""};
    case Unit::days: return {Unit::months, 1, month, ""};
    default: return {Unit::years, 1, year, ""};
  }
}

constexpr double line_height = 15;

/// Room for the labels of one segment.
class SegmentTicks {
 public:
  SegmentTicks(const view::Scale& scale, std::size_t index, Frame frame, CivilSeconds finest, const Labels& labels,
               bool upright, Ticks& ticks)
      : scale_(scale),
        segment_(scale.segments[index]),
        frame_(frame),
        finest_(finest),
        labels_(labels),
        upright_(upright),
        ticks_(ticks) {
    const double half_cut = view::break_width / 2 - 1;
    left_ = index == 0 ? scale.left : segment_.x0 - half_cut;
    right_ = index + 1 == scale.segments.size() ? scale.right : segment_.x1 + half_cut;
  }

  void make() {
    labels_before_ = ticks_.labels.size();
    const double px = (segment_.x1 - segment_.x0) / static_cast<double>(segment_.end - segment_.begin);
    const Step* chosen = nullptr;
    for (const Step& step : calendar_steps) {
      chosen = &step;
      if (step.length + step.length / 50 < finest_) continue;
      const double gap = step.unit == Unit::days ? 4 : 9;
      // Labels of days that count by fives stand two thirds as far apart at the turn of a month.
      const double room = static_cast<double>(step.length) * px * (step.unit == Unit::days && step.count > 1 ? 0.6 : 1);
      if (room >= extent(step.widest, false) + gap) break;
    }
    ticks_.cells.push_back(chosen->unit == Unit::days ? day : chosen->length);
    lower(*chosen);
    if (lower_labels_ > 0) upper(*chosen);
    const bool few = lower_labels_ < 3 && (lower_labels_ == 1 || right_ - left_ < 120) && frame_ == Frame::calendar &&
                     (chosen->count > 1 || chosen->unit == Unit::years);
    const bool unnamed = upper_labels_ == 0 && chosen->unit != Unit::years && frame_ == Frame::calendar;
    if (lower_labels_ == 0 || unnamed || few) whole();
  }

 private:
  /// px of the axis that a label takes.
  double extent(const std::string& words, bool upper) const {
    return upright_ ? line_height : reserved_width(words, tick_size, upper);
  }

  bool put(double x, bool upper_row, const std::string& words, double low, double high) {
    const double half = extent(words, upper_row) / 2;
    if (2 * half > high - low) return false;
    x = std::clamp(x, low + half, high - half);
    double& taken = upper_row ? upper_taken_ : lower_taken_;
    if (x - half < taken) return false;
    taken = x + half + 3;
    ticks_.labels.push_back({x, upper_row, words});
    return true;
  }

  void lower(const Step& step) {
    const bool points = step.unit < Unit::days || (step.unit == Unit::years && step.count >= 10);
    CivilSeconds unit = step.length;  // of the cell that a label names
    if (step.unit == Unit::days) unit = day;
    if (step.unit == Unit::years) unit = year;
    if (step.unit == Unit::months) unit = month;
    for (const CivilSeconds t : begins(step, segment_.begin, segment_.end)) {
      if (t >= segment_.begin) ticks_.lines.push_back({scale_.at(t), false});
      const CivilSeconds from = std::max(t, segment_.begin);
      const CivilSeconds to = std::min(t + unit, segment_.end);
      if (points ? t < segment_.begin : to <= from) continue;
      const double x = points ? scale_.at(t) : (scale_.at(from) + scale_.until(to)) / 2;
      // A label may lean a little to stay in its segment, but not away from what it names.
      const std::string label = label_of(step, t, labels_);
      const double half = extent(label, false) / 2;
      if (x < left_ - 2 || x > right_ + 2 || (points && (x + 4 * half < left_ || x - 4 * half > right_))) continue;
      if (put(x, false, label, left_, right_)) ++lower_labels_;
    }
    if (segment_.end != segment_.begin) ticks_.lines.push_back({segment_.x1, false});
  }

  void upper(const Step& step) {
    if (step.unit == Unit::years) return;
    const std::vector<CivilSeconds> holders = begins(holder_step(step.unit), segment_.begin, segment_.end);
    if (holders.size() > 400) return;
    for (std::size_t i = 0; i < holders.size(); ++i) {
      const CivilSeconds from = std::max(holders[i], segment_.begin);
      const CivilSeconds to = i + 1 < holders.size() ? std::min(holders[i + 1], segment_.end) : segment_.end;
      if (to <= from) continue;
      if (holders[i] >= segment_.begin) ticks_.lines.push_back({scale_.at(from), true});
      const double low = i == 0 ? left_ : scale_.at(from), high = to == segment_.end ? right_ : scale_.until(to);
      for (const std::string& words : holder_words(step.unit, frame_, from, labels_))
        if (put((scale_.at(from) + (to == segment_.end ? segment_.x1 : scale_.at(to))) / 2, true, words, low, high)) {
          ++upper_labels_;
          break;
        }
    }
  }

  /// One label for the whole segment, where it is too narrow for its units: the day, month or year it lies in.
  void whole() {
    ticks_.labels.resize(labels_before_);
    lower_taken_ = upper_taken_ = -1e9;
    const double x = (segment_.x0 + segment_.x1) / 2;
    const CivilTime a = civil_time(segment_.begin), b = civil_time(segment_.end - 1);
    std::vector<std::pair<std::string, std::string>> ways;  // lower, upper
    const bool years = frame_ == Frame::calendar;
    const std::string y = years ? labels::year_words(a.year, labels_) : "";
    if (a.year == b.year && a.month == b.month) {
      if (a.day == b.day)
        ways.emplace_back(labels::day_words(segment_.begin, false, labels_), y);
      else
        ways.emplace_back(
            std::to_string(a.day) + "\u2013" + std::to_string(b.day),
            years ? labels::month_year_words(a.month, a.year, labels_) : labels::month_words(a.month, labels_));
      ways.emplace_back(labels::month_words(a.month, labels_), y);
    }
    if (a.year == b.year && years) ways.emplace_back("", y);
    if (years) ways.emplace_back("", labels::years_words(a.year, b.year, labels_));
    if (years) ways.emplace_back("", y);
    // A year before Christ may be too wide in one row ("1970 av. J.-C."): its number above the era.
    const std::size_t space = y.find(' ');
    if (years && space != std::string::npos) ways.emplace_back(y.substr(space + 1), y.substr(0, space));
    // A month or a day may do without its year.
    if (a.year == b.year && a.month == b.month) {
      if (a.day == b.day) ways.emplace_back(labels::day_words(segment_.begin, false, labels_), "");
      ways.emplace_back(labels::month_words(a.month, labels_), "");
    }
    for (const auto& [low, high] : ways) {
      if (extent(low, false) > right_ - left_ || extent(high, true) > right_ - left_) continue;
      if (!low.empty()) put(x, false, low, left_, right_);
      if (!high.empty()) put(x, true, high, left_, right_);
      return;
    }
  }

  const view::Scale& scale_;
  const view::Segment& segment_;
  Frame frame_;
  CivilSeconds finest_;
  const Labels& labels_;
  bool upright_;
  Ticks& ticks_;
  double left_ = 0, right_ = 0;
  double lower_taken_ = -1e9, upper_taken_ = -1e9;
  std::size_t labels_before_ = 0, lower_labels_ = 0, upper_labels_ = 0;
};

}  // namespace

Ticks make_ticks(const view::Scale& scale, Frame frame, const std::vector<CivilSeconds>& finest, const Labels& labels,
                 bool upright) {
  Ticks ticks;
  for (std::size_t i = 0; i < scale.segments.size(); ++i)
    SegmentTicks(scale, i, frame, finest[i], labels, upright, ticks).make();
  // A major line takes the place of the minor one under it; no two lines closer than a px.
  std::stable_sort(ticks.lines.begin(), ticks.lines.end(), [](const TickLine& a, const TickLine& b) {
    return a.x < b.x || (a.x == b.x && a.major && !b.major);
  });
  std::vector<TickLine> kept;
  for (const TickLine& line : ticks.lines) {
    if (kept.empty() || line.x - kept.back().x > 2)
      kept.push_back(line);
    else
      kept.back().major |= line.major;
  }
  ticks.lines = std::move(kept);
  return ticks;
}

}  // namespace annal::svg
