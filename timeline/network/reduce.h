// The transitive reduction of the asserted order: for a picture, "a before c" is noise beside "a before b before c".
#pragma once

#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// `relations` without those before-like ones (BEFORE, AFTER, IBEFORE, IAFTER) that follow from the other before-like
/// ones and from inclusions and identities; all others stay, and so does their order. Of several that say the same, the
/// most trusted stays (then the first). Relations on a cycle all stay. What is trusted `least_trust` or more is left
/// out only where it follows from such relations alone.
///
/// What precedes a point is searched for until all searches have looked at 1,000,000 edges and 4,096 more for each
/// point up to there: far more than texts take, in which what is related stands close together. What is not found to
/// follow from others stays.
std::vector<Relation> reduce(std::vector<Relation> relations, double least_trust = 0);

}  // namespace annal
