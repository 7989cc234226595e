#include "timeline/network/chain.h"

#include <algorithm>
#include <utility>

namespace annal::graph {
namespace {
constexpr std::uint32_t no_label = UINT32_MAX;
}

std::size_t constraints_on(const std::vector<ChainEdge>& path) {
  return static_cast<std::size_t>(
      std::count_if(path.begin(), path.end(), [](const ChainEdge& edge) { return edge.constraint != no_constraint; }));
}

std::uint32_t least_trusted(const std::vector<ChainEdge>& path) {
  std::uint32_t last = no_constraint;
  for (const ChainEdge& edge : path)
    if (edge.constraint != no_constraint && (last == no_constraint || edge.constraint > last)) last = edge.constraint;
  return last;
}

ChainFinder::ChainFinder(const ConstraintGraph& graph, const std::vector<Weight>& potential,
                         const std::vector<char>& accepted, std::size_t most_refined)
    : graph_(graph), potential_(potential), accepted_(accepted), most_refined_(most_refined) {
  ahead_.latest.assign(num_vertices(graph), no_label);
  back_.latest.assign(num_vertices(graph), no_label);
  back_.ahead = false;
}

std::optional<std::vector<ChainEdge>> ChainFinder::find(Vertex source, Vertex target, Weight limit) {
  auto best = search(source, target, limit, no_constraint, num_vertices(graph_));
  if (!best || ++found_ > most_refined_) return best;
  // As few constraints, but without the least accepted of them: halve the stretch of constraints that may take part.
  const std::size_t fewest = constraints_on(*best);
  std::uint32_t enough = least_trusted(*best), too_few = 0;
  if (enough == no_constraint) return best;
  while (too_few < enough) {
    const std::uint32_t middle = too_few + (enough - too_few) / 2;
    if (auto other = search(source, target, limit, middle + 1, fewest)) {
      enough = least_trusted(*other);
      best = std::move(other);
    } else {
      too_few = middle + 1;
    }
  }
  return best;
}

/// As `find`, with constraints [0, first_rejected) alone and at most so many on the path; any path of the fewest
/// constraints. Whichever side has fewer edges before it takes the next step, so that the calendar, which all dates
/// hang on, is met and not searched.
std::optional<std::vector<ChainEdge>> ChainFinder::search(Vertex source, Vertex target, Weight limit,
                                                          std::uint32_t first_rejected, std::size_t most_constraints) {
  std::uint32_t met_ahead = no_label, met_back = no_label;  // labels at one vertex, light enough together
  const auto improve = [&](Side& side, std::uint32_t parent, Vertex vertex, ChainEdge edge, Weight weight,
                           std::vector<std::uint32_t>& into) {
    std::vector<Label>& labels = side.labels;
    std::uint32_t& latest = side.latest[vertex];
    if (latest != no_label && labels[latest].weight <= weight) return;
    const Weight rest = side.ahead ? potential_[target] - potential_[vertex] : potential_[vertex] - potential_[source];
    if (weight + rest > limit) return;
    latest = static_cast<std::uint32_t>(labels.size());
    into.push_back(latest);
    labels.push_back({vertex, parent, side.used, edge, weight});
    const Side& other = side.ahead ? back_ : ahead_;
    const std::uint32_t there = other.latest[vertex];
    if (met_ahead != no_label || there == no_label || other.labels[there].weight + weight > limit) return;
    met_ahead = side.ahead ? latest : there;
    met_back = side.ahead ? there : latest;
  };
  /// The end of an interval is followed by its start at no cost in evidence.
  const auto step_to_starts = [&](Side& side, std::vector<std::uint32_t>& of) {
    for (std::size_t i = 0; i < of.size(); ++i) {
      const Label label = side.labels[of[i]];
      const bool is_end = label.vertex % 2 != 0;
      if (label.vertex < PointNumbers::document_start || is_end != side.ahead) continue;
      const Vertex start = side.ahead ? label.vertex - 1 : label.vertex;
      improve(side, of[i], side.ahead ? start : start + 1, {start + 1, start, {0, -1}, no_constraint},
              label.weight + Weight{0, -1}, of);
    }
  };
  const auto begin = [&](Side& side, Vertex vertex) {
    side.used = 0;
    side.layer.clear();
    improve(side, no_label, vertex, {vertex, vertex, {}, no_constraint}, {}, side.layer);
    step_to_starts(side, side.layer);
  };
  const auto edges_before = [&](const Side& side) {
    std::size_t count = 0;
    for (const std::uint32_t from : side.layer) {
      const Vertex v = side.labels[from].vertex;
      count += side.ahead ? out_degree(v, graph_) : in_degree(v, graph_);
    }
    return count;
  };
  const auto step = [&](Side& side) {
    ++side.used;
    std::vector<std::uint32_t> next;
    for (const std::uint32_t from : side.layer) {
      const Label label = side.labels[from];
      const Label& best = side.labels[side.latest[label.vertex]];
      if (side.latest[label.vertex] != from && best.constraints == label.constraints)
        continue;  // a lighter one of this layer follows
      const auto follow = [&](const EdgeOf& e) {
        ++steps_;
        const Bound& bound = graph_[e];
        if (bound.constraint >= first_rejected || !accepted_[bound.constraint]) return;
        const ChainEdge edge{boost::source(e, graph_), boost::target(e, graph_), bound.weight(), bound.constraint};
        improve(side, from, side.ahead ? edge.head : edge.tail, edge, label.weight + bound.weight(), next);
      };
      if (side.ahead)
        for (auto [e, end] = out_edges(label.vertex, graph_); e != end; ++e) follow(*e);
      else
        for (auto [e, end] = in_edges(label.vertex, graph_); e != end; ++e) follow(*e);
    }
    step_to_starts(side, next);
    side.layer.swap(next);
  };

  begin(ahead_, source);
  begin(back_, target);
  while (met_ahead == no_label && !ahead_.layer.empty() && !back_.layer.empty() &&
         ahead_.used + back_.used < most_constraints)
    step(edges_before(ahead_) <= edges_before(back_) ? ahead_ : back_);

  std::optional<std::vector<ChainEdge>> path;
  if (met_ahead != no_label) {
    path.emplace();
    for (std::uint32_t at = met_ahead; ahead_.labels[at].parent != no_label; at = ahead_.labels[at].parent)
      path->push_back(ahead_.labels[at].edge);
    std::reverse(path->begin(), path->end());
    for (std::uint32_t at = met_back; back_.labels[at].parent != no_label; at = back_.labels[at].parent)
      path->push_back(back_.labels[at].edge);
  }
  for (Side* side : {&ahead_, &back_}) {
    for (const Label& label : side->labels) side->latest[label.vertex] = no_label;
    side->labels.clear();
  }
  return path;
}

}  // namespace annal::graph
