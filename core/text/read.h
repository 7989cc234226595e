// Reads plain text into a Document: refuses what is not text, and normalises the rest. `find_blocks` finds the blocks
// later, since it needs a language.
#pragma once

#include <string_view>

#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Returns the plain text in `bytes` as a Document without blocks, title or DCT.
///
/// Accepts only UTF-8. Drops a byte-order mark and soft hyphens; \r\n, a lone \r, form feeds and Unicode's line and
/// paragraph separators become \n; other control characters become spaces. Offsets of the Document refer to the result.
///
///   name     the name of the input in messages: a file name, "standard input"
///   source   if not null, gets the way from offsets of the text back to those of `bytes`; empty where they are the
///   same errors   not_text: an empty input, only white space, a binary file, UTF-16 or UTF-32, or a byte that is not
///   UTF-8
///            (with "name:line:column");
///            out_of_range: more than 4 GiB
Result<Document> read_text(std::string_view bytes, std::string_view name, SourceMap* source = nullptr);

}  // namespace annal
