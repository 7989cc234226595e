// Detects the language of a text.
#pragma once

#include <string_view>

#include "core/lang/language.h"
#include "core/text/document.h"

namespace annal {

/// Returns the language of `text` (UTF-8): the one with the most words in it, by the classes `language-word` (everyday
/// words) and those of time. Words of one script never count for languages of another. Names count
/// for none. If no language has a clear majority, returns the one that `stated` names (a page's lang, BCP 47),
/// otherwise the one that the other words of the text look like most, or the fallback. Reads at most 2 kB,
/// in samples spread over the text, so that a quotation at the start does not mislead it.
const Language& language_of(std::string_view text, std::string_view stated);

/// Sets the language of `document` and returns it: `given` or, if that is null, the detected language of its text, with
/// the document's own statement as `stated`.
const Language& settle_language(Document& document, const Language* given);

}  // namespace annal
