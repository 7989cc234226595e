// A page as it was served to a Document: the article alone, with the day of its publication.
//
//   bytes -> UTF-8 (charset) -> tree (tree) -> day of publication (published) -> article (article) -> text (flow)
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Whether `bytes` are a page: by the end of `name` (.html, .htm, .xhtml) or by how they begin.
bool is_html(std::string_view bytes, std::string_view name);

/// The article of a page, with blocks, title, day of publication (with the runners-up) and the way back to the bytes.
///
///   name     what messages call the input
///   url      where the page was found, for the date in its path; empty: what the page says of itself
///   language of the article; null: that which its text and the page show, which the document then says
///   errors   not_text: no text in it; out_of_range: past 16 MiB, or more tags or deeper ones than any article has
Result<Document> read_html(std::string_view bytes, std::string_view name, std::string_view url,
                           const Language* language);

}  // namespace annal
