// Front matter: lines of "key: value" (or "key = value") between two lines of --- (or +++) at the head of a Markdown
// file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace annal {

struct FrontMatter {
  std::size_t end = 0;  ///< offset of the text behind it; 0: there is none
  Span title;           ///< the words of the title in the source; empty where it states none
  std::string language;
  std::vector<DctCandidate> dates;  ///< most trusted first
};

/// Reads the front matter of `text`. What is neither a title, a language nor a date is passed over, and so are nested
/// values. Linear in the front matter.
FrontMatter read_front_matter(std::string_view text);

}  // namespace annal
