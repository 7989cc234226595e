// The closure: relations that follow between events close to each other, asserted or not.
#pragma once

#include <vector>

#include "timeline/timeline.h"

namespace annal {

struct Closure {
  std::vector<Relation> relations;
  std::size_t left_out = 0;  ///< pairs of events that were not asked for, since the text is too long to ask for all
};

/// The relations of `timeline` and, marked as inferred, those that its network forces on further pairs of events of one
/// sentence or two neighbouring ones, at most twenty before each event. Each event takes searches of the whole network,
/// so they are asked for in text order as long as 2 million of its edges and 40 for each byte of the text allow:
/// all in news of some 8 kB.
Closure closure(const Timeline& timeline);

}  // namespace annal
