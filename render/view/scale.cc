// How the axis finds its cuts: gaps between the bounds of events, the widest first, against the median gap.
#include "render/view/scale.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "render/labels/words.h"

namespace annal::view {
namespace {

constexpr double gap_ratio = 8;     // a gap is wide from 8 medians on
constexpr double gap_share = 0.1;   // and from a tenth of what is shown
constexpr double long_ratio = 10;   // a range that dwarfs the rest
constexpr double least_width = 34;  // px of a segment, before its share
constexpr double least_apart = 4;   // px between two moments that a reader tells apart
constexpr double narrow_day = 60;   // px of a day that may get an axis by the hour
constexpr double wide_axis = 800;   // px from which an axis by the hour needs no cut less
constexpr double padding = 7;       // px between the first and last moment and the axis' ends

enum class GapKind { kept, own, cut };  // own: one window and nothing else, a segment of its own

struct Gap {
  CivilSeconds begin, end;
  bool window;  // exactly one window's extent
  GapKind kind = GapKind::kept;
  CivilSeconds length() const { return end - begin; }
};

CivilSeconds floor_to(CivilSeconds at, CivilSeconds unit) {
  const CivilSeconds rest = ((at % unit) + unit) % unit;
  return at - rest;
}

/// The begin of the unit of roughly `unit` seconds that holds `at`.
CivilSeconds unit_floor(CivilSeconds at, CivilSeconds unit) {
  constexpr CivilSeconds month = 30 * seconds_per_day, year = 365 * seconds_per_day;
  if (unit < month) return floor_to(at, unit);
  if (unit < year) {
    const CivilTime t = civil_time(at);
    return civil_seconds(t.year, t.month, 1);
  }
  return civil_seconds(labels::year_floor(civil_time(at).year, static_cast<int>(unit / year)), 1, 1);
}

CivilSeconds unit_ceiling(CivilSeconds at, CivilSeconds unit) {
  const CivilSeconds floor = unit_floor(at, unit);
  if (floor == at) return at;
  // Two thirds into the next unit at most, for months of 28 and years of 366 days.
  return unit_floor(floor + unit + unit / 2, unit);
}

/// The unit that a segment of this length is rounded out to: at most an eighth of it.
CivilSeconds rounding_unit(CivilSeconds length) {
  constexpr CivilSeconds day = seconds_per_day;
  constexpr CivilSeconds units[] = {100 * 365 * day, 10 * 365 * day, 365 * day, 30 * day, day,
                                    3 * 3600,        3600,           900,       300,      60};
  if (length == 0) return day;
  for (const CivilSeconds unit : units)
    if (length >= 8 * unit) return unit;
  return 60;
}

/// Drops spans more than 10 times as long as what the others span; their ends come back as ranges of their own.
std::vector<TimeRange> set_long_aside(std::vector<TimeRange>& ranges) {
  std::vector<TimeRange> points;
  std::stable_sort(ranges.begin(), ranges.end(),
                   [](const TimeRange& a, const TimeRange& b) { return a.end - a.begin < b.end - b.begin; });
  while (ranges.size() > 1) {
    CivilSeconds begin = ranges.front().begin, end = ranges.front().end;
    for (std::size_t i = 0; i + 1 < ranges.size(); ++i) {
      begin = std::min(begin, ranges[i].begin);
      end = std::max(end, ranges[i].end);
    }
    const TimeRange longest = ranges.back();
    const auto rest = static_cast<double>(std::max<CivilSeconds>(end - begin, 3600));
    if (longest.window || static_cast<double>(longest.end - longest.begin) <= long_ratio * rest) break;
    points.push_back({longest.begin, longest.begin_until, true, longest.begin, longest.begin});
    points.push_back({longest.end_from, longest.end, true, longest.end, longest.end});
    ranges.pop_back();
  }
  return points;
}

template <class T>
void sort_unique(std::vector<T>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

/// The gaps between consecutive begins, in ascending order: how densely the text tells.
std::vector<CivilSeconds> begin_gaps(const std::vector<TimeRange>& ranges) {
  std::vector<CivilSeconds> begins;
  for (const TimeRange& r : ranges) begins.push_back(r.begin);
  sort_unique(begins);
  std::vector<CivilSeconds> gaps;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) gaps.push_back(begins[i + 1] - begins[i]);
  std::sort(gaps.begin(), gaps.end());
  return gaps;
}

/// Marks the gaps to cut, the widest first, until none stands out or the cuts are used up.
void choose_cuts(std::vector<Gap>& gaps, std::vector<CivilSeconds> paces, std::size_t most) {
  std::vector<std::size_t> by_length(gaps.size());
  for (std::size_t i = 0; i < gaps.size(); ++i) by_length[i] = i;
  std::stable_sort(by_length.begin(), by_length.end(),
                   [&](std::size_t a, std::size_t b) { return gaps[a].length() > gaps[b].length(); });
  double total = 0;
  for (const Gap& gap : gaps) total += static_cast<double>(gap.length());
  std::size_t breaks = 0;
  for (const std::size_t i : by_length) {
    Gap& gap = gaps[i];
    const auto length = static_cast<double>(gap.length());
    const double median = paces.empty() ? length : static_cast<double>(paces[(paces.size() - 1) / 2]);
    if (length <= gap_share * total || length <= gap_ratio * median) break;
    // A window apart adds up to two breaks, since the scale changes on both sides of it.
    const auto apart = [&](std::size_t k) { return k < gaps.size() && gaps[k].kind == GapKind::kept ? 1u : 0u; };
    const std::size_t more = gap.window ? apart(i + 1) + (i > 0 ? apart(i - 1) : 0u) : 1;
    if (breaks + more > most) continue;
    breaks += more;
    gap.kind = gap.window ? GapKind::own : GapKind::cut;
    total -= length;
    if (!gap.window && !paces.empty()) paces.pop_back();
  }
}

/// The runs of even time between the cuts.
std::vector<Segment> segments_of(const std::vector<CivilSeconds>& bounds, const std::vector<Gap>& gaps) {
  std::vector<Segment> segments;
  Segment run{bounds.front(), bounds.front()};
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const Gap& gap = gaps[i];
    const bool joins = gap.kind == GapKind::kept && !(i > 0 && gaps[i - 1].kind == GapKind::own);
    const bool own_run =
        gap.kind == GapKind::own &&
        (run.begin == run.end || (i > 0 && gaps[i - 1].kind == GapKind::own &&
                                  gap.length() < 8 * gaps[i - 1].length() && gaps[i - 1].length() < 8 * gap.length()));
    if (gap.kind == GapKind::cut || !(joins || own_run)) {
      segments.push_back(run);
      run = gap.kind == GapKind::cut ? Segment{gap.end, gap.end} : Segment{gap.begin, gap.end};
    } else {
      run.end = gap.end;
    }
  }
  segments.push_back(run);
  return segments;
}

/// A day told by the clock, at three moments or more.
struct ClockDay {
  CivilSeconds begin = 0;
  std::size_t moments = 0;
  CivilSeconds closest = seconds_per_day;  ///< between two neighbouring moments
};

/// The days told by the clock, those with the most moments first.
std::vector<ClockDay> clock_days(const std::vector<TimeRange>& ranges) {
  std::vector<CivilSeconds> moments;
  for (const TimeRange& r : ranges)
    if (r.end - r.begin < seconds_per_day) moments.push_back(r.begin);
  sort_unique(moments);
  std::vector<ClockDay> found;
  for (std::size_t i = 0; i < moments.size();) {
    ClockDay day{floor_to(moments[i], seconds_per_day), 1};
    for (++i; i < moments.size() && moments[i] < day.begin + seconds_per_day; ++i, ++day.moments)
      day.closest = std::min(day.closest, moments[i] - moments[i - 1]);
    if (day.moments >= 3) found.push_back(day);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const ClockDay& a, const ClockDay& b) { return a.moments > b.moments; });
  return found;
}

