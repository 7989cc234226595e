// The tagger's averaged perceptron.
#pragma once

#include <string>
#include <vector>

#include "corpus.h"

namespace annal::train {

/// The bytes of data/models/tagger.bin from the sentences, after `passes` passes. The same input gives the same bytes.
std::string train_tagger(const std::vector<TaggedSentence>& sentences, int passes);

/// The share of words tagged right.
double tag_accuracy(const TaggerTables& tables, const std::vector<TaggedSentence>& sentences);

}  // namespace annal::train
