// Reads a PDF into a Document: the text in the order of reading, without headers, footers and page numbers.
//
//   bytes -> process (poppler in the worker) -> content -> lines -> furniture -> page_order -> paragraphs -> compose
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"
#include "reader/pdf/content.h"

namespace annal {

/// Whether `bytes` are a PDF: they begin with its mark, or have it near their beginning and its other one at their end.
bool is_pdf(std::string_view bytes);

/// Returns the text of a PDF with blocks, pages, title and the day on which the file was made as a candidate for the
/// date of writing. Columns follow one another, words that line ends part are joined, headings are told by their type,
/// tables are cells, footnotes stand behind the text of their page. No character leads back into the bytes.
///
///   name      the name of the input in messages
///   language  the language of the text; null: detect it, and set it in the document
///   errors    unreadable: a password, a broken file, poppler missing; not_text: no text, as in scans; out_of_range:
///   past
///             the limits of reader/pdf/content.h
///   source    ISO 32000-1
Result<Document> read_pdf(std::string_view bytes, std::string_view name, const Language* language);

namespace pdf {

/// The document of what a PDF shows, without errors: the text may be empty. `language` as above.
Document compose(const Content& content, const Language* language);

}  // namespace pdf
}  // namespace annal
