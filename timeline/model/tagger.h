// The part of speech of each word of a sentence: a greedy averaged perceptron over hashed features, 8-bit weights, one
// cache line a row. Words that nearly always have one tag are looked up; so is which tags a word can have, of the word
// itself and of those to its right.
#pragma once

#include <array>
#include <span>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "timeline/model/form.h"
#include "timeline/model/penn.h"

namespace annal {

/// Weights as data/models/tagger.bin holds them, byte for byte (little endian): rows, their checks, known words.
struct TaggerTables {
  static constexpr unsigned bucket_bits = 13, known_bits = 14;
  static constexpr std::size_t row_size = 64;
  static constexpr std::size_t bucket = 8;  ///< rows that share the upper bits of their features' keys
  static constexpr std::size_t row_count = bucket << bucket_bits;
  static constexpr std::uint32_t no_row = row_count;
  struct Known {
    std::uint32_t word = 0;
    std::uint32_t value =
        0;  ///< the tag in 8 bits, Penn::none where there are several; above them the tags it can have
  };
  static constexpr std::size_t bytes =
      row_size * row_count + sizeof(std::uint16_t) * row_count + (sizeof(Known) << known_bits);

  const std::int8_t* rows = nullptr;
  const std::uint16_t* checks = nullptr;  ///< of each row; 0 where it is free
  const Known* known = nullptr;
  explicit TaggerTables(const unsigned char* data);
  /// What is known of a word: Known::value, or 0.
  std::uint32_t find(std::uint32_t word) const;
  /// The row of the feature with `key`; no_row where training found no use for it.
  std::uint32_t row(std::uint32_t key) const;
  static std::uint32_t bucket_of(std::uint32_t key) { return key >> (32U - bucket_bits); }
  static std::uint16_t check_of(std::uint32_t key) { return static_cast<std::uint16_t>((key & 0xFFFFU) | 1U); }
};

inline std::uint32_t TaggerTables::row(std::uint32_t key) const {
  const std::uint32_t first = bucket_of(key) * static_cast<std::uint32_t>(bucket);
#if defined(__SSE2__)
  static_assert(bucket == 8);
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(checks + first));
  const __m128i same = _mm_cmpeq_epi16(all, _mm_set1_epi16(static_cast<std::int16_t>(check_of(key))));
  const auto found = static_cast<std::uint32_t>(_mm_movemask_epi8(same));
  return found == 0 ? no_row : first + static_cast<std::uint32_t>(__builtin_ctz(found)) / 2;
#else
  for (std::uint32_t i = first; i < first + bucket; ++i)
    if (checks[i] == check_of(key)) return i;
  return no_row;
#endif
}

/// The sum of the rows of the features that a word has by itself, where it does not begin its sentence; for each tag.
using OwnSum = std::array<std::int16_t, TaggerTables::row_size>;
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
/// The keys of the features of one word, of which those below `words_only` hang on no tag before it, and those below `own`
/// on no other word.
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
