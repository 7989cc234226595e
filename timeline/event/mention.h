// One happening told several times is one event: the headline and its sentence, "called him ... during the call", a
// deed told again with the same persons. A wrong merge is worse than two entries, so mentions join only where what they
// are called, who takes part and when it was agree, and nothing tells them apart.
#pragma once

#include <vector>

#include "timeline/event/telling.h"
#include "timeline/timeline.h"

namespace annal {

/// Moves events that surely tell of one happening into the `mentions` of that which tells it best; what is left keeps
/// its order.
void merge_mentions(TellingReader reader, std::vector<Event>& events);

}  // namespace annal
