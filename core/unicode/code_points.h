// Converts byte offsets, the unit inside the program, to code points, the unit of every output.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace annal {

/// Converts offsets of one text: in O(1) if it is ASCII, otherwise in O(log n) with a table of every 64th byte.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  /// Returns the number of code points before byte `offset`, which is a code point boundary or the end of the text.
  std::uint32_t at(std::uint32_t offset) const;

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::vector<std::uint32_t> every_64th_;
};

}  // namespace annal
