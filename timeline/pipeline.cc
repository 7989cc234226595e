#include "timeline/pipeline.h"

#include "timeline/assemble.h"
#include "timeline/event/dated.h"

namespace annal {

Timeline build_timeline(Analysis analysis, const Language& language) {
  return build_timeline(std::move(analysis), language, link_tables());
}

Timeline build_timeline(Analysis analysis, const Language& language, const LinkTables& models) {
  // A language whose verbs the lexicon does not hold has the clauses round its times.
  if (language.word_class("verb") == no_class) {
    DatedClauses dated = find_dated_clauses(analysis, language);
    return assemble(std::move(analysis), dated.reading, TieIndex(dated.ties), std::move(dated.events), models, true);
  }
  // Words, clauses, which of them each time expression dates, and events.
  const EventLexicon& lexicon = EventLexicon::of(language);
  const Reading reading = read_clauses(analysis, lexicon);
  const TieIndex ties = tie_times(analysis, reading);
  std::vector<Event> events = find_events(analysis, reading, ties, lexicon);
  return assemble(std::move(analysis), reading, ties, std::move(events), models, true);
}

}  // namespace annal
