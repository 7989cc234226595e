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

}  // namespace

std::vector<Relation> reduce(const std::vector<Relation>& relations) {
  std::map<std::pair<Entity::Kind, std::uint32_t>, std::uint32_t> numbers;
  const auto number = [&](const Entity& entity) {
    return numbers.try_emplace({entity.kind, entity.index}, static_cast<std::uint32_t>(numbers.size())).first->second;
  };
  std::vector<Order> edges;
  // The one edge of a before-like relation, as an index into `edges`.
  std::vector<std::optional<std::size_t>> edge_of(relations.size());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const Relation& relation = relations[i];
    const std::uint32_t from = number(relation.from), to = number(relation.to);
    if (before_like(relation.type)) edge_of[i] = edges.size();
    for (const Order& order : orders(relation.type, from, to)) edges.push_back(order);
  }
  if (numbers.size() > most_entities) return relations;
  for (std::uint32_t i = 0; i < numbers.size(); ++i) edges.push_back({2 * i, 2 * i + 1});

  // Points at one time, and those that contradictions tie into a cycle, are one component; between them the order has
  // none.
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  Graph graph(2 * numbers.size());
  for (const Order& edge : edges) boost::add_edge(edge.from, edge.to, graph);
  std::vector<std::size_t> component(num_vertices(graph));
  const std::size_t components = boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));

  std::vector<std::vector<std::size_t>> heads(components);
  for (const Order& edge : edges)
    if (component[edge.from] != component[edge.to]) heads[component[edge.from]].push_back(component[edge.to]);

  // Tarjan's components come with their successors first: when one is reached, what follows its heads is known. Its
  // heads from the nearest on: a head that follows one before it need not be said.
  Bits follows(components, components);
  for (std::size_t c = 0; c < components; ++c) {
    std::sort(heads[c].begin(), heads[c].end(), std::greater<>());
    heads[c].erase(std::unique(heads[c].begin(), heads[c].end()), heads[c].end());
    std::erase_if(heads[c], [&](std::size_t head) {
      if (follows.test(c, head)) return true;
      follows.set(c, head);
      follows.unite(c, head);
      return false;
    });
  }
  const auto needed = [&](std::size_t c, std::size_t head) {
    return std::binary_search(heads[c].begin(), heads[c].end(), head, std::greater<>());
  };

  // Of several relations that say one needed edge, the most trusted stays.
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> speaker;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (!edge_of[i]) continue;
    const std::pair key{component[edges[*edge_of[i]].from], component[edges[*edge_of[i]].to]};
    const auto [at, added] = speaker.try_emplace(key, i);
    if (!added && relations[at->second].trust < relations[i].trust) at->second = i;
  }
  std::vector<Relation> kept;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (edge_of[i]) {
      const std::pair key{component[edges[*edge_of[i]].from], component[edges[*edge_of[i]].to]};
      if (key.first != key.second && (!needed(key.first, key.second) || speaker.at(key) != i)) continue;
    }
    kept.push_back(relations[i]);
  }
  return kept;
}

}  // namespace annal
