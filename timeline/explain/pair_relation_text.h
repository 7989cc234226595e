// How do a and b lie to each other? All that the evidence leaves possible, in Allen's terms and in a reader's.
#pragma once

#include <cstdint>
#include <string>

#include "timeline/timeline.h"

namespace annal {

/// The relation of events `a` and `b` as text, one fact a line: the verdict, the relations of Allen (1983) that remain,
/// when each begins and ends as far as is known, and, where the order is open, the shortest statements that would
/// settle it. Ends in a newline.
std::string pair_relation_text(const Timeline& timeline, std::uint32_t a, std::uint32_t b);

}  // namespace annal
