// Relations between time expressions, and between them and the date of writing, as the calendar has them.
#pragma once

#include "timeline/tlink/tlink.h"

namespace annal {

/// Appends to `links` the relations of each time expression to the day of writing and to those before it in its own and
/// the previous sentence: rule "calendar-order", trust 1. They bound nothing, for the calendar does. The first `most`
/// of them alone; returns how many were left out.
std::size_t append_calendar_tlinks(const Analysis& analysis, std::size_t most, std::vector<TLink>& links);

}  // namespace annal
