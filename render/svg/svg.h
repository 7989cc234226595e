// The timeline as one SVG picture: a place for each event, an axis that is cut where nothing happens, certainty shown
// by shape and line as well as by colour. No script, no outside reference, the same bytes for the same timeline.
//
//   Timeline -> rows (rows.h) -> scale, ticks, labels, arcs (layout.h) -> Picture (picture.h) -> text (write.h)
#pragma once

#include <string>

#include "render/svg/svg_options.h"
#include "timeline/timeline.h"

namespace annal {

/// The picture of `timeline`, a whole SVG document. At most 2 MB; text contrast at least 4.5:1 in light and dark.
std::string to_svg(const Timeline& timeline, const SvgOptions& options = {});

}  // namespace annal
