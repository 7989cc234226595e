// Vectors of words from plain text: skip-gram with negative sampling (Mikolov et al. 2013), with a matrix of its own
// for each place beside the word (Ling, Dyer, Black, Trancoso 2015), so that they tell of syntax.
#pragma once

#include <string>
#include <vector>

#include "vocabulary.h"

namespace annal::syntax {

struct VectorSchedule {
  std::size_t width = 48;
  int epochs = 5;
  std::uint32_t least = 3;  ///< times that a word occurs
  std::uint32_t seed = 1;
};

/// The vectors of the words of `sentences`; their numbers have a standard deviation of 0.15.
WordVectors learn_vectors(const std::vector<GoldSentence>& sentences, const VectorSchedule& schedule);

}  // namespace annal::syntax
