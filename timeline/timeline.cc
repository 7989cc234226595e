// The names of the timeline's enumerators, as TimeML 1.2.1 and the JSON timeline write them.
#include "timeline/timeline.h"

namespace annal {

std::string_view name(EventClass value) {
  switch (value) {
    case EventClass::occurrence: return "OCCURRENCE";
    case EventClass::reporting: return "REPORTING";
    case EventClass::perception: return "PERCEPTION";
    case EventClass::aspectual: return "ASPECTUAL";
    case EventClass::i_action: return "I_ACTION";
    case EventClass::i_state: return "I_STATE";
    case EventClass::state: return "STATE";
  }
  return {};
}

std::string_view name(Tense value) {
  switch (value) {
    case Tense::none: return "NONE";
    case Tense::past: return "PAST";
    case Tense::present: return "PRESENT";
    case Tense::future: return "FUTURE";
    case Tense::infinitive: return "INFINITIVE";
    case Tense::prespart: return "PRESPART";
    case Tense::pastpart: return "PASTPART";
  }
  return {};
}

std::string_view name(Aspect value) {
  switch (value) {
    case Aspect::none: return "NONE";
    case Aspect::progressive: return "PROGRESSIVE";
    case Aspect::perfective: return "PERFECTIVE";
    case Aspect::perfective_progressive: return "PERFECTIVE_PROGRESSIVE";
  }
  return {};
}

std::string_view name(Polarity value) { return value == Polarity::neg ? "NEG" : "POS"; }

std::string_view name(PartOfSpeech value) {
  switch (value) {
    case PartOfSpeech::verb: return "VERB";
    case PartOfSpeech::noun: return "NOUN";
    case PartOfSpeech::adjective: return "ADJECTIVE";
    case PartOfSpeech::preposition: return "PREPOSITION";
    case PartOfSpeech::other: return "OTHER";
  }
  return {};
}

std::string_view name(Status value) {
  switch (value) {
    case Status::fact: return "fact";
    case Status::reported: return "reported";
    case Status::alleged: return "alleged";
    case Status::expected: return "expected";
    case Status::conditional: return "conditional";
    case Status::denied: return "denied";
  }
  return {};
}

std::string_view name(Role value) {
  switch (value) {
    case Role::agent: return "agent";
    case Role::undergoer: return "undergoer";
    case Role::recipient: return "recipient";
    case Role::oblique: return "oblique";
    case Role::content: return "content";
  }
  return {};
}

std::string_view name(Visibility value) {
  switch (value) {
    case Visibility::selected: return "selected";
    case Visibility::hidden: return "hidden";
    case Visibility::shown: return "shown";
    case Visibility::pinned: return "pinned";
  }
  return {};
}

void complete(EventGroups& groups, const EventGroups& others) {
  if (groups.actor.empty()) groups.actor = others.actor;
  if (groups.place.empty()) groups.place = others.place;
  if (groups.source.empty()) groups.source = others.source;
}

std::string_view name(LaneBasis value) {
  switch (value) {
    case LaneBasis::automatic: return "auto";
    case LaneBasis::actor: return "actor";
    case LaneBasis::place: return "place";
    case LaneBasis::source: return "source";
    case LaneBasis::none: return "none";
  }
  return {};
}

std::string_view name(EditedField value) {
  switch (value) {
    case EditedField::title: return "title";
    case EditedField::date: return "date";
    case EditedField::status: return "status";
    case EditedField::visibility: return "visibility";
    case EditedField::lane: return "lane";
    case EditedField::colour: return "colour";
    case EditedField::note: return "note";
    case EditedField::link: return "link";
    case EditedField::image: return "image";
    case EditedField::added: return "added";
    case EditedField::merged: return "merged";
    case EditedField::split: return "split";
  }
  return {};
}

std::string_view name(RelationType value) {
  switch (value) {
    case RelationType::before: return "BEFORE";
    case RelationType::after: return "AFTER";
    case RelationType::ibefore: return "IBEFORE";
    case RelationType::iafter: return "IAFTER";
    case RelationType::includes: return "INCLUDES";
    case RelationType::is_included: return "IS_INCLUDED";
    case RelationType::simultaneous: return "SIMULTANEOUS";
    case RelationType::identity: return "IDENTITY";
    case RelationType::during: return "DURING";
    case RelationType::begins: return "BEGINS";
    case RelationType::begun_by: return "BEGUN_BY";
    case RelationType::ends: return "ENDS";
    case RelationType::ended_by: return "ENDED_BY";
  }
  return {};
}

std::string_view name(EvidenceKind value) {
  switch (value) {
    case EvidenceKind::edited: return "edited";
    case EvidenceKind::calendar: return "calendar";
    case EvidenceKind::stated: return "stated";
    case EvidenceKind::signal: return "signal";
    case EvidenceKind::tense: return "tense";
    case EvidenceKind::reporting: return "reporting";
    case EvidenceKind::narrative: return "narrative";
    case EvidenceKind::identity: return "identity";
    case EvidenceKind::world: return "world";
    case EvidenceKind::model: return "model";
  }
  return {};
}

}  // namespace annal
