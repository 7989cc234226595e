// The order of the events: what is proven of it (`precedes`, `rank`), and one line to show them in (`order`).
//
// One event precedes another where the network proves that it begins first. That is a partial order: "on Monday" and
// "this week" are not ordered, though both may precede "next month". Ranks are all of it that one number for each event
// can say without saying more. Where neither of two events precedes the other, they must share a rank, and so must all
// that a chain of such pairs joins. These groups stand in one line: of two groups each event of the one precedes each
// event of the other (the series decomposition of a partial order). So no finer ranks are true.
//
//   "The dam broke on Monday. It had rained since spring. On Friday the road was open again."
//
//   precedes   broke -> open, rained -> broke          rank   rained 0, broke 1, open 2
//   and with "Some say that sheep drowned.", which may be at any time: one rank for all, and the same `precedes`
//
// Whether a precedes b, the roots tell (through which most evidence goes: a can begin no later than the 3rd, b no
// earlier than the 4th), or a search of the network from a. What precedes what is kept as bits; of the last events
// first, so that a search ends where it meets an event whose bits say all that can follow.
//
// Limits, so that the cost stays in proportion to the text: up to 1,024 events all pairs are compared; of n more events
// each is compared with the next 1,024 * 1,024 / n (64 at least) of the line, and beyond these by the roots alone. A
// search looks at 4,096 edges. What is not found within them is not claimed.
#pragma once

#include <span>
#include <vector>

#include "timeline/network/bounds.h"
#include "timeline/network/network.h"

namespace annal::graph {

/// Distances to and from one of the reference points.
struct Root {
  std::vector<Weight> before;  ///< at_most_before
  std::vector<Weight> after;   ///< at_most_after
};

/// `times`: of `schedule`; `roots`: of the points through which most evidence goes.
EventOrder order_events(const ConsistentGraph& network, const PointNumbers& points, std::span<const Root> roots,
                        const std::vector<Weight>& times);

}  // namespace annal::graph
