// The trained network of a language: a view of bytes that lie in the program. data/models/README.md says what it was
// trained on; train/syntax writes it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/syntax/tree.h"

namespace annal::syntax {

/// What the network is told of the form of a word: the word in small letters, its last 4, 3 and 2 letters, its first 3,
/// the shape of its letters, and the word again, digits as 0, for a vector learned from plain text.
inline constexpr std::size_t form_features = 7;

/// A matrix of the network, 8 bits a weight, with one scale a column.
///
/// `apply` of kernel.h computes out = ((Σ in·weight + bias) >> sum_shift) · scale >> out_shift, and cuts it to 16 bits.
/// The shifts are such that 32 bits suffice. The weights of one column lie in pairs: those of the inputs 2p and 2p+1
/// beside each other.
struct Matrix {
  std::uint32_t inputs = 0;   ///< even
  std::uint32_t outputs = 0;  ///< a multiple of 32
  std::uint32_t sum_shift = 0;
  std::uint32_t out_shift = 0;
  const std::int8_t* weights = nullptr;  ///< [inputs / 2][outputs][2]
  const std::int32_t* bias = nullptr;    ///< [outputs]
  const std::int32_t* scale = nullptr;   ///< [outputs]
};

/// The vectors of one form feature: rows for an unknown value, the root, a time expression, then for each known value.
struct EmbeddingTable {
  std::uint32_t width = 0;
  std::int32_t scale = 0;                 ///< a value is row·scale >> 8, in units of 2^-13
  std::span<const std::uint32_t> hashes;  ///< ascending; the value of hashes[i] has row 3 + i
  const std::int8_t* rows = nullptr;

  static constexpr std::size_t unknown = 0, root = 1, time = 2, first_known = 3;
  /// The row of the value with that hash. O(log n).
  const std::int8_t* find(std::uint32_t hash) const;
  const std::int8_t* row(std::size_t index) const { return rows + index * width; }
};

/// A language-specific part of speech together with features.
struct Tag {
  Features features;
  Upos upos = Upos::none;
  std::uint8_t name_size = 0;
  std::uint32_t name = 0;  ///< where its name begins among all names
};

/// The numbers of layers and the like, as they stand at the front of a model file.
struct Shape {
  static constexpr std::size_t most_layers = 3;
  std::uint32_t layers = 0;
  std::array<std::uint32_t, most_layers> width{};  ///< of each direction of a layer
  std::uint32_t arc = 0;                           ///< width of the vectors that arcs are scored by
  std::uint32_t label = 0;                         ///< ... and relations
  std::uint32_t tags = 0;
  std::array<std::uint32_t, form_features> embedding_width{};
  std::array<std::uint32_t, form_features> embedding_rows{};
};

/// A model. It only refers to bytes, which must outlive it.
class Model {
 public:
  /// `bytes` must be a whole file as train/syntax writes it, aligned to 64 bytes.
  explicit Model(const unsigned char* bytes);

  /// The language-specific name of `tag`, Word::tag of a parsed word: of Penn in English, empty in other languages.
  std::string_view tag_name(std::uint16_t tag) const;
  /// All tags; Word::tag is an index.
  std::span<const Tag> tags() const { return tags_; }

  const Shape& shape() const { return shape_; }
  const EmbeddingTable& embedding(std::size_t feature) const { return embeddings_[feature]; }
  const Matrix& layer(std::size_t index) const { return layers_[index]; }
  const Matrix& projection() const { return projection_; }  ///< to arc and label vectors
  const Matrix& bilinear() const { return bilinear_; }      ///< of arcs
  const Matrix& tagger() const { return tagger_; }          ///< Upos::count_ parts of speech, then the tags
  const Matrix& labeller() const { return labeller_; }
  const std::int32_t* arc_distance() const { return arc_distance_; }      ///< by distance_class, in 2^-18
  const std::int16_t* label_distance() const { return label_distance_; }  ///< by distance_class, in 2^-9

 private:
  Shape shape_;
  std::array<EmbeddingTable, form_features> embeddings_;
  std::array<Matrix, Shape::most_layers> layers_;
  Matrix projection_, bilinear_, tagger_, labeller_;
  const std::int32_t* arc_distance_ = nullptr;
  const std::int16_t* label_distance_ = nullptr;
  std::span<const Tag> tags_;
  std::string_view tag_names_;
};

/// The model of a language by its BCP 47 tag, data/models/syntax/<tag>.bin; null where there is none. Any thread may
/// ask, at any time.
const Model* model_of(std::string_view language_tag);

}  // namespace annal::syntax
