// Counts the events along an axis if not all of them have a place of their own.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/svg/layout/panel.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

inline constexpr double bin_width = 8;  ///< px of the axis

/// The events on one stretch of the axis.
struct HistogramBin {
  double from = 0;    ///< px; it reaches to from + bin_width
  double share = 0;   ///< of the fullest bin, above 0, at most 1
  std::string words;  ///< "12 events, 3 Nov 2016 to 5 Nov 2016"
};

/// The bins of `panel` that hold something, in order; none where all events have a place of their own.
std::vector<HistogramBin> histogram_bins(const Panel& panel, const view::TimelineView& view, const Labels& labels);

/// How many events those bins hold.
std::size_t counted_in(const Panel& panel, const view::TimelineView& view);

}  // namespace annal::svg
