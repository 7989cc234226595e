// The gradients of Network, from the scores back to the tables.
#include <algorithm>

#include "network.h"

namespace annal::syntax {
void Network::back_through_heads() {
  const std::size_t arc = shape_.arc, columns = projection.weights.columns, tags = tagger.weights.columns;
  const View projected = view(projected_, count_, columns), d_projected = view(d_projected_, count_, columns);
  const View d_queries = view(d_queries_, count_, arc);
  transpose(bilinear.weights.values(), transposed_);
  multiply(d_queries, view(transposed_, arc, arc), slice_columns(d_projected, arc, arc));
  multiply_transposed(slice_columns(projected, arc, arc), d_queries, bilinear.weights.gradients(), true);
  bilinear.bias.add_gradients(d_queries_);
  for (std::size_t row = 0; row < count_; ++row)
    for (std::size_t j = 0; j < columns; ++j) {
      const std::size_t at = row * columns + j;
      d_projected_[at] *= projected_mask_[at];
      if (j < 2 * arc && projected_[at] < 0) d_projected_[at] *= leak;
    }
  projection.bias.add_gradients(d_projected_);
  tagger.bias.add_gradients(d_tags_);

  const std::size_t last = shape_.layers, width = input_width(last), tagged = input_width(last - 1);
  d_last_.resize(count_ * width);
  transpose(projection.weights.values(), transposed_);
  multiply(d_projected, view(transposed_, columns, width), view(d_last_, count_, width));
  multiply_transposed(view(input_of(last), count_, width), d_projected, projection.weights.gradients(), true);
  d_tagged_.resize(count_ * tagged);
  transpose(tagger.weights.values(), transposed_);
  multiply(view(d_tags_, count_, tags), view(transposed_, tags, tagged), view(d_tagged_, count_, tagged));
  multiply_transposed(view(input_of(last - 1), count_, tagged), view(d_tags_, count_, tags), tagger.weights.gradients(),
                      true);
}

void Network::back_through_layers() {
  for (std::size_t l = shape_.layers; l-- > 0;) {
    const std::size_t width = shape_.width[l], inputs = input_width(l);
    LayerState& state = states_[l];
    if (l + 2 == shape_.layers)
      for (std::size_t i = 0; i < d_last_.size(); ++i) d_last_[i] += d_tagged_[i];
    Numbers d_out = d_last_;
    for (std::size_t i = 0; i < d_out.size(); ++i) d_out[i] *= state.mask[i];
    d_gates_.resize(count_ * 6 * width);
    const View d_gates = view(d_gates_, count_, 6 * width);
    run_layer_back(view(state.gates, count_, 6 * width), view(state.cells, count_, 2 * width), offsets_,
                   view(d_out, count_, 2 * width), d_gates);
    layers[l].bias.add_gradients(d_gates_);
    multiply_transposed(view(input_of(l), count_, inputs), d_gates, layers[l].weights.gradients(), true);
    transpose(layers[l].weights.values(), transposed_);
    Numbers d_in(count_ * inputs);
    multiply(d_gates, view(transposed_, 6 * width, inputs), view(d_in, count_, inputs));
    if (l > 0 && inputs == 2 * width)
      for (std::size_t i = 0; i < d_in.size(); ++i) d_in[i] += d_last_[i];
    d_last_ = std::move(d_in);
  }
}

void Network::back_through_embeddings() {
  const float *gradient = d_last_.data(), *mask = input_mask_.data();
  for (const FormRows& rows : rows_)
    for (std::size_t f = 0; f < form_features; ++f) {
      const std::size_t width = embeddings[f].columns;
      if (!embeddings[f].frozen) {
        float* to = embeddings[f].touch(rows[f]);
        for (std::size_t j = 0; j < width; ++j) to[j] += gradient[j] * mask[j];
      }
      gradient += width;
      mask += width;
    }
}

}  // namespace annal::syntax
