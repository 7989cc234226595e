// One assignment of times that satisfies every accepted constraint, chosen for showing the events in order. Whatever
// the evidence forces to begin first begins first in it, as in every assignment; the choice settles the rest:
//
//   what has an earliest time stands there; what has only a latest time stands as late as it can (a text tells
//   mostly of what was lately); what hangs on neither stands where the event before it in the text stands.
//
// Points are fixed one after the other, each at its bound against those fixed before, which never fails in a consistent
// network (Dechter, Meiri and Pearl 1991, theorem 3.3).
#pragma once

#include <span>
#include <vector>

#include "timeline/network/bounds.h"

namespace annal::graph {

/// A point whose time is settled beforehand.
struct Pin {
  Vertex point = 0;
  Weight time;
};

/// A time for every point, in seconds from the origin: v - u <= w for every accepted edge. `pins`, the origin among
/// them, must allow each other. O(m log n).
std::vector<Weight> schedule(const ConsistentGraph& network, const PointNumbers& points, std::span<const Pin> pins);

}  // namespace annal::graph
