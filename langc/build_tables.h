// Makes the tables of a checked language.
#pragma once

#include <string>
#include <vector>

#include "langc/grammar.h"
#include "langc/table_data.h"

namespace annal::compile {

/// The tables of a language; `labels` in the order of Label.
TableData build_tables(std::string tag, Lexicon lexicon, Grammar grammar, std::vector<std::string> labels);

/// What tells texts in a language from those in others, and what introduces a mail in it: the words of the classes
/// `kept`, and of each word alone whether the grammar uses it ("grammar-word") and whether it is more than a name
/// ("known-word"). `labels` are that many and empty.
TableData build_signs(std::string tag, Lexicon lexicon, Grammar grammar, const std::vector<std::string>& kept,
                      std::size_t labels);

}  // namespace annal::compile
