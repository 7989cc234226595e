// The layout of a compiled language: plain arrays in read-only memory, written by annal-lang and read by Language and
// the recogniser. Nothing is built when the program starts.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/lang/language.h"

namespace annal {

/// A set of productions of one block, one bit each. A block has the length of a vector register.
using ProductionSet = std::uint64_t __attribute__((vector_size(16)));
inline constexpr std::size_t production_block = 128;

/// Which productions of one block a token of one class allows; one cache line.
struct ClassPrefilter {
  ProductionSet first;        ///< those whose first token may have the class
  ProductionSet second;       ///< those whose second token may have it
  ProductionSet required[2];  ///< those whose every match has a token of it or of another class with the same bit, for
                              ///< two such requirements
};

/// A word of the lexicon.
struct WordEntry {
  std::uint32_t text;          ///< offset into Tables::text, lower case
  std::uint32_t members;       ///< first index into Tables::members; those that the grammar uses come first
  std::uint8_t size;           ///< bytes
  std::uint8_t grammar_count;  ///< memberships that the grammar uses
  std::uint8_t count;
  bool trigger;  ///< no time expression is without one trigger
};

/// A class of digit strings: "1..31, one or two digits".
struct DigitClass {
  WordClass word_class;
  std::int32_t least, most;
  std::uint8_t least_width, most_width;
  bool trigger;
};

/// A step of a pattern: one terminal or one symbol, then state `next`.
struct PatternEdge {
  static constexpr std::uint8_t no_space_before = 1, context = 2, gap = 4, symbol = 8;
  static constexpr std::uint8_t no_slot = 0xFF;
  std::uint16_t id;    ///< terminal (a word class) or symbol
  std::uint16_t next;  ///< state
  std::uint8_t flags;
  std::uint8_t slot;
};

struct PatternState {
  std::uint32_t edges;  ///< first index into Tables::edges
  std::uint16_t count;
  bool accepts;
};

/// One alternative of a symbol.
struct Production {
  std::uint16_t rule;                   ///< index into Tables::rules
  std::uint16_t start;                  ///< state
  std::uint32_t code;                   ///< first index into Tables::code
  std::uint16_t code_size;              ///< 0 for a rule with `suppress`
  std::uint16_t not_before, not_after;  ///< first indices into Tables::guards
  std::uint8_t not_before_count, not_after_count;
  std::int8_t prefer;  ///< higher wins among matches of the same length
};

struct Symbol {
  std::uint16_t productions, count;
};

/// Steps of a value expression, in postfix order over a stack of 64-bit numbers.
enum class CodeOp : std::uint8_t { constant, slot, add, subtract, multiply, divide, negate, either, call };

struct CodeStep {
  CodeOp op;
  std::uint8_t count;    ///< of call: its arguments
  std::int32_t operand;  ///< constant, slot, or the Op to call
};

struct Rule {
  std::string_view name;
  std::string_view place;  ///< file:line of the rule
  bool label;              ///< only at the front of a line, where it dates what follows
};

/// A hash table of indices into Tables::words: open addressing by lexicon_hash, with a power of two of slots.
struct HashSlots {
  const std::uint32_t* slots;  ///< hash bits 32..47, then word index + 1 in the low half; 0 if free
  std::uint32_t mask;
};

struct Language::Tables {
  std::string_view tag;
  const char* text;
  const WordEntry* words;
  std::uint32_t word_count;
  HashSlots slots;                    ///< of all words
  HashSlots grammar_slots;            ///< of the words that the grammar uses, which come first
  const std::uint64_t* filter;        ///< bit filter_hash of each trigger word: 65,536 bits
  const std::uint64_t* known_filter;  ///< the same for each word that the grammar uses
  const std::uint64_t*
      first_words;  ///< by class beyond the grammar, first_word_words each: first_word_bit of each entry's first word
  const Membership* members;
  const std::string_view* class_names;
  const std::uint16_t* class_order;  ///< the classes in the order of their names
  std::uint16_t class_count;
  const std::string_view* strings;  ///< values of classes whose values are words
  const DigitClass* digit_classes;
  std::uint8_t digit_class_count;
  const PatternEdge* edges;
  const PatternState* states;
  const Production* productions;
  const Symbol* symbols;
  std::uint16_t symbol_count;
  std::uint16_t top;                 ///< the symbol whose matches are time expressions
  std::uint16_t grammar_classes;     ///< the classes that the grammar looks at are the first ones
  const ClassPrefilter* prefilters;  ///< by class of the grammar, then by block
  const ProductionSet* singles;      ///< by block: the productions that may match one token alone
  std::uint16_t production_blocks;
  const std::uint16_t* guards;
  const CodeStep* code;
  const Rule* rules;
  std::uint16_t rule_count;
  const std::string_view* labels;  ///< in the order of Label
};

}  // namespace annal
