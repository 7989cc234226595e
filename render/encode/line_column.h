// Converts byte offsets to line and column, as editors count.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace annal {

/// Byte offsets of one text to line and column, both from 1; columns count code points.
class LineColumnIndex {
 public:
  /// `text` is valid UTF-8 and outlives this.
  explicit LineColumnIndex(std::string_view text);
  /// "3:17" of a byte offset, at most the text's size.
  std::string at(std::uint32_t offset) const;

 private:
  CodePoints code_points_;            ///< so that a line of any length costs no more than a short one
  std::vector<std::uint32_t> lines_;  ///< byte offsets of their first characters
};

}  // namespace annal
