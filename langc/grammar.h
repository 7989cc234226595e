// Reads grammar files: patterns over word classes and the tree that each builds. docs/rules.md describes the format.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/tables.h"
#include "langc/lexicon.h"

namespace annal::compile {

/// A leaf of a pattern (a position of Glushkov's automaton): one terminal or symbol, and what may follow it.
struct Leaf {
  bool is_symbol = false;
  std::uint16_t id = 0;
  std::uint8_t flags = 0;
  std::uint8_t slot = PatternEdge::no_slot;
  std::vector<std::size_t> follow;
  bool last = false;
};

struct Example {
  std::string dct, text, value;
  bool positive = true;
  std::string place;
};

struct GrammarRule {
  std::string name;
  Place place;
  std::uint16_t symbol = 0;
  std::vector<Leaf> leaves;
  std::vector<std::size_t> first;
  std::vector<std::uint16_t> not_before, not_after;
  std::vector<CodeStep> code;
  bool kills = false;
  bool is_tree = false;
  int prefer = 0;
  std::vector<Example> examples;
};

struct Grammar {
  std::vector<GrammarRule> rules;
  std::vector<std::string> symbols;
  std::map<std::string, std::uint16_t> symbol_ids;
  std::vector<bool> tree_symbol;  ///< whether its value is a tree, else a number
  std::uint16_t top = 0;
};

/// A grammar file with its name; the order of files and rules decides between matches of equal length.
struct GrammarFile {
  std::string name;
  std::string contents;
};

/// Reads and checks all of a language's grammar; adds a class for each literal word to the lexicon. Throws Fault.
Grammar read_grammar(Lexicon& lexicon, const std::vector<GrammarFile>& files);

}  // namespace annal::compile
