#include "timeline/network/consistency.h"

#include <algorithm>
#include <functional>

namespace annal::graph {

Consistency::Consistency(const ConstraintGraph& graph, std::span<const Constraint> constraints, StepBudget budget)
    : graph_(graph),
      constraints_(constraints),
      budget_(budget),
      accepted_(constraints.size(), 0),
      potential_(num_vertices(graph)),
      mark_(num_vertices(graph), Mark::unseen),
      negative_(num_vertices(graph), 0),
      queued_(num_vertices(graph), 0),
      to_origin_(num_vertices(graph), unreachable) {
  for (Vertex v = PointNumbers::open_year; v < num_vertices(graph); ++v) potential_[v] = far;
  for (Vertex start = PointNumbers::document_start; start < num_vertices(graph); start += 2)
    potential_[start] = far + Weight{0, -1};
}

void Consistency::accept_all(const std::function<void(std::uint32_t)>& rejected, std::uint32_t consistent) {
  const auto size = static_cast<std::uint32_t>(constraints_.size());
  // A promise that is not kept is found out: then each of them is tried like the others.
  const std::uint32_t first = consistent > 0 && accept_block(0, consistent, unbounded) ? consistent : 0;
  if (first < size) accept_or_halve(first, size, rejected);
  // What the search kept room for is not asked for again.
  const auto release = [](auto&... room) { (room.clear(), ...), (room.shrink_to_fit(), ...); };
  release(undo_, drops_, level_, path_, sorted_, touched_);
}

void Consistency::accept_or_halve(std::uint32_t first, std::uint32_t last,
                                  const std::function<void(std::uint32_t)>& rejected) {
  const std::uint32_t size = last - first;
  if (size <= least_block) {
    for (std::uint32_t i = first; i < last; ++i)
      if (accept_one(i) == Outcome::rejected) rejected(i);
    return;
  }
  if (accept_block(first, last, std::uint64_t{size} * steps_of_constraint)) return;
  accept_or_halve(first, first + size / 2, rejected);
  accept_or_halve(first + size / 2, last, rejected);
}

/// Accepts constraints [first, last) together, in about `allowed` steps, or leaves everything as it was.
bool Consistency::accept_block(std::uint32_t first, std::uint32_t last, std::uint64_t allowed) {
  undo_.clear();
  std::vector<Vertex> tails;
  bool possible = true;
  // What the new edges lower at once; a look at all edges of their tails would be a look at all that is dated.
  const auto lower_head = [&](Vertex tail, Vertex head, Weight weight) {
    const Weight reached = potential_[tail] + weight;
    if (!(reached < potential_[head])) return;
    if (head == PointNumbers::origin && tied(tail)) possible = false;
    undo_.emplace_back(head, potential_[head]);
    potential_[head] = reached;
    if (queued_[head]) return;
    queued_[head] = 1;
    tails.push_back(head);
  };
  for (std::uint32_t i = first; i < last; ++i) {
    accepted_[i] = 1;
    const Constraint& constraint = constraints_[i];
    if (constraint.has_high()) lower_head(constraint.from, constraint.to, {constraint.high, 0});
    if (constraint.has_low()) lower_head(constraint.to, constraint.from, Weight{} - constraint.least());
  }
  steps_ += last - first;
  if (relax(tails, possible ? allowed : 0)) {
    for (std::uint32_t i = first; i < last; ++i) note_origin(constraints_[i]);
    return true;
  }
  take_back();
  std::fill(accepted_.begin() + first, accepted_.begin() + last, char{0});
  return false;
}

/// Accepts one constraint, or leaves everything as it was.
Consistency::Outcome Consistency::accept_one(std::uint32_t index) {
  const Constraint& constraint = constraints_[index];
  undo_.clear();
  const std::uint64_t before = steps_, free = singly_ < most_singly() ? most_singly() - singly_ : 0;
  most_steps_ = before + std::max(free, steps_beyond);
  Outcome outcome = Outcome::accepted;
  if (constraint.has_high()) outcome = lower(index, constraint.from, constraint.to, {constraint.high, 0}, false);
  if (constraint.has_low() && outcome == Outcome::accepted)
    outcome = lower(index, constraint.to, constraint.from, Weight{} - constraint.least(), constraint.has_high());
  singly_ += steps_ - before;
  if (outcome == Outcome::accepted)
    note_origin(constraint);
  else
    take_back();
  accepted_[index] = outcome == Outcome::accepted ? 1 : 0;
  if (outcome == Outcome::left_out) left_out_.push_back(index);
  return outcome;
}

/// Adds the edge tail -> head of the constraint `index`, whose edge the other way counts where `other_side`: lowers
/// what it violates, the most violated first, so that each vertex is lowered once; what hangs on a vertex without slack
/// follows it at once. Rejected where the tail itself would have to be, left out beyond `most_steps_`.
Consistency::Outcome Consistency::lower(std::uint32_t index, Vertex tail, Vertex head, Weight weight, bool other_side) {
  const std::size_t settled = undo_.size();
  const bool from_origin = tied(tail);
  Outcome outcome = Outcome::accepted;
  Weight least;  // of all drops to come
  const auto push = [&](Weight drop, Vertex v) {
    if (!(drop < Weight{})) return;
    // Whichever way comes to the tail, or sinks the origin that the tail hangs on, closes a negative cycle.
    if (v == tail || (from_origin && potential_[v] + drop + to_origin_[v] < potential_[PointNumbers::origin]))
      outcome = Outcome::rejected;
    if (drop == least) return level_.push_back(v);
    drops_.emplace_back(drop, v);
    std::push_heap(drops_.begin(), drops_.end(), std::greater<>());
  };
  drops_.clear();
  level_.clear();
  push(potential_[tail] + weight - potential_[head], head);
  while (outcome == Outcome::accepted && !(level_.empty() && drops_.empty())) {
    if (level_.empty()) {
      least = drops_.front().first;
      level_.push_back(drops_.front().second);
      std::pop_heap(drops_.begin(), drops_.end(), std::greater<>());
      drops_.pop_back();
    }
    const Vertex v = level_.back();
    level_.pop_back();
    if (mark_[v] == Mark::sorted) continue;
    mark_[v] = Mark::sorted;
    undo_.emplace_back(v, potential_[v]);
    potential_[v] = potential_[v] + least;
    for (auto [edge, end] = out_edges(v, graph_); edge != end && outcome == Outcome::accepted; ++edge) {
      // Within the edges of a vertex too: all that is dated may hang on one.
      if (++steps_ > most_steps_) outcome = Outcome::left_out;
      const Bound& bound = graph_[*edge];
      const Vertex next = target(*edge, graph_);
      if (bound.constraint == index ? !other_side || v == tail : !accepted(bound.constraint)) continue;
      if (mark_[next] == Mark::unseen) push(potential_[v] + bound.weight() - potential_[next], next);
    }
  }
  for (std::size_t i = settled; i < undo_.size(); ++i) mark_[undo_[i].first] = Mark::unseen;
  return outcome;
}

void Consistency::note_origin(const Constraint& constraint) {
  const auto note = [&](Vertex tail, Vertex head, Weight weight) {
    if (head == PointNumbers::origin) to_origin_[tail] = std::min(to_origin_[tail], weight);
  };
  if (constraint.has_high()) note(constraint.from, constraint.to, {constraint.high, 0});
  if (constraint.has_low()) note(constraint.to, constraint.from, Weight{} - constraint.least());
}

void Consistency::take_back() {
  for (auto old = undo_.rbegin(); old != undo_.rend(); ++old) potential_[old->first] = old->second;
}

/// Lowers potentials until no accepted edge is violated. `tails`: where violated edges start. False on a negative
/// cycle, and where more than `allowed` steps would have been taken.
bool Consistency::relax(std::vector<Vertex>& tails, std::uint64_t allowed) {
  // A pass that has begun may take more than a block is allowed, but not without bound: a vertex on which all that is
  // dated hangs has as many edges as the text has dates.
  constexpr std::uint64_t times_in_a_pass = 8;
  // Nor may a vertex be lowered again and again: what is to be taken back is held in memory.
  const std::size_t most_lowered = allowed == unbounded ? SIZE_MAX : 3 * potential_.size();
  const std::uint64_t most_steps = steps_ + allowed, most_in_pass = steps_ + times_in_a_pass * allowed;
  bool possible = allowed > 0;
  while (possible && !tails.empty()) {
    possible = steps_ <= most_steps;
    sorted_.clear();
    touched_.clear();
    for (const Vertex tail : tails) {
      queued_[tail] = 0;
      if (possible && mark_[tail] == Mark::unseen && has_violated_edge(tail, most_in_pass))
        possible = sort_admissible(tail, most_steps);
    }
    tails.clear();
    if (possible) {
      for (auto tail = sorted_.rbegin(); tail != sorted_.rend(); ++tail) {
        mark_[*tail] = Mark::unseen;
        for (auto [edge, end] = out_edges(*tail, graph_); possible && edge != end; ++edge) {
          possible = ++steps_ <= most_in_pass && undo_.size() <= most_lowered;
          const Bound& bound = graph_[*edge];
          if (!accepted(bound.constraint)) continue;
          const Vertex head = target(*edge, graph_);
          const Weight reached = potential_[*tail] + bound.weight();
          if (!(reached < potential_[head])) continue;
          undo_.emplace_back(head, potential_[head]);
          potential_[head] = reached;
          if (mark_[head] == Mark::unseen && !queued_[head]) {
            queued_[head] = 1;
            tails.push_back(head);
          }
        }
      }
    } else {
      for (const Vertex v : touched_) mark_[v] = Mark::unseen;
    }
  }
  for (const Vertex tail : tails) queued_[tail] = 0;
  return possible;
}

/// True too where it would take more than `most_steps` to see: what follows then gives up.
bool Consistency::has_violated_edge(Vertex tail, std::uint64_t most_steps) {
  for (auto [edge, end] = out_edges(tail, graph_); edge != end; ++edge) {
    if (++steps_ > most_steps) return true;
    const Bound& bound = graph_[*edge];
    if (accepted(bound.constraint) && potential_[tail] + bound.weight() < potential_[target(*edge, graph_)])
      return true;
  }
  return false;
}

/// Appends what is reachable from `root` over edges without slack to `sorted_`, heads before tails. False where such
/// edges close a cycle with a violated one among them: its weight is negative. False beyond `most_steps` too.
bool Consistency::sort_admissible(Vertex root, std::uint64_t most_steps) {
  const auto enter = [&](Vertex v, std::uint32_t negative) {
    mark_[v] = Mark::on_path;
    negative_[v] = negative;
    touched_.push_back(v);
    const auto [edge, end] = out_edges(v, graph_);
    path_.push_back({v, edge, end});
  };
  path_.clear();
  enter(root, 0);
  while (!path_.empty()) {
    Frame& top = path_.back();
    if (top.next == top.last) {
      mark_[top.vertex] = Mark::sorted;
      sorted_.push_back(top.vertex);
      path_.pop_back();
      continue;
    }
    const EdgeOf edge = *top.next++;
    if (++steps_ > most_steps) return false;
    const Bound& bound = graph_[edge];
    if (!accepted(bound.constraint)) continue;
    const Vertex tail = top.vertex, head = target(edge, graph_);
    const Weight slack = potential_[tail] + bound.weight() - potential_[head];
    if (slack > Weight{} || mark_[head] == Mark::sorted) continue;
    // The origin sinks below what is tied to it by a contradiction alone.
    if (head == PointNumbers::origin && tied(tail)) {
      if (slack < Weight{} || negative_[tail] > 0) return false;
      continue;
    }
    const std::uint32_t negative = negative_[tail] + (slack < Weight{} ? 1 : 0);
    if (mark_[head] == Mark::unseen) {
      enter(head, negative);
    } else if (negative > negative_[head]) {
      return false;
    }
  }
  return true;
}

}  // namespace annal::graph
