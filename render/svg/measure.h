// How wide a text will be, before any font has seen it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annal::svg {

/// Width in px of valid UTF-8 `text` on one line at `size` px, in Arial or Liberation Sans.
double text_width(std::string_view text, double size, bool bold = false);

/// text_width and 15 % more: room for whichever font of the list the reader has.
double reserved_width(std::string_view text, double size, bool bold = false);

/// Whether the text holds scripts or signs whose fonts need a higher line than Latin.
bool tall(std::string_view text);

/// `text` in lines of at most `width` px reserved: broken at blanks, between East Asian characters, or, where a word is
/// wider than the line, inside it. Nothing but the blanks at the breaks is lost. At least one line.
std::vector<std::string> wrap(std::string_view text, double size, bool bold, double width);

}  // namespace annal::svg
