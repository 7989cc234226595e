// How time expressions lie to each other and to the day of writing, told as relations: what the calendar says anyway.
#pragma once

#include "timeline/relation/link.h"

namespace annal {

/// Appends to `links` the relations of each time expression to the day of writing and to those before it in its own and
/// the previous sentence: rule "calendar-order", trust 1. They bound nothing, for the calendar does.
void append_time_links(const Analysis& analysis, std::vector<Link>& links);

}  // namespace annal
