// The style sheet of the picture: colours, fonts, line styles.
#pragma once

#include <string_view>

namespace annal {

/// The style sheet inside every picture, always the same bytes: a page that holds the picture under a content security
/// policy hashes it.
std::string_view svg_style();

}  // namespace annal
