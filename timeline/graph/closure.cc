#include "timeline/graph/closure.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "timeline/graph/network.h"

namespace annal {
namespace {

constexpr std::uint32_t most_neighbours = 20;
constexpr std::uint64_t most_edges = 120'000'000;  ///< looked at for all pairs together

std::optional<RelationType> type_of(PairOrder order) {
  switch (order) {
    case PairOrder::before: return RelationType::before;
    case PairOrder::after: return RelationType::after;
    case PairOrder::simultaneous: return RelationType::simultaneous;
    case PairOrder::includes: return RelationType::includes;
    case PairOrder::is_included: return RelationType::is_included;
    case PairOrder::overlaps:
    case PairOrder::unknown: break;
  }
  return std::nullopt;
}

}  // namespace

Closure closure(const Timeline& timeline) {
  Closure found{timeline.relations, 0};
  std::vector<Relation>& out = found.relations;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const Relation& r : out)
    if (r.from.kind == Entity::Kind::event && r.to.kind == Entity::Kind::event)
      told.insert({std::min(r.from.index, r.to.index), std::max(r.from.index, r.to.index)});
  const Network network(timeline);
  // Of four points each, the way to all others: both sides of each piece, and the two points of each interval.
  const std::uint64_t edges_of_pair =
      4 * (2 * timeline.evidence.size() + 2 * (timeline.events.size() + timeline.timexes.size()) + 4);
  std::uint64_t pairs = most_edges / edges_of_pair;
  for (std::uint32_t b = 0; b < timeline.events.size(); ++b) {
    for (std::uint32_t a = b, n = 0; a-- > 0 && n < most_neighbours; ++n) {
      if (timeline.events[a].sentence + 1 < timeline.events[b].sentence) break;
      if (told.count({a, b}) != 0) continue;
      if (pairs == 0) {
        ++found.left_out;
        continue;
      }
      --pairs;
      const auto type = type_of(network.between(a, b).order);
      if (!type) continue;
      Relation relation;
      relation.from = {Entity::Kind::event, a};
      relation.to = {Entity::Kind::event, b};
      relation.type = *type;
      relation.inferred = true;
      relation.rule = "closure";
      out.push_back(std::move(relation));
    }
  }
  return found;
}

}  // namespace annal
