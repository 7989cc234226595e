// Events: every clause with a predicate worth telling, every noun of a happening, with what TimeML asks of them and
// what a timeline asks on top: status, title, actors, salience. Source: TimeML 1.2.1 annotation guidelines, EVENT and
// MAKEINSTANCE.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/event/salience.h"
#include "timeline/event/tie.h"
#include "timeline/timeline.h"

namespace annal {

/// Where an event, or another mention of it, stands in the reading of its text.
struct EventSite {
  std::uint32_t event = 0;   ///< index into the events
  bool first = true;         ///< its own head word, not another mention
  std::uint32_t token = 0;   ///< head word
  std::int32_t clause = -1;  ///< the clause that tells it or that its noun stands in; -1 outside clauses
  bool nominal = false;      ///< told by a noun
};

/// Events in order of place. Titles, classes and salience are set; dates, bounds and ranks are not. Each `mentions`
/// holds the event's own head at least; where later words surely tell of the same event they stand there too and are no
/// events of their own.
std::vector<Event> find_events(const Analysis& analysis, const Language& language);

struct FoundEvents {
  std::vector<Event> events;
  std::vector<RatedMention> mentions;  ///< of all events, in order of place
  std::size_t left_out = 0;            ///< events beyond what one stretch of text takes in (core/text/density.h)
};

/// The same from a text that is read already, with the ties of its time expressions.
FoundEvents find_events(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                        const EventLexicon& lexicon);

/// The time ties of the word at `site`.
inline std::span<const TimeTie> ties_of(const TieIndex& ties, const EventSite& site) {
  return site.nominal ? ties.of_noun(site.token) : ties.of_clause(site.clause);
}

/// The sites of all mentions, in order of the events, each event's own head first.
std::vector<EventSite> sites_of(const Analysis& analysis, const Reading& reading, const std::vector<Event>& events);

}  // namespace annal
