#include "mcp/lines.h"

#include <utility>

namespace annal::mcp {

void Lines::append(std::string_view bytes) {
  too_long_ = too_long_ || line_.size() + bytes.size() > longest_;
  if (too_long_)
    line_ = {};  // gives its memory back
  else
    line_ += bytes;
}

bool Lines::hand_over(const Taker& take) {
  const std::string line = std::exchange(line_, {});
  return std::exchange(too_long_, false) ? take(std::nullopt) : take(line);
}

bool Lines::feed(std::string_view bytes, const Taker& take) {
  for (std::size_t end = 0; (end = bytes.find('\n')) != std::string_view::npos; bytes.remove_prefix(end + 1)) {
    append(bytes.substr(0, end));
    if (!hand_over(take)) return false;
  }
  append(bytes);
  return true;
}

bool Lines::finish(const Taker& take) { return (line_.empty() && !too_long_) || hand_over(take); }

}  // namespace annal::mcp
