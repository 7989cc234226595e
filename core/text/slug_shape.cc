// The shape is matched letter by letter: A a capital, 9 a digit, the rest itself.
#include "core/text/slug_shape.h"

#include <algorithm>

namespace annal {

bool is_slug(std::string_view line) {
  constexpr std::string_view shape = "AA-AA-99-99-99 9999AAA";
  return std::equal(line.begin(), line.end(), shape.begin(), shape.end(), [](char c, char wanted) {
    if (wanted == 'A') return c >= 'A' && c <= 'Z';
    if (wanted == '9') return c >= '0' && c <= '9';
    return c == wanted;
  });
}

}  // namespace annal
