// See place.h.
#include "render/place.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace annal {

Places::Places(std::string_view text) : text_(text), lines_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::string Places::at(std::uint32_t offset) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const std::uint32_t begin = *(after - 1);
  const std::string_view before = text_.substr(begin, offset - begin);
  return std::to_string(after - lines_.begin()) + ':' + std::to_string(count_code_points(before) + 1);
}

}  // namespace annal
