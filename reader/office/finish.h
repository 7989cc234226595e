// What all documents that come packed in an archive share at the end: their language, their tables, their title.
#pragma once

#include <cstddef>
#include <string>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"
#include "reader/block_writer.h"

namespace annal {

/// The bytes of text that a document packed into `packed` bytes may hold: more is no writing, but made to cost.
std::size_t most_text(std::size_t packed);

/// The error of a document whose text is longer than `most` bytes.
tl::unexpected<Error> too_much_text(std::size_t most);

/// Settles the language of `document`, the order and kind of its blocks and its title, if it has none:
/// its first heading, else `stated`. Where its paragraphs are all alike, their kinds are left to be found by their
/// shape, as in plain text. Its text has no place in the file, so it is its own source. Errors, without a name in
/// front: not_text: there is no text.
Result<Document> finish_document(Document document, Layout layout, const std::string& stated, const Language* language);

}  // namespace annal
