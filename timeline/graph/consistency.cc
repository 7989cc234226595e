#include "timeline/graph/consistency.h"

#include <algorithm>

namespace annal::graph {

Consistency::Consistency(const ConstraintGraph& graph, std::span<const Piece> pieces)
    : graph_(graph),
      pieces_(pieces),
      believed_(pieces.size(), 0),
      potential_(num_vertices(graph)),
      mark_(num_vertices(graph), Mark::unseen),
      negative_(num_vertices(graph), 0),
      queued_(num_vertices(graph), 0) {
  for (Vertex start = PointNumbers::document_start; start < num_vertices(graph); start += 2)
    potential_[start] = {0, -1};
}

void Consistency::believe_all(const std::function<void(std::uint32_t)>& refused) {
  if (!pieces_.empty()) believe_or_halve(0, static_cast<std::uint32_t>(pieces_.size()), refused);
}

void Consistency::believe_or_halve(std::uint32_t first, std::uint32_t last,
                                   const std::function<void(std::uint32_t)>& refused) {
  if (believe(first, last)) return;
  if (last - first == 1) return refused(first);
  const std::uint32_t middle = first + (last - first) / 2;
  believe_or_halve(first, middle, refused);
  believe_or_halve(middle, last, refused);
}

/// Believes pieces [first, last) together, or leaves everything as it was.
bool Consistency::believe(std::uint32_t first, std::uint32_t last) {
  std::vector<Vertex> tails;
  for (std::uint32_t i = first; i < last; ++i) {
    believed_[i] = 1;
    const Piece& piece = pieces_[i];
    const Weight gap = potential_[piece.to] - potential_[piece.from];
    if (piece.has_high() && gap > Weight{piece.high, 0}) tails.push_back(piece.from);
    if (piece.has_low() && gap < Weight{piece.low, 0}) tails.push_back(piece.to);
  }
  steps_ += last - first;
  undo_.clear();
  if (relax(tails)) return true;
  for (auto old = undo_.rbegin(); old != undo_.rend(); ++old) potential_[old->first] = old->second;
  for (std::uint32_t i = first; i < last; ++i) believed_[i] = 0;
  return false;
}

/// Lowers potentials until no believed edge is violated. `tails`: where violated edges start. False on a negative
/// cycle.
bool Consistency::relax(std::vector<Vertex>& tails) {
  std::uint64_t passes = 0;
  bool possible = true;
  while (possible && !tails.empty()) {
    // Shortest paths have fewer edges than there are vertices; each pass settles one more.
    possible = ++passes <= num_vertices(graph_) + 1;
    sorted_.clear();
    touched_.clear();
    for (const Vertex tail : tails) {
      queued_[tail] = 0;
      if (possible && mark_[tail] == Mark::unseen && has_violated_edge(tail)) possible = sort_admissible(tail);
    }
    tails.clear();
    if (possible) {
      for (auto tail = sorted_.rbegin(); tail != sorted_.rend(); ++tail) {
        mark_[*tail] = Mark::unseen;
        for (auto [edge, end] = out_edges(*tail, graph_); edge != end; ++edge) {
          ++steps_;
          const Bound& bound = graph_[*edge];
          if (!believed(bound.piece)) continue;
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
  return possible;
}

bool Consistency::has_violated_edge(Vertex tail) {
  for (auto [edge, end] = out_edges(tail, graph_); edge != end; ++edge) {
    ++steps_;
    const Bound& bound = graph_[*edge];
    if (believed(bound.piece) && potential_[tail] + bound.weight() < potential_[target(*edge, graph_)]) return true;
  }
  return false;
}

/// Appends what is reachable from `root` over edges without slack to `sorted_`, heads before tails. False where such
/// edges close a cycle with a violated one among them: its weight is negative.
bool Consistency::sort_admissible(Vertex root) {
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
    ++steps_;
    const Bound& bound = graph_[edge];
    if (!believed(bound.piece)) continue;
    const Vertex tail = top.vertex, head = target(edge, graph_);
    const Weight slack = potential_[tail] + bound.weight() - potential_[head];
    if (slack > Weight{} || mark_[head] == Mark::sorted) continue;
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
