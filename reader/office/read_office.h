// Reads the documents of word processors and books: DOCX, ODT and EPUB, all of which are zip archives of XML. What is
// older, or another program's, is refused with what to do.
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Whether `bytes` are such a document, or one to refuse: by their first bytes (a zip archive, RTF, a file of Office
/// before 2007), else by the ending of `name` (.docx, .odt, .epub, and the like).
bool is_office(std::string_view bytes, std::string_view name);

/// Returns the text of a document with blocks, title, and the days on which it says it was made as candidates for the
/// day of writing. Offsets are those of the text: it has no place in the file.
///
///   name      the name of the input in messages
///   language  the language of the text; null: detect it, and set it in the document
///   errors    unreadable: libzip cannot be loaded; not_text: another kind of file, protected, or without text; syntax:
///             damaged; out_of_range: over a limit of ZipArchive, read_xml or read_html, or more text than the file can
///             honestly hold
///   source    ECMA-376 (both editions), OpenDocument 1.3, EPUB 3.3 and 2.0.1
Result<Document> read_office(std::string_view bytes, std::string_view name, const Language* language);

}  // namespace annal
