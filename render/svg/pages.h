// Where a tall picture may be parted into sheets of paper.
#pragma once

#include <vector>

#include "render/svg/picture.h"

namespace annal::svg {

/// The px at which the sheets of `picture` end, each at most `height` px after the one before; the last is the height
/// of the picture. No sheet ends within a line of words, nor, where a third of a sheet can be spared for it, within the
/// words of an event.
std::vector<double> sheet_ends(const Picture& picture, double height);

}  // namespace annal::svg
