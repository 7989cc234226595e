#include "timeline/network/reduce.h"

#include <algorithm>
#include <array>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <compare>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <utility>

namespace annal {
namespace {

constexpr std::uint32_t none = UINT32_MAX;
constexpr std::uint32_t edges_of_hub = 64;
constexpr std::size_t most_hubs = 64;
constexpr std::uint64_t steps_in_all = 1'000'000, steps_of_head = 4'096;  ///< edges looked at

/// The first is not later than the second. Of points: 2i and 2i+1 are start and end of entity i.
using Order = std::pair<std::uint32_t, std::uint32_t>;

bool before_like(RelationType type) {
  return type == RelationType::before || type == RelationType::after || type == RelationType::ibefore ||
         type == RelationType::iafter;
}

/// Appends the order of points that a relation of `a` and `b` (their entities) says.
void append_orders(RelationType type, std::uint32_t a, std::uint32_t b, std::vector<Order>& out) {
  const std::uint32_t a1 = 2 * a, a2 = a1 + 1, b1 = 2 * b, b2 = b1 + 1;
  const auto add = [&](std::initializer_list<Order> orders) { out.insert(out.end(), orders); };
  switch (type) {
    case RelationType::before:
    case RelationType::ibefore: return add({{a2, b1}});
    case RelationType::after:
    case RelationType::iafter: return add({{b2, a1}});
    case RelationType::includes: return add({{a1, b1}, {b2, a2}});
    case RelationType::is_included: return add({{b1, a1}, {a2, b2}});
    case RelationType::begins: return add({{a1, b1}, {b1, a1}, {a2, b2}});
    case RelationType::begun_by: return add({{a1, b1}, {b1, a1}, {b2, a2}});
    case RelationType::ends: return add({{a2, b2}, {b2, a2}, {b1, a1}});
    case RelationType::ended_by: return add({{a2, b2}, {b2, a2}, {a1, b1}});
    case RelationType::simultaneous:
    case RelationType::identity:
    case RelationType::during: return add({{a1, b1}, {b1, a1}, {a2, b2}, {b2, a2}});
  }
}

/// The edges of the order that `relations` state among the ends of their entities.
struct Edges {
  std::vector<Order> all;
  std::vector<std::uint32_t> of_relation;  ///< of a before-like relation, its one edge in `all`; of others `none`
  std::uint32_t entities = 0;
};

Edges edges_of(const std::vector<Relation>& relations) {
  std::array<std::vector<std::uint32_t>, 3> numbers;  // by kind and index
  Edges edges;
  const auto number = [&](const Entity& entity) {
    std::vector<std::uint32_t>& of_kind = numbers.at(static_cast<std::size_t>(entity.kind));
    if (entity.index >= of_kind.size()) of_kind.resize(entity.index + std::size_t{1}, none);
    std::uint32_t& mine = of_kind[entity.index];
    if (mine == none) mine = edges.entities++;
    return mine;
  };
  edges.of_relation.reserve(relations.size());
  for (const Relation& relation : relations) {
    const std::uint32_t from = number(relation.from), to = number(relation.to);
    edges.of_relation.push_back(before_like(relation.type) ? static_cast<std::uint32_t>(edges.all.size()) : none);
    append_orders(relation.type, from, to, edges.all);
  }
  for (std::uint32_t i = 0; i < edges.entities; ++i) edges.all.emplace_back(2 * i, 2 * i + 1);
  return edges;
}

/// The order among components: points at one time, and those that a contradiction ties into a cycle, are one component.
class Components {
 public:
  explicit Components(const Edges& edges) : of_point_(2 * std::size_t{edges.entities}) {
    const auto points = static_cast<std::uint32_t>(of_point_.size());
    using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                     boost::no_property, std::uint32_t, std::uint32_t>;
    const Graph graph(boost::edges_are_unsorted_multi_pass, edges.all.begin(), edges.all.end(), points);
    const std::uint32_t count = boost::strong_components(
        graph, boost::make_iterator_property_map(of_point_.begin(), get(boost::vertex_index, graph)));
    edges_.reserve(edges.all.size());
    for (const Order& edge : edges.all)
      if (const Edge e = between(edge); e.head != e.tail) edges_.push_back(e);
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
    first_.assign(count + std::size_t{1}, 0);
    for (const Edge& edge : edges_) ++first_[edge.head + std::size_t{1}];
    for (std::size_t c = 0; c < count; ++c) first_[c + 1] += first_[c];
    mark_hubs(count);
    implied_.assign(edges_.size(), 0);
    precedes_.assign(count, none);
    for (std::uint32_t head = 0; head < count; ++head) find_implied(head);
  }

  struct Edge {
    std::uint32_t head, tail;
    friend auto operator<=>(const Edge&, const Edge&) = default;
  };
  Edge between(const Order& edge) const { return {of_point_[edge.second], of_point_[edge.first]}; }
  /// The number of an edge that no others imply; `none` of others.
  std::uint32_t needed(Edge edge) const {
    const auto at = std::lower_bound(edges_.begin(), edges_.end(), edge) - edges_.begin();
    return implied_[static_cast<std::size_t>(at)] != 0 ? none : static_cast<std::uint32_t>(at);
  }

