// The outlines of the marks of lanes. All look equally large.
#pragma once

#include "render/svg/picture.h"
#include "render/svg/write/path.h"

namespace annal::svg {

/// The closed outline of a mark that is no circle, `scale` times its size, around its place.
Path outline_of(const Mark& mark, double scale);

}  // namespace annal::svg
