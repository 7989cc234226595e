// The words of a language: which belongs to which class, with which value. docs/rules.md describes the files.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "langc/source.h"

namespace annal::compile {

struct LexiconMember {
  std::uint16_t word_class;
  bool capital;
  std::int32_t value;
  friend bool operator==(const LexiconMember&, const LexiconMember&) = default;
};

struct LexiconWord {
  std::vector<LexiconMember> members;
  bool trigger = false;  ///< derive_triggers sets it
};

struct LexiconDigits {
  std::uint16_t word_class;
  std::int32_t least, most;
  std::uint8_t least_width, most_width;
  bool trigger = false;
};

struct Lexicon {
  std::vector<std::string> classes;
  std::map<std::string, std::uint16_t> class_ids;
  std::map<std::string, LexiconWord> words;  ///< lower case
  std::vector<LexiconDigits> digits;
  std::vector<std::string> strings;
  std::map<std::string, std::int32_t> string_ids;
  std::map<std::string, std::vector<std::string>> endings;  ///< by the name of their table

  std::uint16_t add_class(const std::string& name);
  void add_word(const std::string& word, LexiconMember member);
};

/// Adds what `file` says; it must outlive a Fault. Throws Fault.
void read_lexicon(Lexicon& lexicon, const SourceFile& file);

/// Adds the other ways in which a word may stand in a text, where the program would not see that they are the same:
/// letters beyond ASCII as capitals, at the front or throughout, and the apostrophe as its typographic signs.
void add_spellings(Lexicon& lexicon);

}  // namespace annal::compile
