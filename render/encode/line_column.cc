// See place.h.
#include "render/encode/line_column.h"

#include <algorithm>

namespace annal {

LineColumnIndex::LineColumnIndex(std::string_view text) : code_points_(text), lines_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::string LineColumnIndex::at(std::uint32_t offset) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const std::uint32_t begin = *(after - 1);
  const std::uint32_t column = code_points_.at(offset) - code_points_.at(begin) + 1;
  return std::to_string(after - lines_.begin()) + ':' + std::to_string(column);
}

}  // namespace annal
