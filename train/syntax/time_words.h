// Time expressions as words: the program parses a sentence with each of its time expressions as one word, so the parser
// learns from sentences of that kind.
#pragma once

#include <vector>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "treebank.h"

namespace annal::syntax {

/// The tokens, sentences and time expressions of a paragraph, as the program finds them before it parses.
Analysis find_times(std::string paragraph, const Language& language);

/// Fills GoldSentence::with_times: each time expression that the program finds in the text of the sentence, and that
/// covers whole words of which one has its head outside, becomes one word of form time_form. Returns how many.
std::size_t add_time_words(std::vector<GoldSentence>& sentences, const Language& language);

}  // namespace annal::syntax
