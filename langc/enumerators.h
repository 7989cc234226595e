// Checks the numbers that a rule passes where an operation wants an enumerator: a weekday, a unit, a part of the day.
#pragma once

#include "langc/grammar.h"

namespace annal::compile {

/// Follows every value of every class and symbol that can reach such an argument. Throws Fault at the value of the
/// first rule that may pass a number which is no enumerator of the type, or whose numbers cannot be followed. Only the
/// half of a clock may be computed from hours, which no such check can follow.
void check_enumerators(const Grammar& grammar, const Lexicon& lexicon);

}  // namespace annal::compile
