// Describes the possible relations of two events, in the terms of Allen (1983) and in plain words.
#pragma once

#include <cstdint>
#include <string>

#include "timeline/timeline.h"

namespace annal {

/// Returns the relation of events `a` and `b` as text, one fact per line: the verdict, Allen's relations that remain
/// possible, when each begins and ends as far as known, and, if the order is open, the shortest statements that would
/// settle it. Ends in a newline.
std::string pair_relation_text(const Timeline& timeline, std::uint32_t a, std::uint32_t b);

}  // namespace annal
