// From bytes to code points: the count at every 64th byte is kept, the rest is counted on the spot.
#include "core/unicode/code_points.h"

#include <algorithm>

#include "core/unicode/utf8.h"

namespace annal {

namespace {
constexpr std::size_t stride = 64;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  ascii_ = count_code_points(text) == text.size();
  if (ascii_) return;
  every_64th_.reserve(text.size() / stride + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += stride) {
    every_64th_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(text.substr(at, stride)));
  }
}

std::uint32_t CodePoints::at(std::uint32_t offset) const {
  const std::size_t bounded = std::min<std::size_t>(offset, text_.size());
  if (ascii_) return static_cast<std::uint32_t>(bounded);
  const std::size_t block = bounded / stride;
  return every_64th_[block] +
         static_cast<std::uint32_t>(count_code_points(text_.substr(block * stride, bounded - block * stride)));
}

}  // namespace annal
