// From the bounds of events to segments, and from segments to px: how dense a segment is decides how wide it becomes.
#include "render/view/scale.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

#include "render/labels/words.h"
#include "render/view/segmentation.h"

namespace annal::view {
namespace {

constexpr double gap_ratio = 8;             // a gap may be cut from 8 times the pace on
constexpr double long_ratio = 10;           // a range that dwarfs the rest
constexpr double least_width = 40;          // px of a segment: a year fits above it
constexpr double tightest = 0.85;           // of that width, what the background may make do with
constexpr double era_room = 1.6;            // times that much for a year before Christ
constexpr double padding = 7;               // px between the first and last moment and the axis' ends
constexpr double end_weight = 0.2;          // of the gap before a moment at which nothing begins
constexpr double background_weight = 0.15;  // the most of all weight that lies in a run of the background

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

/// How long it takes from one begin to the next where it is told closely: a third of the times less.
CivilSeconds pace_of(const std::vector<CivilSeconds>& begins) {
  std::vector<CivilSeconds> paces;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) paces.push_back(begins[i + 1] - begins[i]);
  if (paces.empty()) return unbounded_future;
  const auto third = paces.begin() + static_cast<std::ptrdiff_t>((paces.size() - 1) / 3);
  std::nth_element(paces.begin(), third, paces.end());
  return *third;
}

/// Where the marks of `ranges` stand, ascending: in the middle of a part of a day, else where it begins.
std::vector<CivilSeconds> marks_of(const std::vector<TimeRange>& ranges) {
  std::vector<CivilSeconds> marks;
  for (const TimeRange& r : ranges)
    if (const CivilSeconds length = r.end - r.begin; r.marked)
      marks.push_back(length > 3600 && length <= seconds_per_day ? r.begin + length / 2 : r.begin);
  sort_unique(marks);
  return marks;
}

/// The gaps between `bounds`, and which of them can be left out.
std::vector<Gap> gaps_between(const std::vector<CivilSeconds>& bounds, const std::vector<TimeRange>& ranges) {
  std::vector<CivilSeconds> begins;
  std::vector<std::pair<CivilSeconds, CivilSeconds>> windows;
  for (const TimeRange& r : ranges) {
    begins.push_back(r.begin);
    if (r.window) windows.emplace_back(r.begin, r.end);
  }
  sort_unique(begins);
  sort_unique(windows);
  const auto wide = static_cast<double>(pace_of(begins)) * gap_ratio;
  std::vector<Gap> gaps;
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
    Gap gap{bounds[i], bounds[i + 1]};
    if (!std::binary_search(begins.begin(), begins.end(), gap.end)) gap.weight = end_weight;
    gap.may_cut = static_cast<double>(gap.length()) > wide &&
                  !std::binary_search(windows.begin(), windows.end(), std::pair(gap.begin, gap.end));
    gaps.push_back(gap);
  }
  const std::vector<CivilSeconds> marks = marks_of(ranges);
  for (std::size_t i = 0, g = 0; i + 1 < marks.size(); ++i) {
    while (g + 1 < gaps.size() && marks[i + 1] > gaps[g].end) ++g;
    if (!gaps.empty()) gaps[g].closest = std::min(gaps[g].closest, marks[i + 1] - marks[i]);
  }
  return gaps;
}

/// The bounds of `ranges`; of those told to the hour, their begin: their end says nothing about how the text spreads
/// over time.
std::vector<CivilSeconds> bounds_of(const std::vector<TimeRange>& ranges) {
  std::vector<CivilSeconds> bounds;
  CivilSeconds last = unbounded_past;
  for (const TimeRange& r : ranges) {
    bounds.push_back(r.begin);
    if (r.end - r.begin > 3600) bounds.push_back(r.end);
    last = std::max(last, r.end);
  }
  bounds.push_back(last);
  sort_unique(bounds);
  return bounds;
}

/// The px that each of `segments` needs for the marks in it to stand apart; 0 where it holds one at most.
std::vector<double> widths_needed(const std::vector<Segment>& segments, const std::vector<CivilSeconds>& marks) {
  std::vector<double> needed(segments.size());
  std::size_t s = 0;
  for (std::size_t i = 0; i + 1 < marks.size(); ++i) {
    while (s + 1 < segments.size() && marks[i] >= segments[s].end) ++s;
    const Segment& here = segments[s];
    if (marks[i] < here.begin || marks[i + 1] > here.end) continue;
    const double part = static_cast<double>(marks[i + 1] - marks[i]) / static_cast<double>(here.end - here.begin);
    needed[s] = std::max(needed[s], 1.002 * least_apart / part);
  }
  return needed;
}

/// A segment that waits for its width.
struct Share {
  double weight = 0;  // the moments that it has to tell apart
  double least = 0, needed = 0;
  double floor = 0, px = 0;
};

