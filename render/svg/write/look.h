// How marks and bars are painted: by the class of their lane, or in a colour of their own.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "render/svg/picture.h"

namespace annal::svg {

/// The classes of a shape in the colour of a lane or, without that one, of a shape in a colour of its own.
struct Look {
  std::string classes;
  const char* painted = "fill";  ///< what the colour of its own paints
  std::string own_colour = {};
};

/// What a lane's colour paints: a filled shape, a hollow one, a line.
enum class Paint { filled, hollow, line };

/// How a Mark or BarSegment of `status` is painted; what is no fact has an outline of its own.
Look look(Paint paint, Status status, std::uint8_t lane, const std::string& own_colour);

/// That of a Mark or of a bar.
template <class Shape>
Look look_of(const Shape& shape) {
  return look(holds(shape.status) ? Paint::filled : Paint::hollow, shape.status, shape.colour, shape.own_colour);
}

/// The colours of their own that marks and bars of `picture` have.
std::set<std::string> own_colours_of(const Picture& picture);

}  // namespace annal::svg
