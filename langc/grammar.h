// The grammar of a language, checked: productions over word classes and the tree that each builds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/lang/tables.h"
#include "langc/lexicon.h"
#include "langc/pattern.h"
#include "langc/rule_reader.h"

namespace annal::compile {

/// One `match` of a rule, with the rule's value.
struct GrammarRule {
  std::string name;
  Place place, value_place;
  std::uint16_t symbol = 0;
  std::vector<Leaf> leaves;
  std::vector<std::size_t> first;
  std::vector<std::uint16_t> not_before, not_after;
  std::vector<CodeStep> code;
  bool suppress = false;
  bool is_tree = false;
  bool label = false;
  int prefer = 0;
  std::vector<Example> examples;  ///< of the rule's first match alone
};

struct Grammar {
  std::vector<GrammarRule> rules;
  SymbolTable symbols;
  std::vector<bool> tree_symbol;  ///< whether its value is a tree, else a number
  std::uint16_t top = 0;
};

/// Checks the rules of a language; adds a class for each literal word to the lexicon. The order of rules decides
/// between matches of equal length. Throws Fault.
Grammar compile_grammar(Lexicon& lexicon, const std::vector<WrittenRule>& rules);

}  // namespace annal::compile
