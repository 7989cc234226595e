#include "render/svg/write/outline.h"

#include <span>
#include <vector>

namespace annal::svg {
namespace {

const std::vector<XY> square{{-5, -5}, {5, -5}, {5, 5}, {-5, 5}};
const std::vector<XY> triangle{{0, -6.2}, {6.2, 4.8}, {-6.2, 4.8}};
const std::vector<XY> diamond{{0, -7}, {7, 0}, {0, 7}, {-7, 0}};
const std::vector<XY> hexagon{{-6.2, 0}, {-3.1, -5.4}, {3.1, -5.4}, {6.2, 0}, {3.1, 5.4}, {-3.1, 5.4}};
const std::vector<XY> pentagon{{0, -6.4}, {6.1, -1.9}, {3.8, 5.2}, {-3.8, 5.2}, {-6.1, -1.9}};
const std::vector<XY> wedge{{-6.2, -4.8}, {6.2, -4.8}, {0, 6.2}};
const std::vector<XY> cross{{-2, -6}, {2, -6}, {2, -2}, {6, -2}, {6, 2},   {2, 2},
                            {2, 6},   {-2, 6}, {-2, 2}, {-6, 2}, {-6, -2}, {-2, -2}};

std::span<const XY> corners_of(Shape shape) {
  switch (shape) {
    case Shape::circle: return {};
    case Shape::square: return square;
    case Shape::triangle: return triangle;
    case Shape::diamond: return diamond;
    case Shape::hexagon: return hexagon;
    case Shape::pentagon: return pentagon;
    case Shape::wedge: return wedge;
    case Shape::cross: return cross;
  }
  return {};
}

}  // namespace

Path outline_of(const Mark& mark, double scale) {
  Path outline;
  bool first = true;
  for (const XY& corner : corners_of(mark.shape)) {
    const double x = mark.x + scale * corner.x, y = mark.y + scale * corner.y;
    if (first)
      outline.move(x, y);
    else
      outline.line(x, y);
    first = false;
  }
  outline.close();
  return outline;
}

}  // namespace annal::svg
