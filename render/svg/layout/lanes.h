// The lanes of a picture: which groups its rows fall into. Where there are more lanes than shapes for them, the rarest
// join what is in none.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "render/svg/picture.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

/// The numbers of lanes, from which their marks have shape and colour: that of all rows of a story without lanes, of
/// the first and the last that have a name, and of what is in none of those.
inline constexpr std::size_t no_lane = 0, first_lane = 1, last_lane = shape_count - 1, other_lane = shape_count;

struct Lanes {
  std::array<std::string, other_lane + 1> names;  ///< by number, in the order of their first rows; empty where none is
  std::vector<std::size_t> of_row;                ///< for each row, the number of its lane
};

Lanes lanes_of(const view::TimelineView& view);

/// The shape and colour of the marks of a lane.
Shape shape_of(std::size_t lane);
std::uint8_t colour_of(std::size_t lane);

/// The colour that all rows of a lane have of their own; empty where they differ.
std::string shared_colour(const view::TimelineView& view, const Lanes& lanes, std::size_t lane);

}  // namespace annal::svg
