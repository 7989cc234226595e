// Reads a book in EPUB: its pages in their order, each as a web page of which everything is the article.
#pragma once

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"
#include "reader/zip/archive.h"

namespace annal {

/// The book in `archive`, whose text may have `most` bytes. Errors: as read_office, without a name in front.
Result<Document> read_epub(ZipArchive& archive, std::size_t most, const Language* language);

}  // namespace annal
