// Measures and wraps text for a terminal or another grid of equal cells. Independent of the locale: the tables are
// those of Unicode's East Asian Width and zero-width characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annal {

/// Cells of one code point: 0 for combining marks and controls, 2 for wide characters and emoji, else 1.
std::size_t cells(std::uint32_t code_point);

/// Cells of a text.
std::size_t cells(std::string_view text);

/// `text` broken at blanks into lines of at most `width` cells (at least 1). A word longer than a line is broken where
/// it must be; a combining mark never leaves its base. Blanks at line ends are dropped; an empty text is one empty
/// line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// `text` cut to at most `width` cells, its end replaced by `mark` where it was cut.
std::string cut(std::string_view text, std::size_t width, std::string_view mark);

/// `text` with blanks after it up to `width` cells.
std::string pad(std::string_view text, std::size_t width);
/// `text` with blanks before it up to `width` cells.
std::string pad_left(std::string_view text, std::size_t width);

}  // namespace annal