/// Gives a day told by the clock a segment of its own, where the one it lies in would show it less than 60 px wide and
/// it is told at more than four moments or two of them would not stand apart. At most `most` segments in all. Returns
/// the days that got one.
std::vector<ClockDay> magnify(std::vector<Segment>& segments, const std::vector<ClockDay>& days,
                              const std::vector<CivilSeconds>& bounds, double width, std::size_t most) {
  std::vector<ClockDay> magnified;
  for (const ClockDay& day : days) {
    const CivilSeconds first = day.begin, last = first + seconds_per_day;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const Segment s = segments[i];
      if (first < s.begin - seconds_per_day || last > s.end + seconds_per_day || s.end - s.begin <= 2 * seconds_per_day)
        continue;
      const auto here = std::upper_bound(bounds.begin(), bounds.end(), s.end) -
                        std::lower_bound(bounds.begin(), bounds.end(), s.begin);
      const double px = width * static_cast<double>(here) / static_cast<double>(bounds.size());
      const double px_a_second = px / static_cast<double>(s.end - s.begin);
      const bool apart = static_cast<double>(day.closest) * px_a_second >= least_apart;
      if (px_a_second * seconds_per_day >= narrow_day || (day.moments <= 4 && apart)) continue;
      std::vector<Segment> parts;
      if (s.begin < first) parts.push_back({s.begin, first});
      parts.push_back({first, last});
      if (last < s.end) parts.push_back({last, s.end});
      if (segments.size() + parts.size() - 1 > most) break;
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
      segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(i), parts.begin(), parts.end());
      magnified.push_back(day);
      break;
    }
  }
  return magnified;
}

