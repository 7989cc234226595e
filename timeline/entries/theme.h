// The look that the owner of a timeline states: light or dark, or custom properties of CSS that are put into style
// sheets. Every value is read here and written anew (colours as "#b42318"), so that no text of a theme ends a rule,
// loads a file or runs a script.
//
//   --annal-ground: #fffdf5;   /* what is not stated follows from ground and text */
//   --annal-text: #222;
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "timeline/entries/colour.h"

namespace annal {

/// The colours that a theme may state.
enum class ThemeColour : std::uint8_t {
  ground,  ///< behind all
  plot,    ///< behind the rows of the axis, and behind panels of a page
  text,
  muted,   ///< dates, ticks, legends
  accent,  ///< links, and what has the focus
  alert,   ///< the day of writing, contradictions
  grid,    ///< lines of the grid and borders
  line,    ///< arrows between events, cuts of the axis
  lane_1,  ///< marks of the first lane, and of all where there are none; the other seven follow
  lane_2,
  lane_3,
  lane_4,
  lane_5,
  lane_6,
  lane_7,
  lane_8,
  lane_others,  ///< marks of what is in none of the lanes
};

inline constexpr std::size_t theme_colour_count = 17;

/// "ground", "lane-1": the property is "--annal-" and this.
std::string_view name(ThemeColour colour);

struct Theme {
  /// What is not stated, and whether the look changes with the reader's settings.
  enum class Base : std::uint8_t {
    of_reader,  ///< light, or dark for a reader who prefers that
    light,
    dark,
  };
  Base base = Base::of_reader;
  std::array<std::optional<Colour>, theme_colour_count> colours;
  std::string font;  ///< a list of font families, as CSS has it; empty: ours

  const std::optional<Colour>& operator[](ThemeColour colour) const {
    return colours[static_cast<std::size_t>(colour)];
  }

  friend bool operator==(const Theme&, const Theme&) = default;
};

/// Reads a theme: "light", "dark", nothing (the look of the reader), or declarations of --annal-ground and the other
/// ThemeColours and of --annal-font, with ";" after each, comments between them, and `:root { }` around them or not.
/// One that states a colour has the base of its ground, however the reader's settings are.
///
///   name     what messages call it: a file name
///   errors   syntax, with the line and the remedy: another word, property or kind of value
Result<Theme> parse_theme(std::string_view css, std::string_view name = "theme");

/// What parse_theme reads as `theme`, on one line: "--annal-ground: #fffdf5; --annal-text: #222222".
std::string text_of(const Theme& theme);

}  // namespace annal
