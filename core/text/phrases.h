// The words of one line or paragraph in the form of lexicon phrases: without punctuation and apostrophes, separated by
// single spaces.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/lang/language.h"

namespace annal {

/// Looks up the first words of a text as lexicon phrases. Words beyond the limit are ignored.
class Phrases {
 public:
  static constexpr std::size_t most_words = 64;
  static constexpr std::size_t longest_phrase = 6;

  Phrases(std::string_view text, const Language& language);

  std::size_t size() const { return count_; }
  /// Word `i` as spelled in the text, without apostrophes.
  std::string_view word(std::size_t i) const { return phrase(i, 1); }
  bool is_number(std::size_t i) const { return words_[i].number; }
  /// Whether a bracket opens directly before word `i`.
  bool opened(std::size_t i) const { return words_[i].opens; }
  /// Whether the `n` words from `i` are in brackets.
  bool bracketed(std::size_t i, std::size_t n) const;

  /// Returns the value of the longest phrase of `word_class` at word `i`, and sets `length` to its words; 0 for none.
  std::int32_t match(std::size_t i, WordClass word_class, std::size_t& length) const;
  /// Returns the largest value of any phrase of `word_class` in the text, 0 for none.
  std::int32_t largest(WordClass word_class) const;
  bool has(std::size_t i, WordClass word_class) const {
    return value_of(i, word_class, Language::absent_value) != Language::absent_value;
  }

 private:
  std::int32_t value_of(std::size_t i, WordClass word_class, std::int32_t fallback) const;

  struct Word {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t bit;  ///< first_word_bit
    bool number;
    bool opens;   ///< a bracket opens right before it
    bool closes;  ///< a bracket closes right after it
  };

  std::string_view phrase(std::size_t i, std::size_t n) const {
    return std::string_view(folded_).substr(words_[i].begin, words_[i + n - 1].end - words_[i].begin);
  }

  const Language& language_;
  std::string folded_;
  std::array<Word, most_words> words_;  // the first count_ are set
  std::size_t count_ = 0;
};

}  // namespace annal
