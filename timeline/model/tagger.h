// The part of speech of each word of a sentence: a greedy averaged perceptron over hashed features, 8-bit weights, one
// cache line a row. Words that nearly always have one tag are looked up.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "timeline/model/form.h"
#include "timeline/model/penn.h"

namespace annal {

/// Weights as data/models/tagger.bin holds them, byte for byte (little endian).
struct TaggerTables {
  static constexpr unsigned row_bits = 16, known_bits = 13;
  static constexpr std::size_t row_size = 64;
  static constexpr std::size_t bytes = (row_size << row_bits) + (std::size_t{8} << known_bits);
  struct Known {
    std::uint32_t word = 0, tag = 0;
  };
  const std::int8_t* rows = nullptr;
  const Known* known = nullptr;
  explicit TaggerTables(const unsigned char* data);
  /// The tag of a word that has only one, or Penn::none.
  Penn tag_of(std::uint32_t word) const;
};

inline constexpr std::size_t tagger_features = 19;
using TaggerRows = std::array<std::uint32_t, tagger_features>;

/// The rows of the features of word `i` after the tags `one` (just before it) and `two`.
void tagger_rows(std::span<const Form> forms, std::size_t i, Penn one, Penn two, TaggerRows& rows);

/// Tags one sentence; `tags` gets one for each form.
void tag_forms(const TaggerTables& tables, std::span<const Form> forms, std::vector<Penn>& tags);

}  // namespace annal
