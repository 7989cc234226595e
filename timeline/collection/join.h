// Puts the timelines of several documents beside each other in one: their texts one after the other, and of each what
// a timeline of many can use. Nothing is merged or ordered yet.
#pragma once

#include "timeline/timeline.h"

namespace annal {

/// Appends `part`, the finished timeline of one document or of several, to `joined`:
///
///   text        all of it, with its blocks and sentences; no tokens
///   events      those that may matter in a timeline of many: shown, salient, dated, or in a reported conflict; none
///   that
///               the owner hides
///   timexes     those that date the events, stand in a reported conflict, or name a day, which the ranking of days
///   counts
///   evidence    what relates these events to each other and to these times. The day of writing is the calendar's; what
///               hangs on an unknown one, or on an unknown year, is left out. An event that no time dates
///               directly keeps the bounds that the network of its document found for it (rule_document_bounds).
///   relations   the claims about what is kept
///   warnings    all
///
/// What is left out for its size (texts of more than 4 GiB together) is told by false; `joined` stays as it was.
bool append_document(Timeline part, Timeline& joined);

/// The rule of evidence that stands for a proof within one document.
inline constexpr const char* rule_document_bounds = "document-bounds";

}  // namespace annal
