// Extracts temporal relations from a parsed text by rules: times, tense, signal words, clauses, nouns.
#pragma once

#include <vector>

#include "timeline/tlink/tlink.h"

namespace annal {

/// Every link that the text asserts, in order of place of the words it rests on.
std::vector<TLink> extract_tlinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                                  const std::vector<Event>& events);

}  // namespace annal
