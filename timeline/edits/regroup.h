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

/// The rule of the evidence that two events are one.
inline constexpr const char* rule_edited_identity = "edited-identity";

/// Makes one event of two: `into` takes the mentions and the times of `other`, which keeps its index, its head and its
/// evidence, and is hidden. Both begin and end at once; where their times disagree, those of `into` are trusted.
void merge_event(Timeline& timeline, std::uint32_t other, std::uint32_t into);

}  // namespace annal
