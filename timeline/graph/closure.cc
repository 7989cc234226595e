#include "timeline/graph/closure.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "timeline/graph/network.h"

namespace annal {
namespace {

constexpr std::uint32_t most_neighbours = 20;

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

std::vector<Relation> closure(const Timeline& timeline) {
  std::vector<Relation> out = timeline.relations;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const Relation& r : out)
    if (r.from.kind == Entity::Kind::event && r.to.kind == Entity::Kind::event)
      told.insert({std::min(r.from.index, r.to.index), std::max(r.from.index, r.to.index)});
  const Network network(timeline);
  for (std::uint32_t b = 0; b < timeline.events.size(); ++b) {
    for (std::uint32_t a = b, n = 0; a-- > 0 && n < most_neighbours; ++n) {
      if (timeline.events[a].sentence + 1 < timeline.events[b].sentence) break;
      if (told.count({a, b}) != 0) continue;
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
  return out;
}

}  // namespace annal
