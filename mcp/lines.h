// Bytes to lines, none of which takes more memory than is allowed.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace annal::mcp {

class Lines {
 public:
  /// Takes a line without its line break; nothing in place of one that is too long. False: no more.
  using Taker = std::function<bool(std::optional<std::string_view> line)>;

  explicit Lines(std::size_t longest) : longest_(longest) {}

  /// Hands over the lines that end in `bytes`. False where the taker wants no more.
  bool feed(std::string_view bytes, const Taker& take);
  /// Hands over the last line, if no line break ends it.
  bool finish(const Taker& take);

 private:
  /// Adds to the line that goes on.
  void append(std::string_view bytes);
  bool hand_over(const Taker& take);

  std::size_t longest_;
  std::string line_;
  bool too_long_ = false;
};

}  // namespace annal::mcp
