// The user's options for a picture.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "render/render_options.h"
#include "render/view/timeline_view.h"

namespace annal {

struct SvgOptions {
  double width = 1200;                 ///< of the picture, px; at least 320; below 480 every layout is vertical
  SvgLayout layout = SvgLayout::rows;  ///< compact and vertical draw no arcs
  bool cuts = true;                    ///< cut the axis where nothing happens; else one linear axis
  std::size_t rows = 60;               ///< most events with a row of their own
  std::size_t numbered = 400;          ///< most events with a row or a number; above it, a strip counts them
  view::ViewRelations relations = view::ViewRelations::none;  ///< arcs between events, seen when one is chosen
  std::optional<Interval> window = {};                        ///< draw this part of the calendar alone; none: all
  std::string prefix = {};  ///< of every id, so that several pictures can share one page; made of the words where empty
};

}  // namespace annal
