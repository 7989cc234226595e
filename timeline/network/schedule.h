// Assigns times to the points that satisfy every accepted constraint, to show the events in order. As in every such
// assignment, what the evidence forces to begin first begins first. The rest is a choice:
//
//   an event with an earliest time gets it; one with only a latest time gets the latest possible (texts mostly report
//   what is recent); one with neither gets the time of the event before it in the text.
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
