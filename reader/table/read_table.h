// Reads a table of separated values (CSV, TSV) into a Document: a row is an entry, its date dates it, and its other
// cells are paragraphs.
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Whether `bytes` are a table: by the ending of `name` (.csv, .tsv), or because the first line names a column of dates
/// (data/html/columns.txt) and all others have as many fields.
bool is_table(std::string_view bytes, std::string_view name);

/// Returns the cells of `bytes` as blocks, with a source map. Comma, semicolon or tab separates them, whichever the
/// first lines use alike. Headers are boilerplate; a quote that nothing closes is a character like any other.
///
///   name      the name of the input in messages
///   language  the language of the text; null: detect it, and set it in the document
///   errors    as read_text
///   source    RFC 4180
Result<Document> read_table(std::string_view bytes, std::string_view name, const Language* language);

}  // namespace annal
