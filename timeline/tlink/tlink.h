// TLinks: the temporal relations that a text states, each with the rule that read it, the words it rests on and how far
// to trust it. A TLink is what a reader would say ("the visit came after the vote"); evidence.h turns it into bounds
// for the network, `relation_of` into a TLINK of TimeML.
//
// Trust, highest first, in the order of measured precision (the calendar's own trust is 1, see evidence.cc):
//   stated     0.7-0.92   a time expression in the event's own clause or phrase
//   signal     0.6-0.85   "after", "since", "during", ... between clauses and before nouns
//   reporting  0.65-0.75  what is reported in the past is over when it is reported
//   identity   0.5-0.7    two words for one event
//   tense      0.4-0.6    past: before the end of the day of writing; future: after its start
//   narrative  0.1-0.3    told in this order, or at the day of the story
//   model      0.3-0.39   where no rule applies; below it is no evidence (claim.h); 0.6-0.9 between annotated events
// Only what holds is linked to what holds: what is alleged, expected, denied or conditional tells nothing about when
// facts happened.
#pragma once

#include <optional>
#include <vector>

#include "timeline/event/event.h"

namespace annal {

/// Who marked the events of a text.
enum class EventSource : std::uint8_t {
  detected,   ///< Annal found them: a relation is written only where a reader would state it
  annotated,  ///< people did, as TimeML: each event is worth a relation
};

/// How `from` lies to `to`.
enum class TemporalRelation : std::uint8_t {
  before,         ///< ends before `to` begins
  after,          ///< begins after `to` ends
  inside,         ///< begins no earlier, ends no later
  overlaps,       ///< they share time
  identical,      ///< one and the same
  begins_in,      ///< its start lies in `to`
  ends_in,        ///< its end lies in `to`
  ends_by,        ///< its end is no later than the end of `to`
  begins_from,    ///< its start is no earlier than the start of `to`
  begins_until,   ///< its start is no later than the start of `to`
  starts_before,  ///< as begins_until, but nothing is known of the ends: written as TimeML's BEFORE if that can hold
  starts_after,   ///< the converse
};

/// `from` is the subject: with `after`, `from` begins after `to` ends.
struct TLink {
  Entity from, to;
  TemporalRelation relation = TemporalRelation::before;
  EvidenceKind kind = EvidenceKind::stated;
  const char* rule = "";  ///< its stable name: "signal-after"
  double trust = 1;
  Span words;
  bool bounds = true;                ///< evidence for the network; else only a relation, as of an event that is no fact
  bool salient = true;               ///< written as a relation of the timeline; else only evidence
  CivilSeconds early = 0, late = 0;  ///< of `inside`: seconds that it may begin before `to` does, and end after it
};

inline Entity event_entity(std::uint32_t index) { return {Entity::Kind::event, index}; }
inline Entity timex_entity(std::uint32_t index) { return {Entity::Kind::timex, index}; }
inline constexpr Entity document_entity{Entity::Kind::document, 0};

/// Whether the event lasts: a state, or told in a progressive form. Then "on Monday" holds for a part of it only.
inline bool is_durative(const Event& event) {
  return event.event_class == EventClass::state || event.event_class == EventClass::i_state ||
         event.aspect == Aspect::progressive || event.aspect == Aspect::perfective_progressive;
}

/// The TimeML relation that a link amounts to; nothing where TimeML has no type for so little knowledge.
std::optional<Relation> relation_of(const TLink& link);

}  // namespace annal
