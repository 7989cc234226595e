// The lanes of a picture: which groups its rows fall into. Where lanes have no more shapes, the rarest share the last.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/view/timeline_view.h"

namespace annal::svg {

/// The lanes of a story: at most shape_count, the rarest together under the last.
struct Lanes {
  std::vector<std::string> names;   ///< empty where the story has none
  std::vector<std::size_t> of_row;  ///< for each row, its lane
};

Lanes lanes_of(const view::TimelineView& view);

/// The colour that all rows of a lane have of their own; empty where they differ.
std::string shared_colour(const view::TimelineView& view, const Lanes& lanes, std::size_t lane);

}  // namespace annal::svg
