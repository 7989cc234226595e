#include "timeline/tlink/asserted.h"

#include <algorithm>

#include "timeline/network/network.h"
#include "timeline/network/reduce.h"
#include "timeline/tlink/claim.h"

namespace annal {
namespace {

/// The trust in the second choice of a type, as a share of that in the first.
constexpr double second_choice = 0.99;

}  // namespace

void append_bounds(const Relation& relation, std::vector<Evidence>& out) {
  const Point a = start_point(relation.from), a_end = end_point(relation.from);
  const Point b = start_point(relation.to), b_end = end_point(relation.to);
  const auto add = [&](Point from, Point to, bool equal) {
    Evidence e;
    e.from = from;
    e.to = to;
    e.low = 0;
    if (equal) e.high = 0;
    e.strict = !equal;
    e.kind = EvidenceKind::stated;
    e.rule = relation.rule;
    e.words = relation.evidence;
    e.trust = relation.trust;
    out.push_back(std::move(e));
  };
  const auto order = [&](Point earlier, Point later) { add(earlier, later, false); };
  const auto meet = [&](Point one, Point other) { add(one, other, true); };
  switch (relation.type) {
    case RelationType::before: order(a_end, b); break;
    case RelationType::after: order(b_end, a); break;
    case RelationType::ibefore: meet(a_end, b); break;
    case RelationType::iafter: meet(b_end, a); break;
    case RelationType::includes:
      order(a, b);
      order(b_end, a_end);
      break;
    case RelationType::is_included:
      order(b, a);
      order(a_end, b_end);
      break;
    case RelationType::simultaneous:
    case RelationType::identity:
    case RelationType::during:
      meet(a, b);
      meet(a_end, b_end);
      break;
    case RelationType::begins:
      meet(a, b);
      order(a_end, b_end);
      break;
    case RelationType::begun_by:
      meet(a, b);
      order(b_end, a_end);
      break;
    case RelationType::ends:
      order(b, a);
      meet(a_end, b_end);
      break;
    case RelationType::ended_by:
      order(a, b);
      meet(a_end, b_end);
      break;
  }
}

std::vector<Relation> admitted(std::vector<Relation> relations, std::size_t timexes, std::size_t events,
                               std::span<const Evidence> solved) {
  std::vector<Evidence> claims;
  std::vector<std::uint32_t> of;
  for (std::uint32_t r = 0; r < relations.size(); ++r) {
    append_bounds(relations[r], claims);
    of.resize(claims.size(), r);
  }
  std::vector<bool> rejected(relations.size(), false);
  for (const std::uint32_t claim : rejected_claims(timexes, events, solved, claims)) rejected[of[claim]] = true;
  std::vector<Relation> kept;
  for (std::size_t r = 0; r < relations.size(); ++r)
    if (!rejected[r]) kept.push_back(std::move(relations[r]));
  return kept;
}

std::vector<Relation> asserted(const Analysis& analysis, const std::vector<TLink>& links,
                               const LinkedEvidence& evidence, std::span<const Evidence> solved, std::size_t events) {
  std::vector<bool> dated_by_model(events, false);  // against the day of writing
  const auto given_up = [&](std::size_t l) {
    return std::any_of(solved.begin() + evidence.first[l], solved.begin() + evidence.first[l + 1],
                       [](const Evidence& e) { return e.set_aside; });
  };
  const auto to_dct = [](const TLink& link) {
    return link.from.kind == Entity::Kind::event && link.to.kind == Entity::Kind::document;
  };
  for (std::size_t l = 0; l < links.size(); ++l)
    if (to_dct(links[l]) && links[l].kind == EvidenceKind::model && links[l].salient && !given_up(l))
      dated_by_model[links[l].from.index] = true;

  std::vector<Relation> relations;
  for (std::size_t l = 0; l < links.size(); ++l) {
    if (!links[l].salient || given_up(l)) continue;
    if (to_dct(links[l]) && links[l].kind != EvidenceKind::model && dated_by_model[links[l].from.index]) continue;
    auto relation = relation_of(links[l]);
    if (!relation) continue;
    // Starts alone leave two types: BEFORE, and where the ends forbid that, INCLUDES. They exclude each other, so only
    // the first that the network admits is kept.
    const bool earlier = links[l].relation == TemporalRelation::starts_before;
    if (earlier || links[l].relation == TemporalRelation::starts_after) {
      relations.push_back(*relation);
      relation->type = earlier ? RelationType::includes : RelationType::is_included;
      relation->trust *= second_choice;
    }
    relations.push_back(std::move(*relation));
  }
  // A TimeML type can claim more than the evidence did.
  return reduce(admitted(std::move(relations), analysis.timexes.size(), events, solved), least_claimed);
}

}  // namespace annal
