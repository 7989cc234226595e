// The picture as pixels and as paper, for programs that take no SVG. Drawn by librsvg and cairo, which are loaded when
// they are asked for: linked in, they would triple the time that the program takes to start (docs/dependencies.md).
#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace annal {

/// `svg`, a document of to_svg, as a PNG of two pixels to the px, in the light colours or those of its theme. The same
/// bytes for the same picture, libraries and fonts. Errors: unreadable where librsvg cannot be loaded or does not take
/// the picture, out_of_range where it is too large.
Result<std::string> to_png(const std::string& svg);

/// `svg` as a PDF of one page of its size, 96 px to the inch, with text as text and without a date. Errors as above.
Result<std::string> to_pdf(const std::string& svg);

/// A4, upright, with 10 mm left free around the picture.
inline constexpr double sheet_width = 595.276, sheet_height = 841.89, sheet_margin = 28.346;  // points

/// `svg` as a PDF of A4 pages as wide as it, which end at the px `ends` (sheet_ends). Errors as above.
Result<std::string> to_pdf(const std::string& svg, const std::vector<double>& ends);

}  // namespace annal
