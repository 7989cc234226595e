// The closure: what follows of events that stand close, whether the text asserts it or not.
#pragma once

#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// The relations of `timeline` and, marked as inferred, those that its network forces on further pairs of events of one
/// sentence or two neighbouring ones, at most twenty before each event. O(20 m log n) for m pieces of evidence and each
/// of n events.
std::vector<Relation> closure(const Timeline& timeline);

}  // namespace annal
