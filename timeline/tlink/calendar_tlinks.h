// How time expressions lie to each other and to the day of writing, as relations. The network knows this from the
// calendar; these are for readers and for TimeML.
#pragma once

#include "timeline/tlink/tlink.h"

namespace annal {

/// Appends to `links` the relations of each time expression to those before it in its own and the previous sentence,
/// back to one of the same value, and to the day of writing where there is none such: rule "calendar-order", trust 1.
/// They are no evidence. At most `most` of them, the first; returns how many were left out.
std::size_t append_calendar_tlinks(const Analysis& analysis, std::size_t most, std::vector<TLink>& links);

}  // namespace annal
