#include "timeline/pipeline.h"

#include <string>

#include "core/text/density.h"
#include "core/trees.h"
#include "timeline/assemble.h"

namespace annal {
namespace {

Warning dense_events(std::size_t left_out) {
  return {{},
          "events left out: " + std::to_string(left_out) + "; " + std::to_string(stretch_size) +
              " bytes of text hold more than " + std::to_string(most_events_of_stretch) +
              " of them, or too many beside the time expressions"};
}

}  // namespace

Timeline build_timeline(Analysis analysis, const Language& language) {
  return build_timeline(std::move(analysis), language, tlink_tables());
}

Timeline build_timeline(Analysis analysis, const Language& language, const TLinkTables& models) {
  // Parse the sentences; read who does what in each; attach each time expression to what it dates; find the events.
  read_trees(analysis, language);
  const EventLexicon& lexicon = EventLexicon::of(language);
  Reading reading = read_clauses(analysis, lexicon);
  const TieIndex ties = tie_times(analysis, reading, language);
  FoundEvents found = find_events(analysis, reading, ties, lexicon);
  found.mentions = {};  // they are rated
  if (found.left_out > 0) analysis.warnings.push_back(dense_events(found.left_out));
  return assemble(std::move(analysis), std::move(reading), ties, std::move(found.events), models,
                  EventSource::detected);
}

}  // namespace annal
