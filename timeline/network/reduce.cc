#include "timeline/network/reduce.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace annal {
namespace {

constexpr std::size_t most_entities = 10'000;

/// Start before end, and one order each way: vertices 2i and 2i+1 are start and end of entity i. An edge u -> v: u is
/// not later than v.
struct Order {
  std::uint32_t from, to;
};

bool before_like(RelationType type) {
  return type == RelationType::before || type == RelationType::after || type == RelationType::ibefore ||
         type == RelationType::iafter;
}

/// The order of points that a relation of `a` and `b` (their entities) says.
std::vector<Order> orders(RelationType type, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t a1 = 2 * a, a2 = a1 + 1, b1 = 2 * b, b2 = b1 + 1;
  const auto same = [](std::uint32_t u, std::uint32_t v) { return std::vector<Order>{{u, v}, {v, u}}; };
  switch (type) {
    case RelationType::before:
    case RelationType::ibefore: return {{a2, b1}};
    case RelationType::after:
    case RelationType::iafter: return {{b2, a1}};
    case RelationType::includes: return {{a1, b1}, {b2, a2}};
    case RelationType::is_included: return {{b1, a1}, {a2, b2}};
    case RelationType::begins: return {{a1, b1}, {b1, a1}, {a2, b2}};
    case RelationType::begun_by: return {{a1, b1}, {b1, a1}, {b2, a2}};
    case RelationType::ends: return {{a2, b2}, {b2, a2}, {b1, a1}};
    case RelationType::ended_by: return {{a2, b2}, {b2, a2}, {a1, b1}};
    case RelationType::simultaneous:
    case RelationType::identity:
    case RelationType::during: {
      std::vector<Order> all = same(a1, b1);
      const std::vector<Order> ends = same(a2, b2);
      all.insert(all.end(), ends.begin(), ends.end());
      return all;
    }
  }
  return {};
}

class Bits {
 public:
  Bits(std::size_t rows, std::size_t columns) : words_((columns + 63) / 64), bits_(rows * words_) {}
  bool test(std::size_t row, std::size_t column) const {
    return bits_[row * words_ + column / 64] >> (column % 64) & 1;
  }
  void set(std::size_t row, std::size_t column) {
    bits_[row * words_ + column / 64] |= std::uint64_t{1} << (column % 64);
  }
  void unite(std::size_t row, std::size_t other) {
    for (std::size_t i = 0; i < words_; ++i) bits_[row * words_ + i] |= bits_[other * words_ + i];
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

/// The edges of the order that `relations` state among the ends of their entities.
struct Edges {
  std::vector<Order> all;
  std::vector<std::optional<std::size_t>> of_relation;  ///< of a before-like relation, its one edge in `all`
  std::uint32_t entities = 0;
};

Edges edges_of(const std::vector<Relation>& relations) {
  std::map<std::pair<Entity::Kind, std::uint32_t>, std::uint32_t> numbers;
  const auto number = [&](const Entity& entity) {
    return numbers.try_emplace({entity.kind, entity.index}, static_cast<std::uint32_t>(numbers.size())).first->second;
  };
  Edges edges;
  for (const Relation& relation : relations) {
    const std::uint32_t from = number(relation.from), to = number(relation.to);
    edges.of_relation.push_back(before_like(relation.type) ? std::optional(edges.all.size()) : std::nullopt);
    for (const Order& order : orders(relation.type, from, to)) edges.all.push_back(order);
  }
  edges.entities = static_cast<std::uint32_t>(numbers.size());
  for (std::uint32_t i = 0; i < edges.entities; ++i) edges.all.push_back({2 * i, 2 * i + 1});
  return edges;
}

/// The order among components: points at one time, and those that a contradiction ties into a cycle, are one component.
class Components {
 public:
  explicit Components(const Edges& edges) {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    Graph graph(2 * std::size_t{edges.entities});
    for (const Order& edge : edges.all) boost::add_edge(edge.from, edge.to, graph);
    of_point_.resize(num_vertices(graph));
    const std::size_t count = boost::strong_components(
        graph, boost::make_iterator_property_map(of_point_.begin(), get(boost::vertex_index, graph)));
    heads_.resize(count);
    for (const Order& edge : edges.all)
      if (const Edge e = between(edge); e.first != e.second) heads_[e.first].push_back(e.second);
    drop_implied_heads();
  }

  using Edge = std::pair<std::size_t, std::size_t>;
  Edge between(const Order& edge) const { return {of_point_[edge.from], of_point_[edge.to]}; }
  /// Whether no other edges imply `edge`.
  bool needed(Edge edge) const {
    return std::binary_search(heads_[edge.first].begin(), heads_[edge.first].end(), edge.second, std::greater<>());
  }

 private:
  /// Tarjan's algorithm numbers components with their successors first: when one is reached, all that follows its heads
  /// is known. Of its heads, taken from the nearest on, one that follows another is implied.
  void drop_implied_heads() {
    Bits follows(heads_.size(), heads_.size());
    for (std::size_t c = 0; c < heads_.size(); ++c) {
      std::sort(heads_[c].begin(), heads_[c].end(), std::greater<>());
      heads_[c].erase(std::unique(heads_[c].begin(), heads_[c].end()), heads_[c].end());
      std::erase_if(heads_[c], [&](std::size_t head) {
        if (follows.test(c, head)) return true;
        follows.set(c, head);
        follows.unite(c, head);
        return false;
      });
    }
  }

  std::vector<std::size_t> of_point_;
  std::vector<std::vector<std::size_t>> heads_;
};

}  // namespace

std::vector<Relation> reduce(const std::vector<Relation>& relations) {
  const Edges edges = edges_of(relations);
  if (edges.entities > most_entities) return relations;
  const Components components(edges);
  // Of several relations that state one edge, the most trusted stays.
  std::map<Components::Edge, std::size_t> most_trusted;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (!edges.of_relation[i]) continue;
    const auto [at, added] = most_trusted.try_emplace(components.between(edges.all[*edges.of_relation[i]]), i);
    if (!added && relations[at->second].trust < relations[i].trust) at->second = i;
  }
  std::vector<Relation> kept;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (edges.of_relation[i]) {
      const Components::Edge edge = components.between(edges.all[*edges.of_relation[i]]);
      if (edge.first != edge.second && (!components.needed(edge) || most_trusted.at(edge) != i)) continue;
    }
    kept.push_back(relations[i]);
  }
  return kept;
}

}  // namespace annal
