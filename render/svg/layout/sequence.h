// Draws events whose dates no calendar holds: as a list, without an axis.
#pragma once

#include <vector>

#include "render/svg/layout/head.h"
#include "render/svg/layout/panel.h"
#include "render/svg/layout/route.h"
#include "render/svg/picture.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

/// Whether the times of `panel` are counted from a day of writing that is not known: it has no axis.
bool is_sequence(const Panel& panel);

/// Draws `panel` from `y` down into `picture`, a line for each event, and fills `routes` for its rows; returns the y
/// where it ends.
double draw_sequence(Picture& picture, std::vector<RouteRow>& routes, const Panel& panel,
                     const view::TimelineView& view, const Lanes& lanes, const Columns& columns, bool dates_above,
                     double y);

}  // namespace annal::svg
