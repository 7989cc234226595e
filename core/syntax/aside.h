// What is said between an auxiliary or a negation and its verb: "was not, as the Gazette wrote, taken to hospital". A
// parser that reads from comma to comma gives the verb to the aside, and the sentence loses its negation.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

#include "core/lang/language.h"
#include "core/syntax/tree.h"

namespace annal::syntax {

/// Parses words whose forms are given beside them.
using ParseWords = std::function<void(std::span<const std::string_view>, std::span<Word>)>;

/// Parses the first aside of a parsed sentence and what stands round it each by itself, and joins the two trees, where
/// that shows that the aside parts a verb from the word before. Leaves any other sentence as it is.
void parse_round_aside(std::span<const std::string_view> forms, std::span<Word> words, const Language& language,
                       const ParseWords& parse);

}  // namespace annal::syntax
