// A rule proves itself: it has two examples and a near miss at least.
#pragma once

#include "langc/grammar.h"

namespace annal::compile {

/// Throws Fault where a rule that makes a time expression has fewer than two `yes` lines or no `no` line, or where a
/// `no` line is no near miss: it must share two words with the rule (one, if the rule can match a single token), and
/// not only everyday words (class `language-word`). Whether the values are right is left to the tests.
void check_examples(const Lexicon& lexicon, const Grammar& grammar);

}  // namespace annal::compile
