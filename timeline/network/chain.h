// Finds the shortest explanation: a path whose weight is below a limit, with as few constraints as possible. Of
// several, it takes the one whose least trusted constraint is trusted most.
//
// The search runs from both ends in layers of one more constraint each, and keeps the best weight of every vertex for
// that number. Paths that cannot end below the limit are cut: a potential bounds the rest from below.
#pragma once

#include <optional>
#include <vector>

#include "timeline/network/constraint_graph.h"

namespace annal::graph {

struct ChainEdge {
  Vertex tail = 0, head = 0;
  Weight weight;
  std::uint32_t constraint = no_constraint;
};

class ChainFinder {
 public:
  /// Arguments must outlive this. `accepted`: by constraint; `potential` must satisfy every one that is. After
  /// `most_refined` calls of find any path of the fewest constraints will do: it costs one search instead of a dozen.
  ChainFinder(const ConstraintGraph& graph, const std::vector<Weight>& potential, const std::vector<char>& accepted,
              std::size_t most_refined);

  /// A path from `source` to `target` over accepted constraints whose weights sum to `limit` at most, as said above;
  /// nullopt where there is none. Believed means earlier in the order of constraints. An empty path where source is
  /// target and limit allows.
  std::optional<std::vector<ChainEdge>> find(Vertex source, Vertex target, Weight limit);

  /// Edges looked at so far.
  std::uint64_t steps() const { return steps_; }

 private:
  struct Label {
    Vertex vertex;
    std::uint32_t parent;       ///< index of a label
    std::uint32_t constraints;  ///< how many on the path to it
    ChainEdge edge;
    Weight weight;
  };
  /// One end's part of a search.
  struct Side {
    bool ahead = true;       ///< from the source along the edges, else from the target against them
    std::uint32_t used = 0;  ///< constraints on a path to `layer`
    std::vector<Label> labels;
    std::vector<std::uint32_t> layer;   ///< labels
    std::vector<std::uint32_t> latest;  ///< the best label of each vertex
  };
  std::optional<std::vector<ChainEdge>> search(Vertex source, Vertex target, Weight limit, std::uint32_t first_rejected,
                                               std::size_t most_constraints);

  const ConstraintGraph& graph_;
  const std::vector<Weight>& potential_;
  const std::vector<char>& accepted_;
  std::size_t most_refined_;
  std::size_t found_ = 0;  ///< calls of find
  std::uint64_t steps_ = 0;
  Side ahead_, back_;
};

/// How many constraints a path rests on, and the last of them in the order of trust (no_constraint where there is
/// none).
std::size_t constraints_on(const std::vector<ChainEdge>& path);
std::uint32_t least_trusted(const std::vector<ChainEdge>& path);

}  // namespace annal::graph
