#include "network.h"

#include <algorithm>
#include <cmath>

#include "core/syntax/distance.h"
#include "softmax.h"

namespace annal::syntax {
namespace {

constexpr std::size_t upos_count = static_cast<std::size_t>(Upos::count_);
constexpr std::size_t deprel_count = static_cast<std::size_t>(Deprel::count_);

void set(Network::Affine& affine, std::size_t inputs, std::size_t outputs, float range, Random& random) {
  affine.weights.set(inputs, outputs, range, random);
  affine.bias.set(1, outputs, 0, random);
}

void add_bias(Numbers& rows, const Parameter& bias) {
  for (std::size_t at = 0; at < rows.size(); at += bias.columns)
    for (std::size_t j = 0; j < bias.columns; ++j) rows[at + j] += bias.value[j];
}

}  // namespace

Network::Network(Shape shape, const Vocabulary& vocabulary, const WordVectors& vectors, std::uint32_t seed)
    : shape_(shape), vocabulary_(vocabulary), random_(seed), lanes_(seed) {
  shape_.tags = static_cast<std::uint32_t>(vocabulary.tags().size());
  shape_.embedding_width.back() = static_cast<std::uint32_t>(vectors.width);
  for (std::size_t f = 0; f < form_features; ++f) {
    shape_.embedding_rows[f] = static_cast<std::uint32_t>(vocabulary.rows(f));
    embeddings[f].sparse = true;
    embeddings[f].frozen = f + 1 == form_features;
    embeddings[f].set(shape_.embedding_rows[f], shape_.embedding_width[f], embeddings[f].frozen ? 0 : 0.15F, random_);
  }
  std::copy(vectors.rows.begin(), vectors.rows.end(),
            embeddings.back().value.begin() + static_cast<std::ptrdiff_t>(EmbeddingTable::first_known * vectors.width));
  for (std::size_t l = 0; l < shape_.layers; ++l) {
    const std::size_t width = shape_.width[l];
    set(layers[l], input_width(l), 6 * width, std::sqrt(3.0F / static_cast<float>(input_width(l))) * 0.9F, random_);
    for (std::size_t side = 0; side < 2; ++side)
      for (std::size_t j = 0; j < width; ++j) layers[l].bias.value[side * 3 * width + j] = random_.fraction() * 3 - 2;
  }
  const std::size_t last = input_width(shape_.layers), arc = shape_.arc, label = shape_.label;
  const auto range = [](std::size_t inputs) { return std::sqrt(3.0F / static_cast<float>(inputs)); };
  set(projection, last, 2 * arc + 2 * label, range(last), random_);
  set(bilinear, arc, arc, std::sqrt(1.0F / static_cast<float>(arc)), random_);
  const std::size_t tagged = input_width(shape_.layers - 1);
  set(tagger, tagged, padded(upos_count + shape_.tags), range(tagged), random_);
  set(labeller, label, padded(deprel_count), range(label), random_);
  label_distance.set(distance_classes, label, 0, random_);
  arc_distance.set(1, distance_classes, 0, random_);
}

std::size_t Network::input_width(std::size_t layer) const {
  if (layer > 0) return 2 * shape_.width[layer - 1];
  std::size_t width = 0;
  for (const std::uint32_t w : shape_.embedding_width) width += w;
  return width;
}

std::vector<Parameter*> Network::parameters() {
  std::vector<Parameter*> all;
  for (Parameter& p : embeddings) all.push_back(&p);
  const auto add = [&](Affine& affine) { all.insert(all.end(), {&affine.weights, &affine.bias}); };
  for (std::size_t l = 0; l < shape_.layers; ++l) add(layers[l]);
  for (Affine* affine : {&projection, &bilinear, &tagger, &labeller}) add(*affine);
  all.insert(all.end(), {&label_distance, &arc_distance});
  return all;
}

Loss Network::learn(std::span<const Example* const> batch, const Dropout& dropout) {
  count_ = 0;
  offsets_.assign(1, 0);
  for (const Example* example : batch) offsets_.push_back(count_ += example->size());
  share_ = 1.0F / static_cast<float>(count_ - batch.size());
  embed(batch, dropout);
  run_layers(dropout);
  project(dropout);
  Loss loss;
  learn_arcs(batch, loss);
  learn_labels(batch, loss);
  learn_tags(batch, loss);
  back_through_heads();
  back_through_layers();
  back_through_embeddings();
  return loss;
}

void Network::drop(Numbers& numbers, Numbers& mask, float rate) {
  mask.resize(numbers.size());
  const float kept = 1 / (1 - rate);
  const auto below = static_cast<std::uint32_t>(double{rate} * 4294967295.0);
  std::size_t at = 0;
  for (; at + RandomLanes::lanes <= numbers.size(); at += RandomLanes::lanes) {
    const auto& drawn = lanes_.next();
    for (std::size_t i = 0; i < RandomLanes::lanes; ++i) {
      mask[at + i] = drawn[i] < below ? 0 : kept;
      numbers[at + i] *= mask[at + i];
    }
  }
  for (; at < numbers.size(); ++at) mask[at] = 1;
}

void Network::embed(std::span<const Example* const> batch, const Dropout& dropout) {
  rows_.clear();
  for (const Example* example : batch)
    for (FormRows rows : example->rows) {
      const auto seen = static_cast<float>(vocabulary_.count(rows[0]));
      if (rows[0] >= EmbeddingTable::first_known && random_.fraction() < dropout.word / (dropout.word + seen) + 0.01F)
        rows[0] = EmbeddingTable::unknown;
      rows_.push_back(rows);
    }
  input_.resize(count_ * input_width(0));
  float* at = input_.data();
  for (const FormRows& rows : rows_)
    for (std::size_t f = 0; f < form_features; ++f) {
      const Parameter& table = embeddings[f];
      at = std::copy_n(table.value.data() + rows[f] * table.columns, table.columns, at);
    }
  drop(input_, input_mask_, dropout.input);
}

void Network::run_layers(const Dropout& dropout) {
  for (std::size_t l = 0; l < shape_.layers; ++l) {
    const std::size_t width = shape_.width[l], inputs = input_width(l);
    Numbers& in = input_of(l);
    LayerState& state = states_[l];
    state.gates.resize(count_ * 6 * width);
    state.cells.resize(count_ * 2 * width);
    state.out.resize(count_ * 2 * width);
    const View gates = view(state.gates, count_, 6 * width);
    multiply(view(in, count_, inputs), layers[l].weights.values(), gates);
    run_layer(gates, layers[l].bias.value, offsets_, view(state.cells, count_, 2 * width),
              view(state.out, count_, 2 * width));
    drop(state.out, state.mask, dropout.layers);
    if (l > 0 && inputs == 2 * width)
      for (std::size_t i = 0; i < in.size(); ++i) state.out[i] += in[i];
  }
}

void Network::project(const Dropout& dropout) {
  const std::size_t last = shape_.layers, columns = projection.weights.columns, arc = shape_.arc;
  projected_.resize(count_ * columns);
  const View projected = view(projected_, count_, columns);
  multiply(view(input_of(last), count_, input_width(last)), projection.weights.values(), projected);
  add_bias(projected_, projection.bias);
  for (std::size_t row = 0; row < count_; ++row)
    for (std::size_t j = 0; j < 2 * arc; ++j) {
      float& x = projected_[row * columns + j];
      x = x > 0 ? x : leak * x;
    }
  drop(projected_, projected_mask_, dropout.heads);
  d_projected_.assign(projected_.size(), 0);

  queries_.resize(count_ * arc);
  multiply(slice_columns(projected, arc, arc), bilinear.weights.values(), view(queries_, count_, arc));
  add_bias(queries_, bilinear.bias);
  d_queries_.assign(queries_.size(), 0);

  tag_scores_.resize(count_ * tagger.weights.columns);
  multiply(view(input_of(last - 1), count_, input_width(last - 1)), tagger.weights.values(),
           view(tag_scores_, count_, tagger.weights.columns));
  add_bias(tag_scores_, tagger.bias);
}

void Network::learn_arcs(std::span<const Example* const> batch, Loss& loss) {
  const std::size_t arc = shape_.arc, columns = projection.weights.columns;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    const Example& example = *batch[s];
    const std::size_t n = example.size(), wide = padded(n), first = offsets_[s];
    const View keys = slice_rows(slice_columns(view(projected_, count_, columns), 0, arc), first, n);
    const View d_keys = slice_rows(slice_columns(view(d_projected_, count_, columns), 0, arc), first, n);
    const View queries = slice_rows(view(queries_, count_, arc), first, n);
    heads_.assign(arc * wide, 0);
    for (std::size_t h = 0; h < n; ++h)
      for (std::size_t j = 0; j < arc; ++j) heads_[j * wide + h] = keys.at[h * keys.stride + j];
    scores_.resize(n * wide);
    multiply(queries, view(heads_, arc, wide), view(scores_, n, wide));
    std::fill_n(scores_.begin(), wide, 0.0F);
    for (std::size_t d = 1; d < n; ++d) {
      float* row = &scores_[d * wide];
      for (std::size_t h = 0; h < n; ++h) row[h] += h == d ? -1e9F : arc_distance.value[distance_class(h, d)];
      const float weight = example.certain[d] ? share_ : 0;
      loss.arc += softmax_gradient({row, n}, example.head[d], weight);
      std::fill(row + n, row + wide, 0.0F);
      for (std::size_t h = 0; h < n; ++h) arc_distance.gradient[distance_class(h, d)] += row[h];
    }
    const View scores{scores_.data(), n, n, wide};
    multiply(scores, keys, slice_rows(view(d_queries_, count_, arc), first, n));
    multiply_transposed(scores, queries, d_keys);
  }
}

