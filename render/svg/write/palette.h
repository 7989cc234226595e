// The colours of a picture and of the page around it, in one look.
#pragma once

#include <array>
#include <string>

#include "timeline/entries/theme.h"

namespace annal {

struct Palette {
  Colour ground, plot, text, muted, accent, alert;
  Colour grid, grid_minor, hatch, leader;  ///< lines of the axis and its hatching, and from date words to marks
  Colour line, connector, tear;            ///< arrows; from an event to its words; cuts of the axis and counting bars
  std::array<Colour, 8> lanes;
  Colour lane_others;  ///< of what is in no lane
};

extern const Palette light_palette, dark_palette;

/// The colours of `theme`: what it states, what follows from its ground and text, and else those of its base. Of a
/// theme that follows the reader, the light ones.
Palette palette_of(const Theme& theme);

/// Where text in the colours of `theme` has a contrast of less than 4.5 to its ground: the worst, in one line; else
/// empty.
std::string contrast_warning(const Theme& theme);

}  // namespace annal
