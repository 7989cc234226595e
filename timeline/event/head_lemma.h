// The dictionary form of the word that tells an event: by it, happenings told in several texts are found.
#pragma once

#include <cstdint>
#include <string>

#include "core/lang/language.h"
#include "timeline/event/tie.h"

namespace annal {

/// Returns the lemma of the word at `token` of `sentence` in small letters; empty where the sentence has no tree, or
/// the language no lemmatizer.
std::string head_lemma(const Analysis& analysis, const Reading& reading, const Language& language,
                       std::uint32_t sentence, std::uint32_t token);

}  // namespace annal
