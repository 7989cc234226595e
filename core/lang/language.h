// Language: the lexicon (words with their classes) and the grammar of time expressions of one language, compiled from
// data/lang/<tag>/ when the program is built. C++ names classes ("weekday", "verb-forward") but no words.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace annal {

/// A class of words, declared by `class NAME` in a lexicon file; `no_class` if the language does not have it.
using WordClass = std::uint16_t;
inline constexpr WordClass no_class = 0xFFFF;

/// A word's membership in a class, with its value there ("November" has 11 in "month").
struct Membership {
  WordClass word_class;
  bool capital;  ///< only if the word begins with a capital letter
  std::int32_t value;
};

struct WordEntry;

class Language {
 public:
  /// Returns the language with this tag ("en", in any case) or of the region that it names ("de-AT"), or null if there
  /// is none.
  static const Language* find(std::string_view tag);
  /// Returns the language to use if a text's language cannot be detected.
  static const Language& fallback();
  /// Returns all languages, in the order of their tags.
  static std::span<const Language> all();
  static std::span<const std::string_view> tags();

  std::string_view tag() const;
  /// Returns the class with this name, or no_class.
  WordClass word_class(std::string_view name) const;
  /// Returns the classes of `word` (UTF-8, any case), or nothing for an unknown word. The caller checks memberships
  /// marked `capital`.
  std::span<const Membership> lookup(std::string_view word) const;
  /// Returns the value of `word` in `word_class`, or `fallback`. Checks capitals.
  std::int32_t value_in(std::string_view word, WordClass word_class, std::int32_t fallback) const;
  bool is(std::string_view word, WordClass word_class) const {
    return value_in(word, word_class, absent_value) != absent_value;
  }
  /// Returns the lexicon entry of `word`, or null. The second looks only at words that the grammar uses.
  const WordEntry* entry(std::string_view word) const;
  const WordEntry* grammar_entry(std::string_view word) const;
  /// Whether an entry of `word_class` may begin with a word of this first_word_bit. False positives are rare; for
  /// classes that the grammar uses, it is always true.
  bool may_begin(WordClass word_class, std::uint32_t bit) const;
  /// Returns the string for a value of `word_class`: `"begin": began` gives "begin" for the value of "began".
  std::string_view text_of(WordClass word_class, std::int32_t value) const;
  std::string_view rule_name(std::uint16_t rule) const;
  /// Whether the rule holds only at the front of a line, where its date dates what follows: "1480: The abbey burned".
  bool is_label_rule(std::uint16_t rule) const;

  static constexpr std::int32_t absent_value = INT32_MIN;

  struct Tables;
  explicit constexpr Language(const Tables& tables) : tables_(&tables) {}
  const Tables& tables() const { return *tables_; }

 private:
  const Tables* tables_;
};

}  // namespace annal
