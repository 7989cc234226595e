// Time expressions that turn out to be none.
#pragma once

#include <vector>

#include "core/analysis.h"

namespace annal {

/// Leaves out the time expressions that `keep` (one for each) denies, and numbers the others anew wherever they are
/// referred to. The second end of a range whose first end goes is no end of a range any more.
void drop_timexes(Analysis& analysis, const std::vector<bool>& keep);

}  // namespace annal
