// TLink: a temporal relation that the text states ("the visit came after the vote"), with its rule, the words it rests
// on and a trust. evidence.h turns it into bounds,
// `relation_of` into a TLINK of TimeML.
//
// Trust, highest first, in the order of measured precision (calendar arithmetic has 1, in evidence.cc):
//   stated     0.85-0.95  a time expression in the event's own clause or phrase
//   signal     0.6-0.85   "after", "since", "during", ... between clauses and before nouns
//   reporting  0.6-0.75   what is reported in the past is before the report
//   identity   0.7        two words for one event
//   tense      0.5-0.6    past before the end of the day of writing, future after its start
//   narrative  0.1-0.3    "arrested and charged": reported in this order
//   model      0.1-0.28   without a rule; 0.6-0.9 between annotated events
// Only facts tie facts: a link between a fact and what is expected, denied or conditional is never made.
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
  starts_before,  ///< the same as the whole of an answer: TimeML's BEFORE, as far as starts tell
  starts_after,   ///< the converse
};

struct TLink {
  Entity from, to;
  TemporalRelation relation = TemporalRelation::before;
  EvidenceKind kind = EvidenceKind::stated;
  const char* rule = "";  ///< stable name
  double trust = 1;
  Span words;
  bool bounds = true;   ///< it bounds both; else it is a relation of what is no fact, on which nothing leans
  bool salient = true;  ///< worth a relation of its own, and not only a bound
};

/// The TLINK that a link amounts to; nothing where TimeML has no name for so little knowledge.
std::optional<Relation> relation_of(const TLink& link);

}  // namespace annal
