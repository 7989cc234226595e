// Maps time to px on an uneven axis: linear within a segment, with breaks where nothing happens, strictly monotone.
// Time in news is uneven: two centuries of background, then a month reported by the hour, which would get half a pixel
// on a linear axis. So the widest gaps are cut out and marked, each segment gets room by the number of moments that it
// has to tell apart, and what is mere background gets little.
#pragma once

#include <cstddef>
#include <vector>

#include "core/calendar/interval.h"

namespace annal::view {

/// What the axis must show. Of a range that dwarfs the rest it shows the ends alone.
struct TimeRange {
  CivilSeconds begin = 0, end = 0;  ///< begin <= end
  bool window = false;              ///< one event somewhere in here: not to be cut apart if it stands alone
  CivilSeconds begin_until = 0;     ///< of a span: it begins somewhere in [begin, begin_until)
  CivilSeconds end_from = 0;        ///< and ends somewhere in [end_from, end)
  bool marked = true;               ///< it gets a mark, which is to stand apart from others; else it is only counted
};

/// A stretch of even time.
struct Segment {
  CivilSeconds begin = 0, end = 0;  ///< begin < end
  double x0 = 0, x1 = 0;            ///< px; x0 < x1
  bool background = false;          ///< set apart by cuts, and little happens in it
};

/// Between segments[i] and segments[i + 1].
struct ScaleBreak {
  CivilSeconds from = 0, to = 0;  ///< what is left out; equal where only the scale changes
  double x = 0;                   ///< px of its middle
};

struct Scale {
  std::vector<Segment> segments;   ///< at least one
  std::vector<ScaleBreak> breaks;  ///< one fewer
  double left = 0, right = 0;      ///< px of the whole axis

  /// px of a time. Strictly monotone between the first and the last moment of the axis; clamped outside of them.
  double at(CivilSeconds time) const;
  /// px of an exclusive end: as `at`, but an end at the first moment of a segment lies before the cut.
  double until(CivilSeconds time) const;
};

struct ScaleOptions {
  bool cuts = true;
  std::size_t most_breaks = 6;
  double background_share = 0.2;  ///< of the axis, at most for cuts and background where most happens elsewhere
};

/// px that a break takes between the segments beside it.
inline constexpr double break_width = 8;
/// px that two marks of different moments are apart, where the axis has room.
inline constexpr double least_apart = 4;

/// The scale that shows `ranges` between the px `left` and `right`. Segments are stretches told at an even pace
/// (segmentation.h); a gap of more than 8 times the pace of the dense parts may be cut. A segment is as wide as what it
/// has to tell apart needs, in relation to the others. Any number of ranges; with none, one empty day.
Scale make_scale(const std::vector<TimeRange>& ranges, double left, double right, const ScaleOptions& options);

}  // namespace annal::view
