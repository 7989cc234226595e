// Writes a checked language as C++: constant arrays of core/lang/tables.h, and apart from them the rules' examples for
// the tests.
#pragma once

#include <string>
#include <vector>

#include "langc/grammar.h"

namespace annal::compile {

/// The language as C++; `labels` in the order of Label.
std::string emit_tables(const std::string& tag, const Lexicon& lexicon, const Grammar& grammar,
                        const std::vector<std::string>& labels);
std::string emit_examples(const std::string& tag, const Grammar& grammar);

}  // namespace annal::compile
