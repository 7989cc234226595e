#include "timeline/pipeline.h"

#include "timeline/assemble.h"

namespace annal {

Timeline build_timeline(Analysis analysis, const Language& language) {
  return build_timeline(std::move(analysis), language, link_tables());
}

Timeline build_timeline(Analysis analysis, const Language& language, const LinkTables& models) {
  // Words, clauses, which of them each time expression dates, and events.
  const EventLexicon& lexicon = EventLexicon::of(language);
  const Reading reading = read_clauses(analysis, lexicon);
  const TieIndex ties = tie_times(analysis, reading);
  std::vector<Event> events = find_events(analysis, reading, ties, lexicon);
  return assemble(std::move(analysis), reading, ties, std::move(events), models, true);
}

}  // namespace annal
