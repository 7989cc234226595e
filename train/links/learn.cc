#include "learn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <random>

#include "train/select_features.h"

namespace annal::train {
namespace {

constexpr std::size_t labels = TLinkTables::labels;
constexpr float rate = 0.03F, shrink = 1e-3F;

struct Item {
  const TLinkExample* example;
  float importance;
  std::vector<std::uint32_t> rows = {};  ///< of its features
};

/// The weights of the numbered features, `labels` for each: softmax regression by AdaGrad, the sum over the passes.
std::vector<float> learn(std::vector<Item> items, const Numbering& features, int passes) {
  std::vector<float> weight(features.size() * labels), square(weight.size(), 1e-2F), sum(weight.size());
  std::mt19937 random(1);
  for (Item& item : items)
    for (const std::uint32_t key : item.example->keys)
      if (const std::uint32_t id = features.of(key); id != 0) item.rows.push_back(id * labels);
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
    for (const Item& item : items) {
      std::array<float, labels> score{};
      for (const std::uint32_t row : item.rows)
        for (std::size_t c = 0; c < labels; ++c) score[c] += weight[row + c];
      const float top = *std::max_element(score.begin(), score.end());
      float total = 0;
      for (float& s : score) total += s = std::exp(s - top);
      for (std::size_t c = 0; c < labels; ++c) {
        const float truth = c == static_cast<std::size_t>(item.example->label) ? 1.0F : 0.0F;
        const float gradient = item.importance * (score[c] / total - truth);
        if (std::fabs(gradient) < 1e-4F) continue;
        for (const std::uint32_t row : item.rows) {
          float& w = weight[row + c];
          float& s = square[row + c];
          const float g = gradient + shrink * w;
          s += g * g;
          w -= rate * g / std::sqrt(s);
        }
      }
    }
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight[i];
  }
  return sum;
}

/// What brings the weights to 8 bits, but for the few past a high percentile, which are cut.
float scale_of(const std::vector<float>& weight) {
  std::vector<float> sizes;
  for (const float w : weight)
    if (w != 0) sizes.push_back(std::fabs(w));
  if (sizes.empty()) return 1;
  const std::size_t rank = sizes.size() - 1 - sizes.size() / 1000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(rank), sizes.end());
  return 127 / sizes[rank];
}

/// The model file: the weights of each row's feature, then the rows' checks.
std::string bytes_of(const std::vector<std::uint32_t>& rows, const Numbering& kept, const std::vector<float>& weight) {
  constexpr long step = 3;  // coarser than the unit of the scores: fewer different weights pack better
  std::string out(TLinkTables::bytes, '\0');
  const float scale = scale_of(weight);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r] == 0) continue;
    for (std::size_t c = 0; c < labels; ++c)
      out[r * labels + c] =
          static_cast<char>(step * std::clamp(std::lround(weight[kept.of(rows[r]) * labels + c] * scale / step),
                                              -127L / step, 127L / step));
    const std::uint16_t check = TLinkTables::check_of(rows[r]);
    std::memcpy(out.data() + labels * TLinkTables::count + r * sizeof(check), &check, sizeof(check));
  }
  return out;
}

}  // namespace

std::string train_tlinks(const std::vector<const TLinkDocument*>& documents, const LabellerWeights& weights,
                         int passes) {
  std::vector<Item> items;
  for (const TLinkDocument* d : documents)
    for (const TLinkExample& x : d->examples) {
      const double w = x.labeller == Labeller::matres   ? weights.matres
                       : x.labeller == Labeller::dense  ? weights.dense
                       : x.labeller == Labeller::starts ? weights.starts
                                                        : weights.timeml;
      if (w > 0) items.push_back({&x, static_cast<float>(w)});
    }
  // Once with all features, to see which deserve a row; once more with those alone.
  Numbering all, kept;
  for (const Item& item : items)
    for (const std::uint32_t key : item.example->keys) all.use(key);
  const std::vector<std::uint32_t> rows = select_features<TLinkTables>(
      all, learn(items, all, passes), [](std::uint32_t /*key*/) { return 1.0; });  // rare ones too, by cross-validation
  for (const std::uint32_t key : rows)
    if (key != 0) kept.use(key);
  return bytes_of(rows, kept, learn(items, kept, passes));
}

}  // namespace annal::train
