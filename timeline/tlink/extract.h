// Extracts temporal relations from a parsed text by rules: times, tense, signal words, clauses, nouns.
#pragma once

#include <vector>

#include "timeline/tlink/tlink.h"

namespace annal {

/// Every temporal relation that the rules find, in text order of the words it rests on. `sites`: of all events.
std::vector<TLink> extract_tlinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                                  const std::vector<Event>& events, const std::vector<EventSite>& sites);

}  // namespace annal
