// Lines of standard input, one in memory at a time, however many there are.
#pragma once

#include <optional>
#include <string>

#include "core/result.h"

namespace annal {

/// The longest line that is read; a longer one is skipped to its end and reported as too long.
inline constexpr std::size_t longest_line = std::size_t{1} << 28;

class Lines {
 public:
  struct Line {
    std::string text;       ///< without its line break; cut at `longest_line`
    bool too_long = false;  ///< more than `longest_line` bytes
  };

  explicit Lines(int descriptor) : descriptor_(descriptor) {}
  /// The next line, or nullopt at the end. A last line needs no line break. Errors: unreadable.
  Result<std::optional<Line>> next();

 private:
  int descriptor_;
  std::string buffer_;
  std::size_t used_ = 0;  ///< bytes of buffer_ handed out already
  bool at_end_ = false;
};

}  // namespace annal
