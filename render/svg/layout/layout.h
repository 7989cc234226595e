// Lays out a TimelineView as a Picture: the place of every element. Pure arithmetic, independent of SVG.
#pragma once

#include "render/svg/picture.h"
#include "render/svg/svg_options.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

/// The picture of `story`: a head, a panel with its own axis for each frame of time, and a list of what has no date.
Picture layout(const view::TimelineView& view, const SvgOptions& options);

}  // namespace annal::svg
