// The part of speech of each word of a sentence: a greedy averaged perceptron over hashed features, 8-bit weights, one
// cache line a row. Words that nearly always have one tag are looked up; so is which tags a word can have, of the word
// itself and of those to its right.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "timeline/model/checked_rows.h"
#include "timeline/model/form.h"
#include "timeline/model/penn.h"

namespace annal {

/// Weights as data/models/tagger.bin holds them, byte for byte (little endian): rows, their checks, known words.
struct TaggerTables : CheckedRows<64, 13> {
  static constexpr unsigned known_bits = 14;
  struct Known {
    std::uint32_t word = 0;
    std::uint32_t value =
        0;  ///< the tag in 8 bits, Penn::none where there are several; above them the tags it can have
  };
  static constexpr std::size_t bytes = CheckedRows::bytes + (sizeof(Known) << known_bits);

  const Known* known = nullptr;
  explicit TaggerTables(const unsigned char* data)
      : CheckedRows(data), known(reinterpret_cast<const Known*>(data + CheckedRows::bytes)) {}
  /// What is known of a word: Known::value, or 0.
  std::uint32_t find(std::uint32_t word) const;
};

/// The sum of the rows of the features that a word has by itself, where it does not begin its sentence; for each tag.
using OwnSum = std::array<std::int16_t, TaggerTables::columns>;
/// The same for a word of this form of which `known` is known (TaggerTables::find).
OwnSum own_sum(const TaggerTables& tables, const Form& form, std::uint32_t known);

/// What the tagger knows of one word of a sentence before it tags.
struct TaggerWord {
  const Form* form = nullptr;
  std::uint32_t known = 0;      ///< TaggerTables::find
  const OwnSum* own = nullptr;  ///< own_sum, or nothing where it is to be added up
  Penn sure() const { return static_cast<Penn>(known & 255U); }
};

/// A sentence to be tagged.
struct TaggerSentence {
  std::vector<TaggerWord> words;
  std::uint32_t capitals =
      0;  ///< how it uses them: 0 hardly a word to tell by, 1 everywhere, 2 often, 3 never, 4 for names
};

/// How the words of `sentence` use capitals, from their forms.
void note_capitals(TaggerSentence& sentence);
/// Looks the words up; views `forms`.
void prepare(const TaggerTables& tables, std::span<const Form> forms, TaggerSentence& sentence);

inline constexpr std::size_t tagger_features = 42;
/// The keys of the features of one word, of which those below `words_only` hang on no tag before it, and those below
/// `own` on no other word.
struct TaggerKeys {
  static constexpr std::size_t own = 11, words_only = 27;
  std::array<std::uint32_t, tagger_features> key;
};

/// The keys of word `i` after the tags `one` (just before it) and `two`.
void tagger_keys(const TaggerSentence& sentence, std::size_t i, Penn one, Penn two, TaggerKeys& keys);

/// Tags one sentence; `tags` gets one for each word.
void tag_words(const TaggerTables& tables, const TaggerSentence& sentence, std::vector<Penn>& tags);
/// The same of words that are not looked up yet.
void tag_forms(const TaggerTables& tables, std::span<const Form> forms, std::vector<Penn>& tags);

}  // namespace annal
