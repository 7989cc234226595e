// The course of training.
#pragma once

#include <cstdio>

#include "network.h"

namespace annal::syntax {

struct Schedule {
  int epochs = 12;
  float rate = 0.003F;        ///< rises over the first 100 batches, then falls to a hundredth
  std::size_t batch = 600;    ///< words and roots
  std::size_t longest = 160;  ///< words of a sentence that is learned from
  std::uint32_t seed = 1;
  Dropout dropout;
};

/// Trains `network` on `sentences`; of one with time expressions, each time on one of its two versions at random.
void train(Network& network, const std::vector<GoldSentence>& sentences, const Vocabulary& vocabulary,
           const Schedule& schedule);

}  // namespace annal::syntax
