// What the network says of an encoded sentence: the score of each word as head of each other, the relation for a given
// head, and the tags. A biaffine scorer (Dozat & Manning 2017).
#pragma once

#include <vector>

#include "core/syntax/encoder.h"

namespace annal::syntax {

/// The score of each head for each word, in units of 2^-18. Word 0 is the root.
struct ArcScores {
  const std::int32_t* at = nullptr;
  std::size_t stride = 0;
  std::int32_t operator()(std::size_t head, std::size_t dependent) const { return at[dependent * stride + head]; }
  const std::int32_t* heads_of(std::size_t dependent) const { return at + dependent * stride; }
};

/// The score of a word as its own head: no other is as low.
inline constexpr std::int32_t impossible = INT32_MIN / 2;

class Scorer {
 public:
  /// The most words of a sentence.
  static constexpr std::size_t longest_sentence = 500;

  Scorer(const Model& model, const Kernels& kernels);

  /// Reads the rows of `encoder`; the others are about them until the next call.
  void run(const Encoder& encoder);
  ArcScores arcs() const { return {scores_.data(), columns_}; }
  /// Sets deprel of each word, given head (-1 for the root).
  void label(std::span<Word> words);
  /// Sets upos, tag and features of each word, given heads and relations: a word with a subject and no copula leans to
  /// a verb ("the exams start").
  void tag(const Encoder& encoder, std::span<Word> words);

 private:
  /// The tags of one part of speech, which are neighbours.
  struct TagRange {
    std::size_t first, last;
    Upos upos;
  };
  void find_predicates(std::span<const Word> words);
  void score_arcs();
  void add_distances();

  const Model& model_;
  const Kernels& kernels_;
  std::vector<TagRange> tag_ranges_;
  std::vector<std::int32_t> distance_;   ///< what each distance adds to an arc, from -longest_sentence on
  std::vector<std::int8_t> predicates_;  ///< words with a subject and no copula
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<std::int16_t> projected_, queries_, heads_, hidden_, logits_;
  std::vector<std::int32_t> scores_;
};

}  // namespace annal::syntax
