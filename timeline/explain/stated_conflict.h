// Which contradictions of the network are contradictions of the text. Most are misreadings: a time attached to the
// wrong event, another year, a tense that says less than it seems to, two happenings taken for one. Where setting such
// a reading aside reconciles the rest, that is done without a word; only what the text itself states is told.
#pragma once

#include <span>
#include <vector>

#include "core/analysis.h"
#include "timeline/timeline.h"

namespace annal {

/// Whether every statement on the cycle stands in the text, with a date on both sides: two events or more, each dated
/// by a time expression whose own words fix it on the calendar, and "before" or "after" between them, or one deed that
/// is told twice (timeline/tlink/retold.h). Then no other reading is left that would reconcile them:
///
///   another anchor, year or direction   no value on the cycle depends on one
///   another attachment of a time        no two times on it date one event: then one of them belongs to another
///   tense, narrative, statistics ...    none of it is on the cycle
bool is_stated(const Conflict& conflict, std::span<const Evidence> evidence, const std::vector<Timex>& timexes);

}  // namespace annal
