// Reads an input line by line, with one line in memory at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "batch/source.h"
#include "core/result.h"

namespace annal {

/// The longest line that is read; a longer one is skipped and reported as too long.
inline constexpr std::size_t longest_line = std::size_t{1} << 28;

class Lines {
 public:
  struct Line {
    std::string text;       ///< without its line break; cut at `longest_line`
    bool too_long = false;  ///< more than `longest_line` bytes
  };

  /// What is read of the source goes into `hash` too, line by line, unless that is null.
  explicit Lines(Source source, Hash64* hash = nullptr)
      : source_(std::move(source)), offset_(source_.begin()), hash_(hash) {}
  /// The next line, or nullopt at the end. A last line needs no line break. Errors: unreadable, syntax.
  Result<std::optional<Line>> next();
  /// Where the next line begins, in plain bytes of the input.
  std::uint64_t offset() const { return offset_; }
  const Source& source() const { return source_; }

 private:
  Source source_;
  std::string buffer_;
  std::size_t used_ = 0;  ///< bytes of buffer_ handed out already
  std::uint64_t offset_;
  Hash64* hash_;
  bool at_end_ = false;
};

}  // namespace annal
