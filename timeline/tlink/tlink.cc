#include "timeline/tlink/tlink.h"

namespace annal {

std::optional<Relation> relation_of(const TLink& link) {
  Relation relation;
  relation.from = link.from;
  relation.to = link.to;
  relation.rule = link.rule;
  relation.trust = link.trust;
  relation.evidence = link.words;
  switch (link.relation) {
    case TemporalRelation::before: relation.type = RelationType::before; break;
    case TemporalRelation::after: relation.type = RelationType::after; break;
    case TemporalRelation::inside: relation.type = RelationType::is_included; break;
    case TemporalRelation::identical:
      relation.type = link.from.kind == Entity::Kind::event ? RelationType::identity : RelationType::simultaneous;
      break;
    case TemporalRelation::begins_in: relation.type = RelationType::begun_by; break;
    case TemporalRelation::ends_in: relation.type = RelationType::ended_by; break;
    case TemporalRelation::overlaps:
      if (link.from.kind == Entity::Kind::event && link.to.kind == Entity::Kind::event) {
        relation.type = RelationType::simultaneous;
        break;
      }
      relation.type = RelationType::includes;
      break;
    // Against the day of writing TimeML says BEFORE and AFTER of what ends or begins on it; between two events so
    // little has no name.
    case TemporalRelation::ends_by:
      if (link.to.kind == Entity::Kind::event) return std::nullopt;
      relation.type = RelationType::before;
      break;
    case TemporalRelation::begins_from:
      if (link.to.kind == Entity::Kind::event) return std::nullopt;
      relation.type = RelationType::after;
      break;
    case TemporalRelation::begins_until: return std::nullopt;
    case TemporalRelation::starts_before: relation.type = RelationType::before; break;
    case TemporalRelation::starts_after: relation.type = RelationType::after; break;
  }
  return relation;
}

}  // namespace annal
