// Ranks: the order of events as far as one line of numbers can express it.
//
// The events are sorted by their times in `schedule`. From the end, the line is cut wherever the next event provably
// begins before one of those since the last cut. So events of one rank have no known order, an event that provably
// begins first has the lower rank, and no line has fewer ranks; an event that fits two ranks gets the later one. Two
// events of different rank need not have a known order (being unordered is not transitive): ask `Network::between`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/network/bounds.h"

namespace annal::graph {

/// Distances to and from one of the reference points.
struct Root {
  std::vector<Weight> before;  ///< at_most_before
  std::vector<Weight> after;   ///< at_most_after
};

struct Ranks {
  std::vector<std::uint32_t> rank;   ///< of each event
  std::vector<std::uint32_t> order;  ///< events by rank, then by index
  std::uint64_t steps = 0;           ///< edges looked at
};

/// `times`: of `schedule`; `roots`: of the points through which most evidence goes (others are searched one by one).
Ranks rank(const ConsistentGraph& network, const PointNumbers& points, std::span<const Root> roots,
           const std::vector<Weight>& times);

}  // namespace annal::graph
