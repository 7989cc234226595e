// Narrative time: "The minister resigned on Monday. He thanked his staff." An undated event in the simple past takes
// the time of the last dated event or, without one, the date of writing. This is weak evidence and marked as
// such.
#pragma once

#include "timeline/tlink/tlink.h"

namespace annal {

/// Appends to `links` the days that undated events take over: rule "narrative-day" from a time expression told before,
/// "narrative-day-of-writing" where none is; "same-time-as-clause" for a participle beside a dated verb.
/// And the turns in which undated verbs are told, which bound but are no relations to be told.
void propagate_narrative_time(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                              const std::vector<Event>& events, const std::vector<EventSite>& sites,
                              std::vector<TLink>& links);

/// Takes back the turns ("sayings-in-turn", "done-before-said") of pairs of which another link tells something.
void drop_contradicted_sequence(std::vector<TLink>& links);

}  // namespace annal
