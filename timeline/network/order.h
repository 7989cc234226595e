// Ranks: the order of events as far as it can be told in one line of numbers.
//
// The events stand by their times in `schedule`, and that line is cut, from its end, wherever the next event is certain
// to begin before one of those since the last cut. So events of one rank have no known order, what must begin first has
// the lower rank, and this line has no fewer ranks; what could stand in two stands in the later one. Two events of
// different rank need not have a known order (being unordered is not transitive, ranks are): ask `Network::between`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/network/bounds.h"

namespace annal::graph {

/// Distances to and from one of the points that others are measured from.
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
