// Which constraints can hold together. They come in order of trust; one that would close a negative cycle with those
// accepted before it is rejected. A potential is kept all the time: a time for every point that satisfies all accepted
// constraints. An accepted set has one exactly when it has no negative cycle.
//
// A new edge u -> v of weight w says v - u <= w. If the potential satisfies it already, nothing is to be done.
// Otherwise v is lowered to u + w, which may violate edges that leave v, and so on. If this never ends, or would lower
// u itself, the edge closes a negative cycle. For the points a, b, c, all at 0:
//
//   b - a <= -5   violated: b becomes -5                            accepted
//   c - b <= -2   violated: c becomes -7                            accepted
//   a - c <= 6    violated: a would become -1, but then b <= -6,
//                 c <= -8, a <= -2 ...: the cycle weighs -1         rejected, a, b and c as before
//   a - c <= 7    satisfied by 0 - -7                               accepted
//
// Trying constraints one by one costs a search for each, so they are tried in blocks, and a block that fails is halved:
// without contradictions one pass over all of them decides. The outcome is that of trying each by itself. A block is
// tried by the topological scan of Goldberg and Radzik (1993), which is linear on chains in any order, where the plain
// queue of Bellman and Ford is quadratic, and which finds a negative cycle as soon as the edges without slack hold one.
// A block is given up after a number of steps that grows with its size, since a cycle may show late. A small block is
// tried constraint by constraint, by Dijkstra's algorithm over what one new edge lowers (Cotton and Maler 2006).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "timeline/network/constraint_graph.h"

namespace annal::graph {

/// Edges that may be looked at for the constraints that are tried one by one: so many in all, and so many more for each
/// constraint of the network. Real texts take up to 13 a constraint.
struct StepBudget {
  std::uint64_t in_all = 200'000, of_constraint = 96;
};

class Consistency {
 public:
  /// `graph` and `constraints` must outlive this. No constraint is accepted yet; the potential satisfies start before
  /// end.
  Consistency(const ConstraintGraph& graph, std::span<const Constraint> constraints, StepBudget budget = {});

  /// Accepts each constraint that it can, in order. `rejected(i)` is called for each other one, at the moment when
  /// exactly the accepted ones before it count; not for those that are left out. The first `consistent` constraints are
  /// known to hold together and are accepted at once, whatever that takes.
  void accept_all(const std::function<void(std::uint32_t)>& rejected, std::uint32_t consistent = 0);

  /// potential()[v] - potential()[u] <= w for every edge u -> v that is accepted.
  const std::vector<Weight>& potential() const { return potential_; }
  bool accepted(std::uint32_t constraint) const { return constraint == no_constraint || accepted_[constraint] != 0; }
  const std::vector<char>& accepted() const { return accepted_; }           ///< by constraint
  const std::vector<std::uint32_t>& left_out() const { return left_out_; }  ///< constraints that were not decided

  /// Edges looked at so far: what a test of linearity counts.
  std::uint64_t steps() const { return steps_; }

 private:
  static constexpr Weight far{std::int64_t{1} << 58, 0}, half_far{std::int64_t{1} << 57, 0};
  static constexpr std::uint64_t unbounded = std::uint64_t{1} << 48;  ///< steps that no network takes
  static constexpr std::uint32_t least_block = 16;          ///< constraints; so many or fewer are tried one by one
  static constexpr std::uint64_t steps_of_constraint = 24;  ///< that a block may take for each of its constraints
  static constexpr std::uint64_t steps_beyond = 64;         ///< that each may take when those are used up

  enum class Outcome : std::uint8_t { accepted, rejected, left_out };

  void accept_or_halve(std::uint32_t first, std::uint32_t last, const std::function<void(std::uint32_t)>& rejected);
  bool accept_block(std::uint32_t first, std::uint32_t last, std::uint64_t allowed);
  Outcome accept_one(std::uint32_t index);
  Outcome lower(std::uint32_t index, Vertex tail, Vertex head, Weight weight, bool other_side);
  std::uint64_t most_singly() const { return budget_.in_all + constraints_.size() * budget_.of_constraint; }
  void take_back();
  /// Whether a way from the origin leads to `v`. What such a way lowers cannot lower the origin: it would close a
  /// cycle.
  bool tied(Vertex v) const { return potential_[v] - potential_[PointNumbers::origin] < half_far; }
  void note_origin(const Constraint& constraint);
  bool relax(std::vector<Vertex>& tails, std::uint64_t allowed);
  bool sort_admissible(Vertex root, std::uint64_t most_steps);
  bool has_violated_edge(Vertex tail, std::uint64_t most_steps);

  struct Frame {
    Vertex vertex;
    boost::graph_traits<ConstraintGraph>::out_edge_iterator next, last;
  };
  enum class Mark : std::uint8_t { unseen, on_path, sorted };

  const ConstraintGraph& graph_;
  std::span<const Constraint> constraints_;
  StepBudget budget_;
  std::vector<char> accepted_;
  std::vector<Weight> potential_;
  std::vector<std::pair<Vertex, Weight>> undo_;   ///< old potentials, oldest first
  std::vector<std::pair<Weight, Vertex>> drops_;  ///< a heap: by how much a vertex must sink, the most first
  std::vector<Vertex> level_;  ///< what must sink by as much as the vertex lowered last, which no other exceeds
  std::vector<Mark> mark_;
  std::vector<std::uint32_t> negative_;  ///< violated edges on the path of the search from its root
  std::vector<char> queued_;
  std::vector<Weight> to_origin_;  ///< the least weight of a accepted edge to the origin
  std::vector<Frame> path_;
  std::vector<Vertex> sorted_, touched_;
  std::vector<std::uint32_t> left_out_;
  std::uint64_t singly_ = 0;      ///< steps of constraints tried one by one
  std::uint64_t most_steps_ = 0;  ///< of `steps_`, for the constraint that is tried
  std::uint64_t steps_ = 0;
};

}  // namespace annal::graph
