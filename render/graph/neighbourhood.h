// Selects the events that are most closely related to one event, for `--around`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// `event`, and the events at most two relations from it: related in the text, or dated by the same expression. The
/// nearest and most salient `most` of them, by index. Where there are none, its neighbours in the order. Linear in
/// relations; `event` is one of the timeline's.
std::vector<std::uint32_t> neighbourhood(const Timeline& timeline, std::uint32_t event, std::size_t most = 24);

}  // namespace annal