/// The px that `segment` needs for the moments of a magnified day to stand apart, at most a fifth of `width`; 0 for all
/// other segments.
double inset_width(const Segment& segment, const std::vector<ClockDay>& magnified, double width) {
  for (const ClockDay& day : magnified)
    if (day.begin == segment.begin && segment.end - segment.begin == seconds_per_day)
      return std::min(width / 5, 1.002 * least_apart * seconds_per_day / static_cast<double>(day.closest));
  return 0;
}

/// Rounds each segment out to whole units, at most to the middle of the cut beside it.
void round_out(std::vector<Segment>& segments, const std::vector<TimeRange>& ranges) {
  std::vector<CivilSeconds> begins;
  for (const TimeRange& r : ranges) begins.push_back(r.begin);
  sort_unique(begins);
  std::vector<std::pair<CivilSeconds, CivilSeconds>> wanted;
  for (const Segment& s : segments) {
    const CivilSeconds unit = rounding_unit(s.end - s.begin);
    // Where something ends and nothing begins, the last unit of it is shown, not the first after it.
    const bool only_end = s.begin == s.end && !std::binary_search(begins.begin(), begins.end(), s.begin);
    CivilSeconds begin = unit_floor(only_end ? s.begin - 1 : s.begin, unit), end = unit_ceiling(s.end, unit);
    if (begin == end) end = begin + unit;
    wanted.emplace_back(begin, end);
  }
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const CivilSeconds raw_begin = segments[i].begin, raw_end = segments[i].end;
    if (i + 1 < segments.size()) {
      const CivilSeconds next = segments[i + 1].begin;  // not yet rounded
      wanted[i].second = std::min(wanted[i].second, raw_end + (next - raw_end) / 2);
      wanted[i + 1].first = std::max(wanted[i + 1].first, next - (next - raw_end) / 2);
    }
    segments[i].begin = std::min(wanted[i].first, raw_begin);
    segments[i].end = std::max(wanted[i].second, segments[i].begin + 1);
  }
}

}  // namespace

double Scale::at(CivilSeconds time) const {
  if (time <= segments.front().begin) return segments.front().x0;
  if (time >= segments.back().end) return segments.back().x1;
  const auto next = std::upper_bound(segments.begin(), segments.end(), time,
                                     [](CivilSeconds t, const Segment& s) { return t < s.begin; });
  const Segment& here = *std::prev(next);
  const auto between = [time](CivilSeconds t0, CivilSeconds t1, double x0, double x1) {
    return x0 + (x1 - x0) * static_cast<double>(time - t0) / static_cast<double>(t1 - t0);
  };
  if (time < here.end || next == segments.end()) return between(here.begin, here.end, here.x0, here.x1);
  return between(here.end, next->begin, here.x1, next->x0);
}

