// Which mentions are one event: splits one event into two, and makes one of several. Evidence, relations and times go
// with the mention that they stand beside.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// Makes an event, the last, of a mention of `event` that is not its head, and returns its index. What rests on words
/// nearer to that mention than to the others goes with it.
std::uint32_t split_event(Timeline& timeline, std::uint32_t event, Span mention, std::string title);

/// Gives each event's mentions, evidence, relations and times to `into[event]`, which is itself in `into`, and removes
/// those that are not. Returns of each event its new index.
std::vector<std::uint32_t> merge_events(Timeline& timeline, const std::vector<std::uint32_t>& into);

}  // namespace annal
