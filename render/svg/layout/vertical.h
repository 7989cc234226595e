// Draws one vertical axis with the events beside it, for narrow screens and paper.
#pragma once

#include "render/svg/layout/head.h"
#include "render/svg/layout/panel.h"
#include "render/svg/picture.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

/// Draws `panel` from `y` down into `picture`; returns the y where it ends. Words stand in order of the rows, each as
/// near to its place on the axis as the others let; a line leads from there to it. No two of these lines cross where
/// the order of the rows is that of their times.
double draw_column(Picture& picture, const Panel& panel, const view::TimelineView& view, const Lanes& lanes,
                   const Columns& columns, const SvgOptions& options, double y);

}  // namespace annal::svg
