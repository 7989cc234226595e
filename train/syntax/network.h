// The network in floating point, as it is trained. core/syntax/encoder.h and scorer.h run it in integers.
//
// Vectors of the form features side by side; bidirectional layers (recurrence.h), each after the first added to its
// input where the widths agree; tags from the last layer but one; arcs by a biaffine product and relations by a small
// perceptron (Dozat & Manning 2017), both with a term for the distance.
#pragma once

#include <array>
#include <span>

#include "core/syntax/model.h"
#include "parameter.h"
#include "recurrence.h"
#include "vocabulary.h"

namespace annal::syntax {

/// How often numbers are left out while learning, and words taken for unknown.
struct Dropout {
  float input = 0.2F, layers = 0.3F, heads = 0.25F, word = 0.4F;
};

/// The slope below zero of the vectors that arcs and relations are scored by.
inline constexpr float leak = 0.125F;

/// Sums over the words of a batch.
struct Loss {
  double arc = 0, label = 0, tag = 0;
};

class Network {
 public:
  /// With random values; shape.tags, embedding_rows and the last embedding_width are those of the arguments.
  Network(Shape shape, const Vocabulary& vocabulary, const WordVectors& vectors, std::uint32_t seed);

  /// Adds the gradients of a batch.
  Loss learn(std::span<const Example* const> batch, const Dropout& dropout);
  /// All, in a fixed order.
  std::vector<Parameter*> parameters();
  const Shape& shape() const { return shape_; }

  /// A matrix and what is added to each column.
  struct Affine {
    Parameter weights, bias;
  };
  std::array<Parameter, form_features> embeddings;
  std::array<Affine, Shape::most_layers> layers;
  Affine projection, bilinear, tagger, labeller;
  Parameter label_distance, arc_distance;

 private:
  struct LayerState {
    Numbers gates, cells, mask, out;
  };
  void embed(std::span<const Example* const> batch, const Dropout& dropout);
  void drop(Numbers& numbers, Numbers& mask, float rate);
  void run_layers(const Dropout& dropout);
  void project(const Dropout& dropout);
  void learn_arcs(std::span<const Example* const> batch, Loss& loss);
  void learn_labels(std::span<const Example* const> batch, Loss& loss);
  void learn_tags(std::span<const Example* const> batch, Loss& loss);
  void back_through_heads();
  void back_through_layers();
  void back_through_embeddings();
  std::size_t input_width(std::size_t layer) const;
  Numbers& input_of(std::size_t layer) { return layer == 0 ? input_ : states_[layer - 1].out; }

  Shape shape_;
  const Vocabulary& vocabulary_;
  Random random_;
  RandomLanes lanes_;

  // Of the batch at hand.
  std::size_t count_ = 0;  ///< rows: words and roots
  float share_ = 0;        ///< of one word in the loss
  std::vector<std::size_t> offsets_;
  std::vector<FormRows> rows_;
  Numbers input_, input_mask_;
  std::array<LayerState, Shape::most_layers> states_;
  Numbers projected_, projected_mask_, queries_, tag_scores_;
  Numbers d_projected_, d_queries_, d_tags_, d_last_, d_tagged_, d_gates_;
  Numbers scores_, heads_, hidden_, label_scores_, d_hidden_, transposed_;
};

}  // namespace annal::syntax
