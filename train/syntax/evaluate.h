// How often a model is right.
#pragma once

#include <string>
#include <vector>

#include "core/syntax/model.h"
#include "treebank.h"

namespace annal::syntax {

/// Parses sentences with the program's own parser and prints one line: UPOS and tags of all words, heads (UAS) and
/// heads with relation (LAS) of words that are no punctuation. First as they are, then those that have time expressions
/// with these as one word each.
void print_scores(const Model& model, const std::string& name, const std::vector<GoldSentence>& sentences);

}  // namespace annal::syntax
