// Divides time into stretches that are told at an even pace, and the gaps between them.
// A picture should give each event as much room as the next. Where px measure the room, the sum of their logarithms is
// largest if all gaps are equal; with time linear inside a stretch, it is the likelihood of a histogram of uneven bins.
// So the stretches are the Bayesian blocks of Scargle et al. (2013, "Studies in astronomical time series analysis VI"),
// found exactly by dynamic programming. Besides, a gap in which nothing happens can be cut, at a price.
#pragma once

#include <cstddef>
#include <vector>

#include "core/calendar/interval.h"

namespace annal::view {

/// The time between two neighbouring moments.
struct Gap {
  CivilSeconds begin = 0, end = 0;  ///< begin < end
  double weight = 1;                ///< how much it matters that its ends stand apart, above 0
  bool may_cut = false;
  CivilSeconds closest = unbounded_future;  ///< the shortest time from one mark to the next, which lies in this gap
  CivilSeconds length() const { return end - begin; }
};

/// The gaps [first, past); where there are none, the moment at which gap `first` begins.
struct Stretch {
  std::size_t first = 0, past = 0;
};

struct SegmentationLimits {
  std::size_t breaks = 6;  ///< at most
  double px = 1000;        ///< of all together
  double apart = 4;        ///< px that two marks should be apart, where that is possible
};

/// The stretches of `gaps`, which follow each other without a hole; at least one. A gap between two of them that is in
/// neither is cut. Linear but for sorting, since only the ends of the longest gaps are tried as borders.
std::vector<Stretch> segmented(const std::vector<Gap>& gaps, const SegmentationLimits& limits);

}  // namespace annal::view
