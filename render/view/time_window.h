// A part of the calendar that a picture shows alone: which events lie in it, and what of them.
#pragma once

#include "core/calendar/interval.h"
#include "render/labels/window.h"

namespace annal::view {

/// Whether some of `placement` lies in `window`: of a bar, any part; of what is open to one side, its known bound. What
/// the calendar does not place lies in none.
bool lies_within(const labels::Placement& placement, Interval window);

/// `placement`, which lies in `window`, without what reaches beyond its ends.
labels::Placement cut_to(labels::Placement placement, Interval window);

}  // namespace annal::view
