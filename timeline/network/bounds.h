// Bounds the distance of each point from one point: single-source shortest paths both ways, by Dijkstra's algorithm
// with the potential of a consistent network, so that the cost does not depend on the shape of the graph.
#pragma once

#include <vector>

#include "timeline/network/constraint_graph.h"

namespace annal::graph {

/// What is consistent: a graph, which of its constraints hold, and a potential that satisfies them.
struct ConsistentGraph {
  const ConstraintGraph& graph;
  const std::vector<char>& accepted;
  const std::vector<Weight>& potential;

  bool holds(const Bound& bound) const { return bound.constraint == no_constraint || accepted[bound.constraint] != 0; }
};

/// For each point v the least w such that v - root <= w follows; unreachable where none does.
std::vector<Weight> at_most_after(const ConsistentGraph& network, Vertex root);
/// For each point v the least w such that root - v <= w follows; unreachable where none does.
std::vector<Weight> at_most_before(const ConsistentGraph& network, Vertex root);

/// The bounds of one point in the frame of a root, from the distances above.
struct PointRange {
  Weight before = unreachable;  ///< root - point <= before
  Weight after = unreachable;   ///< point - root <= after

  bool has_earliest() const { return before < unreachable; }
  bool has_latest() const { return after < unreachable; }
};

/// As whole seconds, earliest inclusive, latest exclusive: of the first second of an interval that starts in `range`.
Bounds first_second(const PointRange& range, annal::Frame frame);
/// The same of the last second of an interval that ends in `range`.
Bounds last_second(const PointRange& range, annal::Frame frame);

}  // namespace annal::graph