 private:
  /// On the day of writing hangs all that a text tells: a way through such a hub is found by what precedes it and what
  /// follows it. Tarjan's algorithm numbers components with their successors first, so one look at each edge tells.
  void mark_hubs(std::uint32_t count) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hubs;  // edges, component
    std::vector<std::uint32_t> degree(count, 0);
    for (const Edge& edge : edges_) ++degree[edge.head], ++degree[edge.tail];
    for (std::uint32_t c = 0; c < count; ++c)
      if (degree[c] >= edges_of_hub) hubs.emplace_back(degree[c], c);
    std::sort(hubs.begin(), hubs.end(), std::greater<>());
    if (hubs.size() > most_hubs) hubs.resize(most_hubs);
    hub_.assign(count, 0);
    before_hub_.assign(count, 0);
    after_hub_.assign(count, 0);
    for (std::size_t i = 0; i < hubs.size(); ++i) hub_[hubs[i].second] = std::uint64_t{1} << i;
    for (const Edge& e : edges_) before_hub_[e.tail] |= hub_[e.head] | before_hub_[e.head];
    for (auto e = edges_.rbegin(); e != edges_.rend(); ++e) after_hub_[e->head] |= hub_[e->tail] | after_hub_[e->tail];
  }

  /// A tail that precedes another tail of `head` is implied. So a search back from each tail, the nearest first, need
  /// not go past the last of them.
  void find_implied(std::uint32_t head) {
    const std::uint32_t first = first_[head], last = first_[head + 1];
    allowed_ += steps_of_head;
    for (std::uint32_t e = first; last - first > 1 && e < last; ++e) {
      const std::uint32_t tail = edges_[e].tail;
      implied_[e] = precedes_[tail] == head || (before_hub_[tail] & after_hub_[head]) != 0;
      if (precedes_[tail] != head) open_.push_back(tail);
      while (!open_.empty()) {
        const std::uint32_t at = open_.back();
        open_.pop_back();
        if (hub_[at] != 0) continue;
        for (std::uint32_t i = first_[at]; i < first_[at + 1] && edges_[i].tail <= edges_[last - 1].tail; ++i) {
          if (steps_ == allowed_) return open_.clear();
          ++steps_;
          if (std::exchange(precedes_[edges_[i].tail], head) != head) open_.push_back(edges_[i].tail);
        }
      }
    }
  }

  std::vector<std::uint32_t> of_point_;
  std::vector<Edge> edges_;                                  ///< by head, then by tail
  std::vector<std::uint32_t> first_;                         ///< of each head, into `edges_`; and the end
  std::vector<std::uint64_t> hub_, before_hub_, after_hub_;  ///< of each component, a bit for each hub
  std::vector<char> implied_;                                ///< of each edge
  std::vector<std::uint32_t> precedes_;  ///< of each component, the last head a tail of which it was found to precede
  std::vector<std::uint32_t> open_;
  std::uint64_t steps_ = 0, allowed_ = steps_in_all;
};

/// Of each relation whether it follows from the others.
std::vector<char> redundant(const std::vector<Relation>& relations) {
  const Edges edges = edges_of(relations);
  const Components components(edges);
  // Of several relations that state one edge, the most trusted stays.
  std::vector<std::uint32_t> stated_by(edges.all.size(), none);  // the relation, of each edge of components
  std::vector<char> follows(relations.size(), 0);
  for (std::uint32_t i = 0; i < relations.size(); ++i) {
    if (edges.of_relation[i] == none) continue;
    const Components::Edge edge = components.between(edges.all[edges.of_relation[i]]);
    if (edge.head == edge.tail) continue;
    const std::uint32_t number = components.needed(edge);
    std::uint32_t one = i;
    if (number != none && (stated_by[number] == none || relations[stated_by[number]].trust < relations[i].trust))
      one = std::exchange(stated_by[number], i);
    if (one != none) follows[one] = 1;
  }
  return follows;
}

}  // namespace

std::vector<Relation> reduce(std::vector<Relation> relations, double least_trust) {
  std::vector<char> dropped = redundant(relations);
  std::vector<Relation> trusted;
  for (const Relation& relation : relations)
    if (relation.trust >= least_trust) trusted.push_back(relation);
  if (trusted.size() < relations.size()) {
    const std::vector<char> follows = redundant(trusted);
    for (std::size_t i = 0, t = 0; i < relations.size(); ++i)
      if (relations[i].trust >= least_trust) dropped[i] = follows[t++];
  }
  std::vector<Relation> kept;
  kept.reserve(relations.size());
  for (std::size_t i = 0; i < relations.size(); ++i)
    if (dropped[i] == 0) kept.push_back(std::move(relations[i]));
  return kept;
}

}  // namespace annal
