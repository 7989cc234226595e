// The tree of a sentence for people to read: a line a word, each word under its head.
#pragma once

#include <string>

#include "core/syntax/conllu.h"

namespace annal {

/// Returns the text of the sentence, then a line for each word: the word, indented by its depth; its relation; its part
/// of speech, or the tag of the language where it has one; its features; and the confidence of its head in percent
/// where that is below 90. Dependents follow their head in text order. Ends in a blank line.
std::string to_tree_text(const syntax::ParsedSentence& sentence, const syntax::Model* model);

}  // namespace annal
