#include "timeline/graph/chain.h"

#include <algorithm>
#include <utility>

namespace annal::graph {
namespace {
constexpr std::uint32_t no_label = UINT32_MAX;
}

std::size_t pieces_on(const std::vector<ChainEdge>& path) {
  return static_cast<std::size_t>(
      std::count_if(path.begin(), path.end(), [](const ChainEdge& edge) { return edge.piece != no_piece; }));
}

std::uint32_t least_believed(const std::vector<ChainEdge>& path) {
  std::uint32_t last = no_piece;
  for (const ChainEdge& edge : path)
    if (edge.piece != no_piece && (last == no_piece || edge.piece > last)) last = edge.piece;
  return last;
}

ChainFinder::ChainFinder(const ConstraintGraph& graph, const std::vector<Weight>& potential,
                         const std::vector<char>& believed)
    : graph_(graph), potential_(potential), believed_(believed), latest_(num_vertices(graph), no_label) {}

std::optional<std::vector<ChainEdge>> ChainFinder::find(Vertex source, Vertex target, Weight limit) {
  auto best = search(source, target, limit, no_piece, num_vertices(graph_));
  if (!best || ++found_ > most_refined) return best;
  // As few pieces, but without the least believed of them: halve the stretch of pieces that may take part.
  const std::size_t fewest = pieces_on(*best);
  std::uint32_t enough = least_believed(*best), too_few = 0;
  if (enough == no_piece) return best;
  while (too_few < enough) {
    const std::uint32_t middle = too_few + (enough - too_few) / 2;
    if (auto other = search(source, target, limit, middle + 1, fewest)) {
      enough = least_believed(*other);
      best = std::move(other);
    } else {
      too_few = middle + 1;
    }
  }
  return best;
}

/// As `find`, with pieces [0, first_refused) alone and at most so many on the path; any path of the fewest pieces.
std::optional<std::vector<ChainEdge>> ChainFinder::search(Vertex source, Vertex target, Weight limit,
                                                          std::uint32_t first_refused, std::size_t most_pieces) {
  std::vector<Label> labels;
  std::vector<std::uint32_t> layer, next;  // labels
  std::uint32_t used = 0;                  // pieces on a path to the layer that is being filled
  const auto improve = [&](std::uint32_t parent, ChainEdge edge, Weight weight, std::vector<std::uint32_t>& into) {
    const Vertex head = edge.head;
    if (latest_[head] != no_label && labels[latest_[head]].weight <= weight) return;
    if (weight + (potential_[target] - potential_[head]) > limit) return;
    latest_[head] = static_cast<std::uint32_t>(labels.size());
    into.push_back(latest_[head]);
    labels.push_back({head, parent, used, edge, weight});
  };
  /// The end of an interval is followed by its start at no cost in evidence.
  const auto step_to_starts = [&](std::vector<std::uint32_t>& of) {
    for (std::size_t i = 0; i < of.size(); ++i) {
      const Label label = labels[of[i]];
      if (label.vertex < PointNumbers::document_start || label.vertex % 2 == 0) continue;
      const Vertex start = label.vertex - 1;
      improve(of[i], {label.vertex, start, {0, -1}, no_piece}, label.weight + Weight{0, -1}, of);
    }
  };
  const auto arrived = [&] { return latest_[target] != no_label && labels[latest_[target]].weight <= limit; };

  improve(no_label, {source, source, {}, no_piece}, {}, layer);
  step_to_starts(layer);
  while (!arrived() && !layer.empty() && used < most_pieces) {
    ++used;
    next.clear();
    for (const std::uint32_t from : layer) {
      const Label label = labels[from];
      const Label& best = labels[latest_[label.vertex]];
      if (latest_[label.vertex] != from && best.pieces == label.pieces)
        continue;  // a lighter one of this layer follows
      for (auto [e, end] = out_edges(label.vertex, graph_); e != end; ++e) {
        const Bound& bound = graph_[*e];
        if (bound.piece >= first_refused || !believed_[bound.piece]) continue;
        const Vertex head = boost::target(*e, graph_);
        improve(from, {label.vertex, head, bound.weight(), bound.piece}, label.weight + bound.weight(), next);
      }
    }
    step_to_starts(next);
    layer.swap(next);
  }
  std::optional<std::vector<ChainEdge>> path;
  if (arrived()) {
    path.emplace();
    for (std::uint32_t at = latest_[target]; labels[at].parent != no_label; at = labels[at].parent)
      path->push_back(labels[at].edge);
    std::reverse(path->begin(), path->end());
  }
  for (const Label& label : labels) latest_[label.vertex] = no_label;
  return path;
}

}  // namespace annal::graph
