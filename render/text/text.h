// The timeline in a terminal: one row for each event, with its date in words, its place on the same uneven axis as the
// picture has, and its title; then what the reader must be warned of.
#pragma once

#include <string>

#include "render/text/terminal.h"
#include "timeline/timeline.h"

namespace annal {

/// The timeline as lines of at most `width` cells, each ending in a line break. Below 60 cells the axis is left out.
/// Rows stand in the timeline's order; a bracket at the left holds those whose order among themselves is not known.
/// Titles wrap and are never cut.
std::string to_text(const Timeline& timeline, const TextOptions& options = {});

}  // namespace annal
