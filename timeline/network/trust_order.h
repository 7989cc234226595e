// Which statement is given up where several cannot all be true: the one that comes last in the order of trust. The
// trust of each piece of evidence is set by the rule that found it (timeline/tlink).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/timeline.h"

namespace annal::graph {

/// The indices of `evidence` in the order in which it is accepted: the most trusted first; among those of one trust by
/// kind, as EvidenceKind lists them, then by position in the text, then by content.
std::vector<std::uint32_t> by_trust(std::span<const Evidence> evidence);

}  // namespace annal::graph
