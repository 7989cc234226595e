// Checks that each rule has two examples and a near miss.
#pragma once

#include "langc/grammar.h"

namespace annal::compile {

/// Throws Fault if a rule that makes a time expression has fewer than two `yes` lines or no `no` line, or if a `no`
/// line is no near miss. A near miss shares at least two words, numbers or marks with the rule, not all of them
/// everyday words (class `language-word`). If the rule can match a single token, the near miss may be a similar word
/// instead. The tests check the values.
void check_examples(const Lexicon& lexicon, const Grammar& grammar);

}  // namespace annal::compile
