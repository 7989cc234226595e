// Recognises a news agency's transmission line, "AP-NR-02-13-98 1426EST", by its shape. core/dct/slug.h reads its
// date.
#pragma once

#include <string_view>

namespace annal {

/// Whether `line`, without surrounding white space, has the shape of a transmission line.
bool is_slug(std::string_view line);

}  // namespace annal
