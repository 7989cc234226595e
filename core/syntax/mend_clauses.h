// What the parser makes of clauses whose form leaves two readings and whose verb allows one: "told the court that her
// brother had called" tells what she said, and nothing of which court.
#pragma once

#include <span>
#include <string_view>

#include "core/lang/language.h"
#include "core/syntax/tree.h"

namespace annal::syntax {

/// Hangs what somebody is told on the verb of telling, gives a relative clause the subject that it has, and is sure of
/// one whose pronoun follows its noun. Linear but for the dependents of the clauses it mends.
void mend_clauses(std::span<Word> words, std::span<const std::string_view> forms, const Language& language);

}  // namespace annal::syntax
