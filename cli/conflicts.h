// What in a text cannot all be true, for its reader.
#pragma once

#include <string>

#include "timeline/timeline.h"

namespace annal {

/// For each conflict its reason, then the claims that fight: place, words, rule and trust, the one that was set aside
/// marked. Empty where there is none.
std::string to_conflicts_text(const Timeline& timeline);

}  // namespace annal
