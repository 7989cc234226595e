// Languages that negate with two words, of which the first alone denies nothing: "n'a livré que deux avions" tells of
// two that were delivered, "avant que la tour ne tombe" that the tower fell.
#pragma once

#include <span>
#include <string_view>

#include "core/lang/language.h"
#include "core/syntax/tree.h"

namespace annal::syntax {

/// Takes the negation from a first half ("ne") without a second one ("pas"), and hangs it on what it limits, where
/// there is such. Leaves languages alone that have no such halves.
void mend_negation(std::span<Word> words, std::span<const std::string_view> forms, const Language& language);

}  // namespace annal::syntax
