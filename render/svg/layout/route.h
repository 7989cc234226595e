// Routes the arcs: from the upper event down, along the free space between rows, through a channel without text, to the
// lower event.
#pragma once

#include <cstddef>
#include <vector>

#include "render/svg/picture.h"

namespace annal::svg {

/// What a row offers to arcs. All in px.
struct RouteRow {
  double top = 0, bottom = 0, middle = 0;
  double enter = 0, leave = 0;  ///< x of its first and its last moment
  double reach = 8;             ///< from the middle to the edge of its mark
  double left = 0, right = 0;   ///< what its bars and mark take
};

struct RouteSpace {
  std::vector<RouteRow> rows;
  std::vector<Box> texts;                    ///< never crossed
  std::vector<Box> marks;                    ///< crossed only if there is no other way
  std::vector<Box> bars;                     ///< crossed if the way round is long
  std::vector<double> uprights;              ///< x of lines down the picture: crossed, but not followed
  double left_gutter = 0, right_gutter = 0;  ///< x where no row has text
};

/// A relation between rows; `from` and `to` differ.
struct RouteEnds {
  std::size_t from = 0, to = 0;
};

/// Returns a path for each pair, from `from` to `to`, of horizontal and vertical lines. A pair without a path around
/// the texts gets no points.
std::vector<std::vector<XY>> route(const std::vector<RouteEnds>& ends, const RouteSpace& space);

}  // namespace annal::svg
