// What edits make of the time expressions of a text: those that [[time]] names, and those of events whose date is
// stated, where others count from them.
#pragma once

#include <vector>

#include "core/normalize/timex_override.h"
#include "timeline/edits/edits.h"

namespace annal {

/// What edits of time expressions state, of a timeline as the text alone makes it. What names no time expression, or
/// would change nothing, is added to `problems`.
std::vector<TimexOverride> overrides_of_times(const Timeline& timeline, const Edits& edits,
                                              std::vector<EditProblem>& problems);

}  // namespace annal
