// An agency's line of transmission, "AP-NR-02-13-98 1426EST", by its shape alone. What day it states is for
// core/dct/slug.h.
#pragma once

#include <string_view>

namespace annal {

/// Whether `line`, without white space round it, is a line of transmission by its shape.
bool is_slug(std::string_view line);

}  // namespace annal