double Scale::until(CivilSeconds time) const {
  for (std::size_t i = 1; i < segments.size(); ++i)
    if (segments[i].begin == time) return breaks[i - 1].from == breaks[i - 1].to ? segments[i - 1].x1 : breaks[i - 1].x;
  return at(time);
}

Scale make_scale(const std::vector<TimeRange>& all, double left, double right, const ScaleOptions& options) {
  std::vector<TimeRange> ranges = all;
  if (ranges.empty()) ranges.push_back({0, seconds_per_day, false, 0, 0});
  const std::vector<TimeRange> far = options.cuts ? set_long_aside(ranges) : std::vector<TimeRange>();

  // An event told to the hour is one anchor: its end says nothing about how the text spreads over time.
  std::vector<CivilSeconds> bounds;
  for (const TimeRange& r : ranges) {
    bounds.push_back(r.begin);
    if (r.end - r.begin > 3600) bounds.push_back(r.end);
  }
  sort_unique(bounds);
  CivilSeconds last = bounds.back();
  for (const TimeRange& r : ranges) last = std::max(last, r.end);
  if (last > bounds.back()) bounds.push_back(last);
  const CivilSeconds earliest = bounds.front();
  for (const TimeRange& r : far)
    if (r.end < earliest || r.begin > last) {
      ranges.push_back(r);
      bounds.push_back(r.begin);
      bounds.push_back(r.end);
    }
  sort_unique(bounds);

  std::vector<std::pair<CivilSeconds, CivilSeconds>> windows;
  for (const TimeRange& r : ranges)
    if (r.window) windows.emplace_back(r.begin, r.end);
  sort_unique(windows);

  std::vector<Gap> gaps;
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i)
    gaps.push_back({bounds[i], bounds[i + 1],
                    std::binary_search(windows.begin(), windows.end(), std::pair(bounds[i], bounds[i + 1]))});
  if (options.cuts) choose_cuts(gaps, begin_gaps(ranges), options.most_cuts);

  Scale scale;
  scale.left = left;
  scale.right = right;
  scale.segments = segments_of(bounds, gaps);
  std::vector<ClockDay> magnified;
  if (options.cuts)
    magnified = magnify(scale.segments, clock_days(ranges), bounds, right - left,
                        options.most_cuts + 1 + (right - left >= wide_axis ? 2 : 0));
  round_out(scale.segments, ranges);

  // Room by the number of gaps to tell apart: a window alone is one.
  const auto n = static_cast<double>(scale.segments.size());
  const double least = std::min(least_width, (right - left) / (2 * n) - cut_width);
  double free = right - left - 2 * padding - (n - 1) * cut_width - n * least;
  std::vector<double> shares, insets;
  double shared = 0;
  for (const Segment& s : scale.segments) {
    const auto first = std::lower_bound(bounds.begin(), bounds.end(), s.begin);
    const auto past = std::upper_bound(bounds.begin(), bounds.end(), s.end);
    shares.push_back(std::max(1.0, static_cast<double>(past - first) - 1));
    const double wanted = inset_width(s, magnified, right - left);
    insets.push_back(wanted > 0 ? wanted - least : 0);
    shared += shares.back();
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (insets[i] <= 0 || insets[i] > free / 2 || insets[i] <= free * shares[i] / shared) {
      insets[i] = 0;
      continue;
    }
    free -= insets[i];
    shared -= shares[i];
    shares[i] = 0;
  }
  if (shared == 0) shared = 1;
  double x = left + padding;
  for (std::size_t i = 0; i < scale.segments.size(); ++i) {
    Segment& s = scale.segments[i];
    s.x0 = x;
    s.x1 = x + least + insets[i] + free * shares[i] / shared;
    x = s.x1 + cut_width;
    if (i > 0) {
      const Segment& previous = scale.segments[i - 1];
      scale.breaks.push_back({previous.end, s.begin, (previous.x1 + s.x0) / 2});
    }
  }
  return scale;
}

}  // namespace annal::view
