#include "softmax.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace annal::syntax {
namespace {

// e to the power of x, by the powers of 2 around it and a polynomial between them, so that it does not depend on a
// library of mathematics.
float exponential(float x) {
  const float scaled = std::min(30.0F, std::max(-30.0F, x)) * 1.44269504F;
  const float whole = std::floor(scaled), r = scaled - whole;
  const float power = 1 + r * (0.69314718F + r * (0.24022651F + r * (0.0555041F + r * (0.0096181F + r * 0.0013333F))));
  return power * std::bit_cast<float>((static_cast<std::int32_t>(whole) + 127) << 23);
}

}  // namespace

double softmax_gradient(std::span<float> scores, std::size_t gold, float weight) {
  if (weight == 0) {
    std::fill(scores.begin(), scores.end(), 0.0F);
    return 0;
  }
  float most = scores[0];
  for (const float score : scores) most = std::max(most, score);
  for (float& score : scores) score = exponential(score - most);
  float sum = 0;
  for (const float score : scores) sum += score;
  const double loss = -std::log(std::max(double{scores[gold]} / double{sum}, 1e-9));
  const float scale = weight / sum;
  for (float& score : scores) score *= scale;
  scores[gold] -= weight;
  return loss;
}

}  // namespace annal::syntax
