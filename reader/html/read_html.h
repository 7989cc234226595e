// Reads a web page into a Document: the article without its surroundings, and its publication date.
//
//   bytes -> UTF-8 (charset) -> tree (tree) -> publication date (published) -> article (article) -> text (flow)
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Whether `bytes` are a page, by the ending of `name` (.html, .htm, .xhtml) or the first bytes.
bool is_html(std::string_view bytes, std::string_view name);

/// Returns the article of a page, with blocks, title, publication date (and other candidates), and source map.
///
///   name     the name of the input in messages
///   url      the address of the page, for the date in its path; empty: the address that the page states
///   language the language of the article; null: detect it, and set it in the document
///   errors   not_text: no text; out_of_range: more than 16 MiB, or more or deeper tags than any article has
Result<Document> read_html(std::string_view bytes, std::string_view name, std::string_view url,
                           const Language* language);

/// The same of a page that is the body of a mail: all that it shows. Errors: as read_html.
Result<Document> read_mail_page(std::string_view bytes, std::string_view name, const Language* language);

}  // namespace annal
