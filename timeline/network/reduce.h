// The transitive reduction of the asserted order: for a picture, "a before c" is noise beside "a before b before c".
#pragma once

#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// `relations` without those before-like ones (BEFORE, AFTER, IBEFORE, IAFTER) that follow from the other before-like
/// ones and from inclusions and identities; all others stay, and so does their order. Of several that say the same, the
/// most trusted stays (then the first). Relations on a cycle all stay. O(n m / 64) time and n^2 / 2 bytes for n
/// entities that take part; past 10,000 of them nothing is reduced.
std::vector<Relation> reduce(const std::vector<Relation>& relations);

}  // namespace annal
