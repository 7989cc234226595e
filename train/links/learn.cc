#include "learn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace annal::train {
namespace {

constexpr std::size_t labels = TLinkTables::labels;
constexpr float rate = 0.03F, shrink = 1e-3F;

class Learner {
 public:
  Learner() : weight_(labels << TLinkTables::row_bits), square_(weight_.size(), 1e-2F), sum_(weight_.size()) {}

  void learn(const TLinkExample& x, float importance) {
    std::array<float, labels> score{};
    for (const std::uint32_t row : x.rows)
      for (std::size_t c = 0; c < labels; ++c) score[c] += weight_[row * labels + c];
    const float top = *std::max_element(score.begin(), score.end());
    float total = 0;
    for (float& s : score) total += s = std::exp(s - top);
    for (std::size_t c = 0; c < labels; ++c) {
      const float gradient = importance * (score[c] / total - (c == static_cast<std::size_t>(x.label) ? 1.0F : 0.0F));
      if (std::fabs(gradient) < 1e-4F) continue;
      for (const std::uint32_t row : x.rows) {
        float& w = weight_[row * labels + c];
        float& s = square_[row * labels + c];
        const float g = gradient + shrink * w;
        s += g * g;
        w -= rate * g / std::sqrt(s);
      }
    }
  }
  void end_pass() {
    for (std::size_t i = 0; i < sum_.size(); ++i) sum_[i] += weight_[i];
  }

  /// The mean of the passes in 8 bits; the few weights past a high percentile are cut.
  std::string bytes() const {
    std::vector<float> sizes;
    for (const float w : sum_)
      if (w != 0) sizes.push_back(std::fabs(w));
    std::string out(sum_.size(), '\0');
    if (sizes.empty()) return out;
    const std::size_t rank = sizes.size() - 1 - sizes.size() / 1000;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(rank), sizes.end());
    const float scale = 127 / sizes[rank];
    for (std::size_t i = 0; i < sum_.size(); ++i)
      out[i] = static_cast<char>(std::clamp(std::lround(sum_[i] * scale), -127L, 127L));
    return out;
  }

 private:
  std::vector<float> weight_, square_, sum_;
};

}  // namespace

std::string train_tlinks(const std::vector<const TLinkDocument*>& documents, const LabellerWeights& weights,
                         int passes) {
  struct Item {
    const TLinkExample* example;
    float importance;
  };
  std::vector<Item> items;
  for (const TLinkDocument* d : documents)
    for (const TLinkExample& x : d->examples) {
      const double w = x.labeller == Labeller::matres   ? weights.matres
                       : x.labeller == Labeller::dense  ? weights.dense
                       : x.labeller == Labeller::starts ? weights.starts
                                                        : weights.timeml;
      if (w > 0) items.push_back({&x, static_cast<float>(w)});
    }
  Learner learner;
  std::mt19937 random(1);
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
    for (const Item& item : items) learner.learn(*item.example, item.importance);
    learner.end_pass();
  }
  return learner.bytes();
}

}  // namespace annal::train
