// Positions in a text and in what `read_text` makes of it, which drops some characters and turns others into blanks.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace annal {

class NormalText {
 public:
  /// `normal` is the text of read_text(raw).
  NormalText(std::string_view raw, std::string_view normal);
  /// The span in the normal text of the raw text's `span`.
  Span span(Span raw) const;

 private:
  std::vector<std::uint32_t> position_;  ///< by raw byte, and one for the end; empty where both texts are one
};

}  // namespace annal
