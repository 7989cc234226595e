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
                         const std::vector<char>& accepted, std::size_t most_refined, const Landmark* landmark)
    : graph_(graph), potential_(potential), accepted_(accepted), most_refined_(most_refined), landmark_(landmark) {
  ahead_.latest.assign(num_vertices(graph), no_label);
  back_.latest.assign(num_vertices(graph), no_label);
  back_.ahead = false;
}

std::optional<std::vector<ChainEdge>> ChainFinder::find(Vertex source, Vertex target, Weight limit) {
  auto best = search({source, target, limit, no_constraint, num_vertices(graph_)});
  if (!best || ++found_ > most_refined_) return best;
  // As few constraints, but without the least accepted of them: halve the stretch of constraints that may take part.
  const std::size_t fewest = constraints_on(*best);
  std::uint32_t enough = least_trusted(*best), too_few = 0;
  if (enough == no_constraint) return best;
  while (too_few < enough) {
    const std::uint32_t middle = too_few + (enough - too_few) / 2;
    if (auto other = search({source, target, limit, middle + 1, fewest})) {
      enough = least_trusted(*other);
      best = std::move(other);
    } else {
      too_few = middle + 1;
    }
  }
  return best;
}

/// Any path of the fewest constraints that `query` allows. Whichever side has fewer edges before it takes the next
/// step, so that the calendar, which all dates hang on, is met and not searched.
std::optional<std::vector<ChainEdge>> ChainFinder::search(const Query& query) {
  met_ahead_ = met_back_ = no_label;
  begin(ahead_, query.source, query);
  if (ahead_.layer.empty()) return std::nullopt;  // the times that are known exclude it
  begin(back_, query.target, query);
  while (met_ahead_ == no_label && !ahead_.layer.empty() && !back_.layer.empty() &&
         ahead_.used + back_.used < query.most_constraints)
    step(ahead_.edges <= back_.edges ? ahead_ : back_, query);

  std::optional<std::vector<ChainEdge>> path;
  if (met_ahead_ != no_label) path = path_through_meeting();
  for (Side* side : {&ahead_, &back_}) {
    for (const Label& label : side->labels) side->latest[label.vertex] = no_label;
    side->labels.clear();
  }
  return path;
}

void ChainFinder::begin(Side& side, Vertex vertex, const Query& query) {
  side.used = 0;
  side.layer.clear();
  if (leads_on(side, vertex, {}, query))
    add(side, {vertex, no_label, 0, {vertex, vertex, {}, no_constraint}, {}}, query, side.layer);
  step_to_starts(side, side.layer, query);
  side.edges = edges_before(side);
}

/// Follows every edge of one side's layer, which makes its next one.
void ChainFinder::step(Side& side, const Query& query) {
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
      if (bound.constraint >= query.first_rejected || !accepted_[bound.constraint]) return;
      const Vertex tail = boost::source(e, graph_), head = boost::target(e, graph_), reached = side.ahead ? head : tail;
      const Weight weight = label.weight + bound.weight();
      if (leads_on(side, reached, weight, query))
        add(side, {reached, from, side.used, {tail, head, bound.weight(), bound.constraint}, weight}, query, next);
    };
    if (side.ahead)
      for (auto [e, end] = out_edges(label.vertex, graph_); e != end; ++e) follow(*e);
    else
      for (auto [e, end] = in_edges(label.vertex, graph_); e != end; ++e) follow(*e);
  }
  step_to_starts(side, next, query);
  side.layer.swap(next);
  side.edges = edges_before(side);
}

/// The end of an interval is followed by its start at no cost in evidence.
void ChainFinder::step_to_starts(Side& side, std::vector<std::uint32_t>& layer, const Query& query) {
  for (std::size_t i = 0; i < layer.size(); ++i) {
    const Label label = side.labels[layer[i]];
    const bool is_end = label.vertex % 2 != 0;
    if (label.vertex < PointNumbers::document_start || is_end != side.ahead) continue;
    const Vertex start = side.ahead ? label.vertex - 1 : label.vertex, reached = side.ahead ? start : start + 1;
    const ChainEdge edge{start + 1, start, {0, -1}, no_constraint};
    const Weight weight = label.weight + edge.weight;
    if (leads_on(side, reached, weight, query)) add(side, {reached, layer[i], side.used, edge, weight}, query, layer);
  }
}

/// Whether a way of `weight` to (from) `vertex` is lighter than those before and its rest can stay within the limit.
bool ChainFinder::leads_on(const Side& side, Vertex vertex, Weight weight, const Query& query) const {
  const std::uint32_t latest = side.latest[vertex];
  if (latest != no_label && side.labels[latest].weight <= weight) return false;
  const Vertex tail = side.ahead ? vertex : query.source, head = side.ahead ? query.target : vertex;
  return weight + potential_[head] - potential_[tail] <= query.limit && !is_farther(tail, head, query.limit - weight);
}

/// Adds `label`, which leads on, to the side and to `layer`. Notes where the two sides meet.
void ChainFinder::add(Side& side, const Label& label, const Query& query, std::vector<std::uint32_t>& layer) {
  const Vertex vertex = label.vertex;
  const auto latest = static_cast<std::uint32_t>(side.labels.size());
  side.latest[vertex] = latest;
  layer.push_back(latest);
  side.labels.push_back(label);
  const Side& other = side.ahead ? back_ : ahead_;
  const std::uint32_t there = other.latest[vertex];
  if (met_ahead_ != no_label || there == no_label || other.labels[there].weight + label.weight > query.limit) return;
  met_ahead_ = side.ahead ? latest : there;
  met_back_ = side.ahead ? there : latest;
}

/// Whether the distances from one point say that no way from `tail` to `head` weighs `most` or less. A way from the
/// point to the tail, and on to the head, is none shorter than the shortest to the head; the same of ways to the point.
bool ChainFinder::is_farther(Vertex tail, Vertex head, Weight most) const {
  if (landmark_ == nullptr) return false;
  const auto& [after, before] = *landmark_;
  return (after[tail] < unreachable && after[head] - after[tail] > most) ||
         (before[head] < unreachable && before[tail] - before[head] > most);
}

/// How many edges the next step of a side would look at.
std::size_t ChainFinder::edges_before(const Side& side) const {
  std::size_t count = 0;
  for (const std::uint32_t from : side.layer) {
    const Vertex v = side.labels[from].vertex;
    count += side.ahead ? out_degree(v, graph_) : in_degree(v, graph_);
  }
  return count;
}

std::vector<ChainEdge> ChainFinder::path_through_meeting() const {
  std::vector<ChainEdge> path;
  for (std::uint32_t at = met_ahead_; ahead_.labels[at].parent != no_label; at = ahead_.labels[at].parent)
    path.push_back(ahead_.labels[at].edge);
  std::reverse(path.begin(), path.end());
  for (std::uint32_t at = met_back_; back_.labels[at].parent != no_label; at = back_.labels[at].parent)
    path.push_back(back_.labels[at].edge);
  return path;
}

}  // namespace annal::graph