/// Divides `px` by weight, but gives each its least width and, the modest first, what it needs, as far as there is
/// room.
void divide(std::vector<Share*> shares, double px) {
  std::stable_sort(shares.begin(), shares.end(), [](const Share* a, const Share* b) { return a->needed < b->needed; });
  double rest = px;
  for (Share* share : shares) rest -= share->floor = share->least;
  for (Share* share : shares)
    if (share->needed > share->floor && share->needed - share->floor <= rest) {
      rest -= share->needed - share->floor;
      share->floor = share->needed;
    }
  // Those whose share would be less than their floor get that; the others divide the rest.
  for (bool changed = true; changed && !shares.empty();) {
    changed = false;
    double weight = 0;
    for (const Share* share : shares) weight += share->weight;
    for (auto i = shares.begin(); i != shares.end();) {
      Share& share = **i;
      share.px = weight > 0 ? px * share.weight / weight : px / static_cast<double>(shares.size());
      if (share.px >= share.floor) {
        ++i;
        continue;
      }
      share.px = share.floor;
      px -= share.floor;
      weight = -1;
      i = shares.erase(i);
      changed = true;
      break;
    }
  }
}

/// Marks the segments that cuts set apart and in which little happens, where most happens elsewhere.
void find_background(std::vector<Segment>& segments, const std::vector<Share>& shares) {
  struct Run {
    std::size_t first, past;
    double weight;
  };
  std::vector<Run> runs;
  double total = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i == 0 || segments[i - 1].end < segments[i].begin) runs.push_back({i, i, 0});
    runs.back().past = i + 1;
    runs.back().weight += shares[i].weight;
    total += shares[i].weight;
  }
  double background = 0;
  for (const Run& run : runs)
    if (run.weight <= background_weight * total) background += run.weight;
  if (background > total / 2) return;
  for (const Run& run : runs)
    if (run.weight <= background_weight * total)
      for (std::size_t i = run.first; i < run.past; ++i) segments[i].background = true;
}

/// Gives the segments of `scale`, which have these weights, their px. False where the background has no room to be
/// read in within its share.
bool set_widths(Scale& scale, const std::vector<CivilSeconds>& marks, std::vector<Share> shares,
                double background_share) {
  std::vector<Segment>& segments = scale.segments;
  const double width = scale.right - scale.left;
  const auto n = static_cast<double>(segments.size());
  const std::vector<double> needed = widths_needed(segments, marks);
  const double least = std::min(least_width, width / (2 * n) - break_width);
  find_background(segments, shares);
  std::vector<Share*> all, background;
  double natural = 0, least_of_all = 0, cuts = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    shares[i].least = least * (civil_time(segments[i].begin).year < 1 ? era_room : 1);
    shares[i].needed = needed[i];
    all.push_back(&shares[i]);
    if (segments[i].background) background.push_back(&shares[i]);
    if (i > 0 && segments[i - 1].end < segments[i].begin) cuts += break_width;
  }
  double px = width - 2 * padding - (n - 1) * break_width;
  divide(all, px);
  for (const Share* share : background) natural += share->px, least_of_all += share->least;
  const double most = background_share * width - cuts;
  if (most < tightest * least_of_all) return false;
  if (natural > most) {
    for (Share* share : background) share->least *= std::min(1.0, most / least_of_all);
    divide(background, most);
    std::vector<Share*> others;
    for (std::size_t i = 0; i < segments.size(); ++i)
      if (!segments[i].background) others.push_back(&shares[i]);
    divide(others, px - most);
  }
  double x = scale.left + padding;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    segments[i].x0 = x;
    segments[i].x1 = x + shares[i].px;
    x = segments[i].x1 + break_width;
    if (i > 0)
      scale.breaks.push_back({segments[i - 1].end, segments[i].begin, (segments[i - 1].x1 + segments[i].x0) / 2});
  }
  return true;
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
  std::vector<CivilSeconds> bounds = bounds_of(ranges);
  const CivilSeconds earliest = bounds.front(), last = bounds.back();
  for (const TimeRange& r : far)
    if (r.end < earliest || r.begin > last) ranges.push_back(r);
  bounds = bounds_of(ranges);

  const std::vector<Gap> gaps = gaps_between(bounds, ranges);
  for (std::size_t most = options.cuts ? options.most_breaks : 0;; --most) {
    Scale scale{{}, {}, left, right};
    std::vector<Share> shares;
    for (const Stretch& stretch : segmented(gaps, {most, right - left, least_apart})) {
      scale.segments.push_back({bounds[stretch.first], bounds[stretch.past]});
      shares.push_back({1});  // one moment more than gaps
      for (std::size_t i = stretch.first; i < stretch.past; ++i) shares.back().weight += gaps[i].weight;
    }
    round_out(scale.segments, ranges);
    if (set_widths(scale, marks_of(ranges), std::move(shares), options.background_share) || most == 0) return scale;
  }
}

}  // namespace annal::view
