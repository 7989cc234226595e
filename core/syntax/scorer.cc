#include "core/syntax/scorer.h"

#include <algorithm>
#include <cstring>

#include "core/simd.h"
#include "core/syntax/distance.h"

namespace annal::syntax {
namespace {

// A loop apart, so that the compiler compares many numbers at once.
std::int16_t highest(const std::int16_t* first, const std::int16_t* last) {
  std::int16_t most = INT16_MIN;
  for (; first != last; ++first) most = std::max(most, *first);
  return most;
}
// Where `value` is, which must be among the numbers; some behind it are read.
constexpr std::size_t read_ahead = 7;
std::size_t index_of(std::int16_t value, const std::int16_t* first) {
  for (std::size_t at = 0;; at += 8)
    if (const std::size_t i = simd::first(simd::load<simd::Words>(first + at) == value); i < 8) return at + i;
}

}  // namespace

Scorer::Scorer(const Model& model, const Kernels& kernels) : model_(model), kernels_(kernels) {
  const std::span<const Tag> tags = model.tags();
  for (std::size_t first = 0, last = 0; first < tags.size(); first = last) {
    while (last < tags.size() && tags[last].upos == tags[first].upos) ++last;
    tag_ranges_.push_back({first, last, tags[first].upos});
  }
  for (std::size_t head = 1; head <= 2 * longest_sentence; ++head)
    distance_.push_back(model.arc_distance()[distance_class(head, longest_sentence)]);
}

void Scorer::run(const Encoder& encoder) {
  const NarrowMatrix& projection = model_.projection();
  const std::size_t arc = model_.shape().arc, last = model_.shape().layers - 1;
  rows_ = encoder.rows();
  columns_ = (rows_ + 31) / 32 * 32;
  grow(projected_, rows_ * projection.outputs);
  kernels_.apply_narrow(projection, encoder.layer(last), projection.inputs, rows_, projected_.data());
  for (std::size_t row = 0; row < rows_; ++row) kernels_.limit(&projected_[row * projection.outputs], 2 * arc, true);
  score_arcs();
  add_distances();
}

void Scorer::score_arcs() {
  const std::size_t arc = model_.shape().arc, stride = model_.projection().outputs;
  const Matrix& bilinear = model_.bilinear();
  const std::size_t words = rows_ - 1, queries = words * bilinear.outputs;
  grow(queries_, queries);
  kernels_.apply(bilinear, projected_.data() + stride + arc, stride, words, queries_.data());
  // Of the columns that fill up the matrix none is read.
  kernels_.limit(queries_.data(), queries, false);
  grow(heads_, arc * columns_);
  for (std::size_t head = 0; head < rows_; ++head) {
    const std::int16_t* const from = &projected_[head * stride];
    std::int16_t* const to = heads_.data() + head * 2;
    for (std::size_t p = 0; p < arc / 2; ++p) std::memcpy(to + p * columns_ * 2, from + p * 2, 2 * sizeof *to);
  }
  grow(scores_, rows_ * columns_);
  kernels_.score(queries_.data(), bilinear.outputs, arc, words, heads_.data(), columns_, &scores_[columns_]);
}

void Scorer::add_distances() {
  const std::int32_t root = model_.arc_distance()[distance_class(0, 1)];
  for (std::size_t d = 1; d < rows_; ++d) {
    std::int32_t* const row = &scores_[d * columns_];
    const std::int32_t* const distance = distance_.data() + longest_sentence - d;  // of head 1
    row[0] += root;
    for (std::size_t h = 1; h < rows_; ++h) row[h] += distance[h - 1];
    row[d] = impossible;
  }
}

void Scorer::label(std::span<Word> words) {
  const std::size_t label = model_.shape().label, stride = model_.projection().outputs;
  const std::int16_t* const parts = projected_.data() + 2 * model_.shape().arc;
  const Matrix& labeller = model_.labeller();
  grow(hidden_, words.size() * label);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t head = static_cast<std::size_t>(words[i].head + 1), dependent = i + 1;
    const std::int16_t* const x = parts + head * stride;
    const std::int16_t* const y = parts + dependent * stride + label;
    const std::int16_t* const z = model_.label_distance() + distance_class(head, dependent) * label;
    std::int16_t* const sum = &hidden_[i * label];
    for (std::size_t j = 0; j < label; ++j) sum[j] = static_cast<std::int16_t>(x[j] + y[j] + z[j]);
  }
  kernels_.limit(hidden_.data(), words.size() * label, true);
  grow(logits_, words.size() * labeller.outputs + read_ahead);
  kernels_.apply(labeller, hidden_.data(), label, words.size(), logits_.data());
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::int16_t* const row = &logits_[i * labeller.outputs];
    row[static_cast<std::size_t>(Deprel::root)] = INT16_MIN;
    const std::size_t best = index_of(highest(row + 1, row + static_cast<std::size_t>(Deprel::count_)), row + 1) + 1;
    words[i].deprel = words[i].head < 0 ? Deprel::root : static_cast<Deprel>(best);
  }
}

void Scorer::find_predicates(std::span<const Word> words) {
  predicates_.assign(words.size(), 0);
  for (const Word& word : words)
    if (word.deprel == Deprel::nsubj || word.deprel == Deprel::nsubj_pass)
      predicates_[static_cast<std::size_t>(std::max(0, word.head))] = 1;
  for (const Word& word : words)
    if (word.deprel == Deprel::cop) predicates_[static_cast<std::size_t>(std::max(0, word.head))] = 0;
}

void Scorer::tag(const Encoder& encoder, std::span<Word> words) {
  const NarrowMatrix& tagger = model_.tagger();
  const std::span<const Tag> tags = model_.tags();
  constexpr int lean = 512;  // in 2^-8
  find_predicates(words);
  grow(logits_, words.size() * tagger.outputs + read_ahead);
  const std::uint8_t* const first_word = encoder.layer(model_.shape().layers - 2) + tagger.inputs;  // behind the root
  kernels_.apply_narrow(tagger, first_word, tagger.inputs, words.size(), logits_.data());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::int16_t* const uposes = &logits_[i * tagger.outputs];
    const std::int16_t* const row = uposes + static_cast<std::size_t>(Upos::count_);
    const auto with_upos = [&](int tag_score, Upos upos) {
      const bool leans = upos == Upos::verb && predicates_[i] != 0;
      return tag_score + uposes[static_cast<std::size_t>(upos)] + (leans ? lean : 0);
    };
    // What the best tag comes to, the best is no less; and no part of speech comes to more than it with this tag.
    const std::int16_t best_of_all = highest(row, row + tags.size());
    const int least = with_upos(best_of_all, tags[index_of(best_of_all, row)].upos);
    int best = INT32_MIN;
    TagRange best_range{};
    std::int16_t best_tag = 0;
    for (const TagRange& range : tag_ranges_) {
      if (with_upos(best_of_all, range.upos) < least) continue;
      const std::int16_t most = highest(row + range.first, row + range.last);
      const int score = with_upos(most, range.upos);
      if (score > best) best = score, best_range = range, best_tag = most;
    }
    const std::size_t tag = best_range.first + index_of(best_tag, row + best_range.first);
    words[i].upos = tags[tag].upos;
    words[i].tag = static_cast<std::uint16_t>(tag);
    words[i].features = tags[tag].features;
  }
}

}  // namespace annal::syntax
