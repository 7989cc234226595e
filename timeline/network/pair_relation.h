// The relation of two intervals, from the distances of their four points: which of Allen's relations are possible, and
// the order that these agree on.
#pragma once

#include <array>

#include "timeline/network/allen.h"
#include "timeline/network/constraint_graph.h"

namespace annal::graph {

/// The least distances among the points of two intervals a and b: their start and end, a's first. [i][j] is the least w
/// such that point j - point i <= w; unreachable where there is none.
using FourPoints = std::array<std::array<Weight, 4>, 4>;

PairRelation pair_relation(const FourPoints& points);

}  // namespace annal::graph
