// Writes a Picture as SVG. Only this folder knows the syntax of SVG.
#pragma once

#include <string>

#include "render/svg/picture.h"

namespace annal::svg {

/// The whole document. Every text is escaped; numbers have at most one decimal, the same in every locale.
std::string write(const Picture& picture);

}  // namespace annal::svg
