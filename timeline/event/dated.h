// Events of a language whose verbs nobody has taught us: one for each clause that a time expression dates, in the
// clause's own words.
#pragma once

#include <vector>

#include "timeline/event/tie.h"
#include "timeline/timeline.h"

namespace annal {

/// Titles of such events in code points at most, an ellipsis included.
inline constexpr std::size_t dated_title_limit = 60;

struct DatedClauses {
  Reading
      reading;  ///< its words are bare but for their time expressions; its clauses are those of the events, in order
  std::vector<TimeTie> ties;  ///< of the clauses; how the word before a time ties it is what the class `time-tie` says
  std::vector<Event> events;  ///< one for each clause, in order of place; facts without tense or actors
};

/// The clauses of `analysis` with a date or a time that has a place on the calendar. Boilerplate and datelines have
/// none.
DatedClauses find_dated_clauses(const Analysis& analysis, const Language& language);

}  // namespace annal
