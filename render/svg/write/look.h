// How marks and bars are painted: by the class of their lane, or in a colour of their own.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/svg/picture.h"
#include "render/view/certainty.h"

namespace annal::svg {

/// The classes of a shape in the colour of a lane or, without that one, of a shape in a colour of its own.
struct Look {
  std::string classes;
  const char* painted = "fill";  ///< what the colour of its own paints
  std::string own_colour = {};
};

/// "0".."7".
char digit(std::uint8_t lane);

/// `classes` but for the number of the lane.
Look look(std::string_view classes, std::uint8_t lane, const std::string& own_colour);

/// That of a Mark or of a solid BarSegment.
template <class Shape>
Look look_of(const Shape& shape) {
  return look(view::style_of(shape.certainty).svg_class, shape.colour, shape.own_colour);
}

/// The name of the gradient that fills a segment; none for what is drawn in plain colour.
const char* gradient_of(SegmentKind kind);

/// The segments of `picture` that are filled with a gradient, one of each look: the lanes in order, then colours of
/// their own.
std::vector<BarSegment> gradients_of(const Picture& picture);

/// The colours of their own that marks and bars of `picture` have.
std::set<std::string> own_colours_of(const Picture& picture);

}  // namespace annal::svg
