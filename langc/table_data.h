// A compiled language as values: what is written as C++ (emit.h), or packed (packed.h) for the module that browsers
// run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/lang/tables.h"

namespace annal::compile {

/// A Rule with its texts.
struct RuleData {
  std::string name, place;
  bool label = false;
};

/// Language::Tables with its arrays.
struct TableData {
  bool whole = true;  ///< not the signs of the language alone (build_tables.h, build_signs)
  std::string tag;
  std::string text;
  std::vector<WordEntry> words;
  std::uint32_t grammar_words = 0;
  std::vector<Membership> members;
  std::vector<std::string> class_names;
  std::vector<std::string> strings;
  std::vector<DigitClass> digit_classes;
  std::vector<PatternEdge> edges;
  std::vector<PatternState> states;
  std::vector<Production> productions;
  std::vector<Symbol> symbols;
  std::uint16_t top = 0, grammar_classes = 0;
  std::uint16_t blocks = 1;  ///< of productions
  std::vector<ClassPrefilter> prefilters;
  std::vector<ProductionSet> singles;
  std::vector<std::uint16_t> guards;
  std::vector<CodeStep> code;
  std::vector<RuleData> rules;
  std::vector<std::string> labels;

  // What follows from the words and the classes.
  std::vector<std::uint16_t> class_order;
  std::vector<std::uint32_t> slots, grammar_slots;
  std::vector<std::uint64_t> filter, known_filter, first_words;
};

/// Makes what follows from the words and the classes: the order of these, the hash tables and the filters.
void derive(TableData& data);

}  // namespace annal::compile
