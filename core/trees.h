// The trees of an analysis: Analysis::trees is filled a sentence at a time, by whichever stage asks first.
#pragma once

#include "core/analysis.h"
#include "core/lang/language.h"
#include "core/syntax/conllu.h"
#include "core/syntax/tree_reader.h"

namespace annal {

/// Returns what parses the sentences of `analysis` into Analysis::trees, each time expression as one word. It holds
/// while the text, tokens, sentences and time expressions stay as they are.
syntax::TreeReader tree_reader(Analysis& analysis, const Language& language);

/// Parses every sentence outside boilerplate that has no tree yet. Does nothing for a language without a model.
void read_trees(Analysis& analysis, const Language& language);

/// Returns a sentence of `analysis` as CoNLL-U has it: its words, multiword tokens and tree, numbered from 1 in its
/// comments. White space within a time expression is one blank.
syntax::ParsedSentence parsed_sentence(const Analysis& analysis, std::size_t sentence, syntax::TreeReader& reader,
                                       const Language& language);

}  // namespace annal
