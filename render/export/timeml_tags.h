// Turns spans that may nest, cross or coincide into opening and closing tags. The result is well-formed for any
// spans.
#pragma once

#include <cstdint>
#include <vector>

#include "core/text/document.h"

namespace annal {

/// A tag that wants to stand around `span`.
struct TagWish {
  enum class Kind : std::uint8_t { timex, event } kind = Kind::event;
  Span span;
  std::uint32_t id = 0;  ///< of its kind; what the writer calls it
};

/// Those wishes that can stand together, by begin, the outer before the inner. Empty spans are left out, and of two
/// spans that cross the event gives way to the time expression, else the later to the earlier.
std::vector<TagWish> well_formed(std::vector<TagWish> wishes);

}  // namespace annal
