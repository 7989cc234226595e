// From bytes, the unit inside the program, to code points, the unit of every output.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace annal {

/// Bytes to code points for one text: O(1) for ASCII, else O(log n) by a table of every 64th byte.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  /// The number of code points before byte `offset` (a boundary of a code point; at most the text's size).
  std::uint32_t at(std::uint32_t offset) const;

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::vector<std::uint32_t> every_64th_;
};

}  // namespace annal
