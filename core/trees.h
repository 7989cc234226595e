// The trees of an analysis: Analysis::trees is filled a sentence at a time, by whichever stage asks first.
#pragma once

#include "core/analysis.h"
#include "core/lang/language.h"
#include "core/syntax/tree_reader.h"

namespace annal {

/// Returns what parses the sentences of `analysis` into Analysis::trees, each time expression as one word. It holds
/// while the text, tokens, sentences and time expressions stay as they are.
syntax::TreeReader tree_reader(Analysis& analysis, const Language& language);

/// Parses every sentence outside boilerplate that has no tree yet. Does nothing for a language without a model.
void read_trees(Analysis& analysis, const Language& language);

}  // namespace annal
