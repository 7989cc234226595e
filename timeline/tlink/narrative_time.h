// The day a story stands at: "The minister resigned on Monday. He thanked his staff." Undated, what is told in the
// simple past goes on where the last dated telling was; before any, on the day of writing. Weak evidence, and said to
// be so.
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
