// The timeline in a terminal: one row per event, with its date in words, its place on the uneven axis of the picture,
// and its title; then the warnings.
#pragma once

#include <string>

#include "render/render_options.h"
#include "timeline/timeline.h"

namespace annal {

/// Returns the timeline as lines of at most `width` cells, each with a line break. Below 60 cells there is no axis.
/// Rows are in the timeline's order; a bracket at the left marks rows whose order is not known. Titles wrap and are
/// never cut.
std::string to_text(const Timeline& timeline, const RenderOptions& options = {});

}  // namespace annal
