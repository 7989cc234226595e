// Draws one vertical axis with the events beside it, for narrow screens and paper.
#pragma once

#include <vector>

#include "render/svg/layout/head.h"
#include "render/svg/layout/panel.h"
#include "render/svg/picture.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

/// Draws `panel` from `y` down into `picture`, and its marks of TimelineView::numbered into `numbered`; returns the y
/// where it ends. Words stand in the order of their places on the axis, each as near to its place as the others let; a
/// line leads from there to it. No two of these lines cross.
double draw_column(Picture& picture, std::vector<EventDrawing>& numbered, const Panel& panel,
                   const view::TimelineView& view, const Lanes& lanes, const Columns& columns,
                   const SvgOptions& options, double y);

}  // namespace annal::svg
