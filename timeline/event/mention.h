// One happening told several times: "the first phone call ... called him ... during the call". A wrong merge is worse
// than two entries, so only a later, definite noun joins an earlier event of the same group of words, where nothing
// else fits and no time expression speaks against it.
#pragma once

#include <vector>

#include "timeline/event/tie.h"
#include "timeline/timeline.h"

namespace annal {

/// Moves events that surely tell of an earlier one into its `mentions`; what is left keeps its order.
void merge_mentions(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const EventLexicon& lexicon,
                    std::vector<Event>& events);

}  // namespace annal
