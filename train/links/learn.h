// The learner of links: softmax regression over hashed rows, one set of weights for all tasks.
#pragma once

#include <string>
#include <vector>

#include "examples.h"

namespace annal::train {

/// How much a label counts, by who gave it; 0 leaves it out.
struct LabellerWeights {
  double matres = 1, dense = 1, timeml = 0.5, starts = 0.4;
};

/// data/models/links.bin, learnt from `documents`. The same input gives the same bytes.
std::string train_tlinks(const std::vector<const TLinkDocument*>& documents, const LabellerWeights& weights,
                         int passes);

}  // namespace annal::train
