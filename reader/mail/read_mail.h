// Reads a mail into a Document: its subject is the title, its date the day of writing; what it quotes is boilerplate.
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Whether `bytes` are a mail: by the ending of `name` (.eml), or because they begin with headers that are From, Date
/// and Subject among others, and a blank line.
bool is_mail(std::string_view bytes, std::string_view name);

/// Returns the text of a mail with blocks, title, date of writing and source map: its first part that is plain text,
/// else the first that is a page. Lines quoted with ">", the line that introduces them, and the signature are
/// boilerplate.
///
///   name      the name of the input in messages
///   language  the language of the text; null: detect it, and set it in the document
///   errors    not_text: no text; out_of_range: more than 16 MiB; as read_html where the text is a page
///   source    RFC 5322, RFC 3676 (signature, quotes)
Result<Document> read_mail(std::string_view bytes, std::string_view name, const Language* language);

}  // namespace annal
