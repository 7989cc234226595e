// Makes one event of several that tell of one happening.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// Indices of events, ascending, that tell of one happening; two at least.
using EventGroup = std::vector<std::uint32_t>;

/// Replaces the events of each group, which are disjoint, by that one of them which tells it best: a fact before what
/// is only reported or alleged, one with a date before one without, the most precise date, then the one that names most
/// of those who take part, then the most salient, then the first. It gets the mentions, the time expressions, the names
/// of the others and those who take part of whom it does not tell, the date of the one that is dated best, and all
/// evidence and relations of theirs; what would relate it to itself goes. The other events keep their order and get new
/// numbers. Returns the new number of the event of each group.
std::vector<std::uint32_t> merge_events(const std::vector<EventGroup>& groups, Timeline& timeline);

}  // namespace annal
