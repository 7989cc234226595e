// The loss of a choice among several.
#pragma once

#include <span>

namespace annal::syntax {

/// -log of the probability of `gold`, where the probabilities are the softmax of `scores`; these become the gradient of
/// the loss, times `weight`. With weight 0 the loss is 0.
double softmax_gradient(std::span<float> scores, std::size_t gold, float weight);

}  // namespace annal::syntax
