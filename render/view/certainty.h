// How sure a date is, in the three steps that readers tell apart, and how each step is called in every form and drawn
// on a terminal: the one place that decides it. In pictures the words of the date say it. web/certainty.ts has the same
// two bounds for the viewer; a test compares them.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/lang/label_keys.h"

namespace annal::view {

enum class Certainty : std::uint8_t { certain, less_certain, doubtful };

/// What stands for a date of this certainty.
struct CertaintyStyle {
  double at_least;         ///< the least Event::certainty of this step
  std::string_view name;   ///< for programs: "less-certain"
  Label phrase;            ///< of the date: "date less certain"
  std::string_view glyph;  ///< one cell of a terminal
  std::string_view ascii;  ///< the same in ASCII
};

/// The step of a certainty from 0 to 1.
Certainty certainty_of(double certainty);

const CertaintyStyle& style_of(Certainty certainty);

}  // namespace annal::view
