// Bytes to Document: what is not text is refused in one clear line, what is text is brought to one form. Blocks are
// found afterwards, by `find_blocks`, since they need a language.
#pragma once

#include <string_view>

#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// The plain text in `bytes`, as a Document without blocks, title or DCT.
///
/// UTF-8 alone is taken. A byte-order mark and soft hyphens are dropped; \r\n, a lone \r, form feeds and Unicode's line
/// and paragraph separators become \n; other control characters become spaces. Offsets of the Document point into what
/// remains.
///
///   name     what messages call the input: a file name, "standard input"
///   errors   not_text: nothing in it, white space alone, a binary file, UTF-16 or UTF-32, or a byte that is no UTF-8
///   (with
///            "name:line:column"); out_of_range past 4 GiB
Result<Document> read_text(std::string_view bytes, std::string_view name);

}  // namespace annal
