// Narrative time: the day at which a story stands.
//
//   "The minister resigned on Monday. He thanked his staff. His deputy said on Tuesday that ..."
//
// A clause in the simple past that has no date of its own goes on at the day of the last dated one: "thanked" is placed
// on Monday. A dated clause moves the story to its own day, but one that only says when something was said moves what
// is said alone. Before any date, the headline, the lead and the sayings of news (news.h) lie on the day of writing or
// the day before; anything else has no day. This is weak evidence (trust 0.3 at most), and its rules say so in their
// names.
//
// Source: the narrative reference time of Reichenbach (1947) and of Webber, Tense as discourse anaphor (1988), as far
// as annotated news bears it out.
#pragma once

#include "timeline/tlink/tlink.h"

namespace annal {

/// Appends two kinds of TLINKs to `links`; neither is written as a relation of the timeline.
///
///   days       an undated event lies inside the day of the story: "narrative-day" where a time expression gives the
///              day; inside the day of writing or the day before it: "told-in-headline", "told-in-lead",
///              "said-in-news"; "said-on-day-of-writing" for "he says"; "same-time-as-clause" for a participle beside a
///              dated verb
///   sequence   of verbs in neighbouring sentences, "done-before-said" and "sayings-in-turn" (see the source file)
void propagate_narrative_time(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                              const std::vector<Event>& events, const std::vector<EventSite>& sites,
                              std::vector<TLink>& links);

/// Removes the sequence links ("done-before-said", "sayings-in-turn") of those pairs of events for which another link
/// states a different relation.
void drop_contradicted_sequence(std::vector<TLink>& links);

}  // namespace annal
