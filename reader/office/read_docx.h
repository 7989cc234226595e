// Reads a Word document (Office Open XML).
#pragma once

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"
#include "reader/zip/archive.h"

namespace annal {

/// The document in `archive`, whose text may have `most` bytes. Errors: as read_office, without a name in front.
Result<Document> read_docx(ZipArchive& archive, std::size_t most, const Language* language);

}  // namespace annal
