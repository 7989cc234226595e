// What must hold of every picture, checked on the drawing model with the widths that layout reserves.
#pragma once

#include <string>
#include <vector>

#include "render/svg/picture.h"

namespace annal::svg {

/// One line for each fault: texts that overlap or leave the canvas; leaders, arcs, bars and marks that run through
/// words; marks over a cut.
std::vector<std::string> faults_of(const Picture& picture);

}  // namespace annal::svg
