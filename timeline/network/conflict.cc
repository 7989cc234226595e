#include "timeline/network/conflict.h"

#include <optional>

namespace annal::graph {

std::vector<std::uint32_t> contradiction(ChainFinder& chains, std::span<const Constraint> constraints,
                                         std::uint32_t rejected) {
  const Constraint& constraint = constraints[rejected];
  std::optional<std::vector<ChainEdge>> best;
  /// The edge tail -> head of `weight` and a way back that is shorter than -weight by an instant.
  const auto close = [&](Vertex tail, Vertex head, Weight weight) {
    auto back = chains.find(head, tail, Weight{-weight.seconds, -weight.instants - 1});
    if (back && (!best || constraints_on(*back) < constraints_on(*best))) best = std::move(back);
  };
  // A constraint whose own sides exclude each other needs no other.
  if (constraint.has_low() && constraint.has_high() && constraint.least() > Weight{constraint.high, 0})
    return {rejected};
  if (constraint.has_high()) close(constraint.from, constraint.to, {constraint.high, 0});
  if (constraint.has_low()) close(constraint.to, constraint.from, Weight{} - constraint.least());
  std::vector<std::uint32_t> cycle{rejected};
  if (best)
    for (const ChainEdge& edge : *best)
      if (edge.constraint != no_constraint) cycle.push_back(edge.constraint);
  return cycle;
}

}  // namespace annal::graph