void Network::learn_labels(std::span<const Example* const> batch, Loss& loss) {
  const std::size_t label = shape_.label, columns = projection.weights.columns, begin = 2 * shape_.arc;
  const std::size_t labels = labeller.weights.columns;
  hidden_.assign(count_ * label, 0);
  const auto for_each_word = [&](const auto& visit) {
    for (std::size_t s = 0; s < batch.size(); ++s)
      for (std::size_t d = 1; d < batch[s]->size(); ++d) visit(*batch[s], offsets_[s], d);
  };
  for_each_word([&](const Example& example, std::size_t first, std::size_t d) {
    const float* head = &projected_[(first + example.head[d]) * columns + begin];
    const float* dependent = &projected_[(first + d) * columns + begin + label];
    const float* distance = &label_distance.value[distance_class(example.head[d], d) * label];
    float* hidden = &hidden_[(first + d) * label];
    for (std::size_t j = 0; j < label; ++j) {
      const float x = head[j] + dependent[j] + distance[j];
      hidden[j] = x > 0 ? x : leak * x;
    }
  });
  label_scores_.resize(count_ * labels);
  multiply(view(hidden_, count_, label), labeller.weights.values(), view(label_scores_, count_, labels));
  add_bias(label_scores_, labeller.bias);
  for (const std::size_t root : std::span(offsets_).first(batch.size()))
    std::fill_n(label_scores_.begin() + static_cast<std::ptrdiff_t>(root * labels), labels, 0.0F);
  for_each_word([&](const Example& example, std::size_t first, std::size_t d) {
    float* row = &label_scores_[(first + d) * labels];
    const float weight = example.certain[d] && example.deprel[d] != 0 ? share_ : 0;
    loss.label += softmax_gradient({row, deprel_count}, example.deprel[d], weight);
    std::fill(row + deprel_count, row + labels, 0.0F);
  });
  d_hidden_.resize(hidden_.size());
  transpose(labeller.weights.values(), transposed_);
  multiply(view(label_scores_, count_, labels), view(transposed_, labels, label), view(d_hidden_, count_, label));
  multiply_transposed(view(hidden_, count_, label), view(label_scores_, count_, labels), labeller.weights.gradients(),
                      true);
  labeller.bias.add_gradients(label_scores_);
  for_each_word([&](const Example& example, std::size_t first, std::size_t d) {
    const float *gradient = &d_hidden_[(first + d) * label], *hidden = &hidden_[(first + d) * label];
    float* head = &d_projected_[(first + example.head[d]) * columns + begin];
    float* dependent = &d_projected_[(first + d) * columns + begin + label];
    float* distance = &label_distance.gradient[distance_class(example.head[d], d) * label];
    for (std::size_t j = 0; j < label; ++j) {
      const float g = hidden[j] > 0 ? gradient[j] : leak * gradient[j];
      head[j] += g;
      dependent[j] += g;
      distance[j] += g;
    }
  });
}

void Network::learn_tags(std::span<const Example* const> batch, Loss& loss) {
  const std::size_t columns = tagger.weights.columns;
  d_tags_.assign(tag_scores_.size(), 0);
  for (std::size_t s = 0; s < batch.size(); ++s)
    for (std::size_t d = 1; d < batch[s]->size(); ++d) {
      const std::size_t at = (offsets_[s] + d) * columns;
      std::copy_n(&tag_scores_[at], upos_count + shape_.tags, &d_tags_[at]);
      const std::span<float> upos(&d_tags_[at], upos_count), tags(&d_tags_[at + upos_count], shape_.tags);
      const std::int32_t tag = batch[s]->tag[d];
      loss.tag += softmax_gradient(upos, batch[s]->upos[d], share_ * 0.5F);
      loss.tag += softmax_gradient(tags, tag < 0 ? 0 : static_cast<std::size_t>(tag), tag < 0 ? 0 : share_ * 0.5F);
    }
}

}  // namespace annal::syntax
