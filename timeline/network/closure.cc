#include "timeline/network/closure.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "timeline/network/network.h"

namespace annal {
namespace {

constexpr std::uint32_t most_neighbours = 20;
constexpr std::uint64_t edges_in_all = 2'000'000, edges_of_byte = 40;  ///< of the network, to look at for all pairs

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

Relation inferred(std::uint32_t a, std::uint32_t b, RelationType type) {
  Relation relation;
  relation.from = {Entity::Kind::event, a};
  relation.to = {Entity::Kind::event, b};
  relation.type = type;
  relation.inferred = true;
  relation.rule = "closure";
  return relation;
}

/// Events whose neighbours may be compared with them: each takes six searches of the whole network, over both sides of
/// each piece and the two points of each interval.
std::uint64_t events_allowed(const Timeline& timeline) {
  const std::uint64_t edges =
      6 * (2 * timeline.evidence.size() + 2 * (timeline.events.size() + timeline.timexes.size()) + 4);
  return (edges_in_all + edges_of_byte * timeline.document.text.size()) / edges;
}

}  // namespace

Closure closure(const Timeline& timeline) {
  Closure found{timeline.relations, 0};
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const Relation& r : timeline.relations)
    if (r.from.kind == Entity::Kind::event && r.to.kind == Entity::Kind::event)
      told.insert({std::min(r.from.index, r.to.index), std::max(r.from.index, r.to.index)});
  const Network network(timeline);
  std::uint64_t events = events_allowed(timeline);
  for (std::uint32_t b = 0; b < timeline.events.size(); ++b) {
    std::vector<std::uint32_t> others;
    for (std::uint32_t a = b, n = 0; a-- > 0 && n < most_neighbours; ++n) {
      if (timeline.events[a].sentence + 1 < timeline.events[b].sentence) break;
      if (told.count({a, b}) == 0) others.push_back(a);
    }
    if (others.empty()) continue;
    if (events == 0) {
      found.left_out += others.size();
      continue;
    }
    --events;
    const std::vector<PairRelation> pairs = network.between_each(others, b);
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (const auto type = type_of(pairs[i].order)) found.relations.push_back(inferred(others[i], b, *type));
  }
  return found;
}

}  // namespace annal
