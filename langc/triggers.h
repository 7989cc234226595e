// Which words the recogniser looks for. It tries the grammar only around a trigger, so every time expression must
// contain one. They are derived from the grammar as a regular-expression engine derives the literals that every match
// contains (RE2's prefilter).
#pragma once

#include "langc/grammar.h"

namespace annal::compile {

/// Marks words and classes of digits in `lexicon` as triggers: a minimal set of rare words such that every match of a
/// production of `grammar` that makes a time expression contains one. Productions that suppress need none, because
/// without a trigger there is nothing to suppress.
void derive_triggers(Lexicon& lexicon, const Grammar& grammar);

}  // namespace annal::compile
