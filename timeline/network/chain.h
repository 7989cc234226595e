// The shortest explanation: a path from one point to another that is light enough, on as few constraints as can be.
// Among several, the one whose least trusted constraint is trusted most.
//
// Say the text holds "a before b" (1), "b before c" (2), and "c on Monday, a on Tuesday" (3, 4). What proves that a
// does not lie after c? The search goes from both ends at once, in layers: all points reached over one constraint, over
// two, and so on, with the least weight of each. Here c reaches b over (2), a reaches b over (1): they meet after two
// constraints, and 3 and 4 are never needed. A potential (times that satisfy all accepted constraints) bounds the rest
// of each way from below, and what cannot end below the limit is dropped.
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

/// Shortest distances from one point (`after`) and to it (`before`), by vertex: with the triangle inequality they bound
/// other distances from below (Goldberg and Harrelson 2005).
struct Landmark {
  std::vector<Weight> after, before;
};

class ChainFinder {
 public:
  /// Arguments must outlive this. `accepted`: by constraint; `potential` must satisfy every one that is. After
  /// `most_refined` calls of find any path of the fewest constraints will do: it costs one search instead of a dozen.
  /// `landmark`: over the accepted constraints, where they stay as they are; the search leaves out what it excludes.
  ChainFinder(const ConstraintGraph& graph, const std::vector<Weight>& potential, const std::vector<char>& accepted,
              std::size_t most_refined, const Landmark* landmark = nullptr);

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
    std::size_t edges = 0;              ///< that the next step looks at
    std::vector<std::uint32_t> latest;  ///< the best label of each vertex
  };
  /// What a search looks for: a path of at most `limit` over constraints [0, first_rejected), at most
  /// `most_constraints`.
  struct Query {
    Vertex source, target;
    Weight limit;
    std::uint32_t first_rejected;
    std::size_t most_constraints;
  };
  std::optional<std::vector<ChainEdge>> search(const Query& query);
  void begin(Side& side, Vertex vertex, const Query& query);
  void step(Side& side, const Query& query);
  void step_to_starts(Side& side, std::vector<std::uint32_t>& layer, const Query& query);
  bool leads_on(const Side& side, Vertex vertex, Weight weight, const Query& query) const;
  void add(Side& side, const Label& label, const Query& query, std::vector<std::uint32_t>& layer);
  bool is_farther(Vertex tail, Vertex head, Weight most) const;
  std::size_t edges_before(const Side& side) const;
  std::vector<ChainEdge> path_through_meeting() const;

  const ConstraintGraph& graph_;
  const std::vector<Weight>& potential_;
  const std::vector<char>& accepted_;
  std::size_t most_refined_;
  const Landmark* landmark_;
  std::size_t found_ = 0;  ///< calls of find
  std::uint64_t steps_ = 0;
  Side ahead_, back_;
  std::uint32_t met_ahead_ = 0, met_back_ = 0;  ///< labels of both sides at one vertex, light enough together
};

/// How many constraints a path rests on, and the last of them in the order of trust (no_constraint where there is
/// none).
std::size_t constraints_on(const std::vector<ChainEdge>& path);
std::uint32_t least_trusted(const std::vector<ChainEdge>& path);

}  // namespace annal::graph
