// Colours as CSS names them, and how well one can be read on another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annal {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;

  friend bool operator==(const Colour&, const Colour&) = default;
};

/// The colour that `text` states: "#b42318", "#b23", or a name of CSS Color 4 in any case ("Tomato"). Nothing that
/// depends on the reader or lets shine through: no "currentcolor", "transparent", "Canvas", no alpha.
std::optional<Colour> read_colour(std::string_view text);

/// "#b42318".
std::string hexadecimal(Colour colour);

/// The contrast ratio of WCAG 2: from 1 (the same) to 21 (black on white). Text needs 4.5, marks 3.
double contrast(Colour a, Colour b);

/// Of `share` (0..1) `other`, the rest `colour`.
Colour mixed(Colour colour, Colour other, double share);

/// `colour`, or what lies between it and `towards` and is the nearest that has a contrast of `least` to `ground`.
Colour legible(Colour colour, Colour ground, Colour towards, double least);

}  // namespace annal
