#include "core/syntax/scorer.h"

#include <algorithm>

#include "core/syntax/distance.h"

namespace annal::syntax {
namespace {

constexpr int most = 4095;  // of the numbers that Kernels::score takes

// A leaking rectifier, its slope below zero an eighth.
int leaky(int x) { return x > 0 ? x : x >> 3; }
int limited(int x) { return std::min(most, std::max(-most, x)); }

}  // namespace

Scorer::Scorer(const Model& model, const Kernels& kernels) : model_(model), kernels_(kernels) {}

void Scorer::run(const Encoder& encoder) {
  const Matrix& projection = model_.projection();
  const std::size_t arc = model_.shape().arc, last = model_.shape().layers - 1;
  rows_ = encoder.rows();
  columns_ = (rows_ + 31) / 32 * 32;
  projected_.resize(rows_ * projection.outputs);
  kernels_.apply(projection, encoder.layer(last), projection.inputs, rows_, projected_.data());
  for (std::size_t row = 0; row < rows_; ++row) {
    std::int16_t* const x = &projected_[row * projection.outputs];
    for (std::size_t j = 0; j < 2 * arc; ++j) x[j] = static_cast<std::int16_t>(limited(leaky(x[j])));
  }
  score_arcs();
  add_distances();
}

void Scorer::score_arcs() {
  const std::size_t arc = model_.shape().arc, stride = model_.projection().outputs;
  const Matrix& bilinear = model_.bilinear();
  queries_.resize(rows_ * bilinear.outputs);
  kernels_.apply(bilinear, projected_.data() + arc, stride, rows_, queries_.data());
  for (std::int16_t& x : queries_) x = static_cast<std::int16_t>(limited(x));
  heads_.assign(arc * columns_, 0);
  for (std::size_t head = 0; head < rows_; ++head) {
    const std::int16_t* const x = &projected_[head * stride];
    for (std::size_t p = 0; p < arc / 2; ++p) {
      heads_[(p * columns_ + head) * 2] = x[2 * p];
      heads_[(p * columns_ + head) * 2 + 1] = x[2 * p + 1];
    }
  }
  scores_.resize(rows_ * columns_);
  kernels_.score(queries_.data(), arc, rows_, heads_.data(), columns_, scores_.data());
}

void Scorer::add_distances() {
  const std::int32_t* const distances = model_.arc_distance();
  for (std::size_t d = 1; d < rows_; ++d) {
    std::int32_t* const row = &scores_[d * columns_];
    for (std::size_t h = 0; h < rows_; ++h) row[h] += distances[distance_class(h, d)];
    row[d] = impossible;
  }
}

void Scorer::label(std::span<Word> words) {
  const std::size_t label = model_.shape().label, stride = model_.projection().outputs;
  const std::int16_t* const parts = projected_.data() + 2 * model_.shape().arc;
  const Matrix& labeller = model_.labeller();
  hidden_.resize(words.size() * label);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t head = static_cast<std::size_t>(words[i].head + 1), dependent = i + 1;
    const std::int16_t* const x = parts + head * stride;
    const std::int16_t* const y = parts + dependent * stride + label;
    const std::int16_t* const z = model_.label_distance() + distance_class(head, dependent) * label;
    for (std::size_t j = 0; j < label; ++j)
      hidden_[i * label + j] =
          static_cast<std::int16_t>(std::min(INT16_MAX, std::max(INT16_MIN, leaky(x[j] + y[j] + z[j]))));
  }
  logits_.resize(words.size() * labeller.outputs);
  kernels_.apply(labeller, hidden_.data(), label, words.size(), logits_.data());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::int16_t* const row = &logits_[i * labeller.outputs];
    std::size_t best = 1;
    for (std::size_t j = 1; j < static_cast<std::size_t>(Deprel::count_); ++j)
      if (row[j] > row[best] && j != static_cast<std::size_t>(Deprel::root)) best = j;
    words[i].deprel = words[i].head < 0 ? Deprel::root : static_cast<Deprel>(best);
  }
}

void Scorer::tag(const Encoder& encoder, std::span<Word> words) {
  const Matrix& tagger = model_.tagger();
  const std::span<const Tag> tags = model_.tags();
  logits_.resize(rows_ * tagger.outputs);
  kernels_.apply(tagger, encoder.layer(model_.shape().layers - 2), tagger.inputs, rows_, logits_.data());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::int16_t* const uposes = &logits_[(i + 1) * tagger.outputs];
    const std::int16_t* const row = uposes + static_cast<std::size_t>(Upos::count_);
    std::size_t best = 0;
    int most_yet = INT32_MIN;
    for (std::size_t t = 0; t < tags.size(); ++t) {
      const int score = row[t] + uposes[static_cast<std::size_t>(tags[t].upos)];
      if (score > most_yet) most_yet = score, best = t;
    }
    words[i].upos = tags[best].upos;
    words[i].tag = static_cast<std::uint16_t>(best);
    words[i].features = tags[best].features;
  }
}

}  // namespace annal::syntax
