// How deep the parts of a page are quoted: by how many elements <blockquote> they lie in.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/document.h"
#include "reader/mail/thread.h"

namespace annal {

/// How deep each block of `page`, which was read from `html`, is quoted, at its beginning; ascending. `html` is valid
/// UTF-8, and the source of `page` leads to it.
std::vector<QuoteDepth> quote_depths(const Document& page, std::string_view html);

}  // namespace annal
