// Which language a text is written in.
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/text/document.h"

namespace annal {

/// The language of `text` (UTF-8): that of which its first words hold most, by the classes `language-word` (words of
/// everyday grammar) and those of time. Words of another script belong to no other language, so the script decides
/// first. Where no language has the clear majority, that which `stated` names (a page's lang, BCP 47), else the
/// fallback. Reads at most 2 kB, in pieces spread over the text, so that a quotation at its head does no harm.
const Language& language_of(std::string_view text, std::string_view stated);

/// Writes the language of `document` into it and returns it: `given`, or, where that is null, that of its text, with
/// what the document says of itself for `stated`.
const Language& settle_language(Document& document, const Language* given);

}  // namespace annal
