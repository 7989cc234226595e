// What a language is to the program: words with their classes, compiled from data/lang/<tag>/*.txt when the program is
// built, and the grammar of its time expressions. C++ names classes ("weekday", "verb-past"); it knows no word.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace annal {

/// A class of words, as `class NAME` in a lexicon file declares it; `none` where the language has no such class.
using WordClass = std::uint16_t;
inline constexpr WordClass no_class = 0xFFFF;

/// A word's membership in a class, with its value there ("November" in "month" has 11).
struct Membership {
  WordClass word_class;
  bool capital;  ///< only where the word begins with a capital letter
  std::int32_t value;
};

struct WordEntry;

class Language {
 public:
  /// The language whose tag is `tag` ("en", in any case), else that of which it names a region ("de-AT"); null where
  /// there is none.
  static const Language* find(std::string_view tag);
  /// The language of a text that shows none.
  static const Language& fallback();
  /// All of them, in the order of their tags.
  static std::span<const Language> all();
  static std::span<const std::string_view> tags();

  std::string_view tag() const;
  /// The class called `name`, or no_class.
  WordClass word_class(std::string_view name) const;
  /// What the lexicon says of `word` (UTF-8, any case); empty for a word it does not hold. A membership marked capital
  /// is left to the caller to check.
  std::span<const Membership> lookup(std::string_view word) const;
  /// The value of `word` in `word_class`, or `fallback`. Minds capitals.
  std::int32_t value_in(std::string_view word, WordClass word_class, std::int32_t fallback) const;
  bool is(std::string_view word, WordClass word_class) const {
    return value_in(word, word_class, absent_value) != absent_value;
  }
  /// The lexicon's entry for `word`, or null; the second looks among the words of the grammar alone.
  const WordEntry* entry(std::string_view word) const;
  const WordEntry* grammar_entry(std::string_view word) const;
  /// Whether an entry of `word_class` may begin with the word of this first_word_bit; rarely true where none does, but
  /// always of classes that the grammar looks at.
  bool may_begin(WordClass word_class, std::uint32_t bit) const;
  /// The string that a member of `word_class` has for its value (`"begin": began` gives "begin" for began's value).
  std::string_view text_of(WordClass word_class, std::int32_t value) const;
  std::string_view rule_name(std::uint16_t rule) const;

  static constexpr std::int32_t absent_value = INT32_MIN;

  struct Tables;
  explicit constexpr Language(const Tables& tables) : tables_(&tables) {}
  const Tables& tables() const { return *tables_; }

 private:
  const Tables* tables_;
};

}  // namespace annal
