// Reads Markdown into a Document: blocks from its structure, no mark of it in the text, offsets back to the source.
//
//   bytes -> UTF-8 (read_text) -> front matter -> md4c's callbacks -> text and blocks (block_writer) -> dates (layout)
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Whether `bytes` are Markdown: by the ending of `name` (.md, .markdown), or because only Markdown writes so: front
/// matter, headings with #, tables, links with addresses, several words in **bold**. In doubt they are not.
bool is_markdown(std::string_view bytes, std::string_view name);

/// Returns the text of `bytes` with its blocks, title, stated dates of writing, and source map. Headings, items, quotes
/// and cells are marked as such, code is boilerplate, links are their words, pictures and raw tags are left out. Struck
/// out words are withdrawn, and left out too. Text with far more marks than words is read as plain text.
///
///   name      the name of the input in messages
///   language  the language of the article; null: detect it, and set it in the document
///   errors    as read_text
///   source    CommonMark 0.30 with the tables and strikethrough of GitHub; indented lines are no code, and the number
///             of an item is part of its text where items do not count up from 1 ("2003. The mine opens")
Result<Document> read_markdown(std::string_view bytes, std::string_view name, const Language* language);

}  // namespace annal
