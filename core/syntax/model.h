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

/// A matrix of the network with one scale a column, but for its weights.
///
/// kernel.h computes out = ((Σ in·weight + bias) >> sum_shift) · scale >> out_shift, and cuts it to 16 bits. The shifts
/// are such that 32 bits suffice.
struct ScaledColumns {
  std::uint32_t inputs = 0;   ///< even; of a narrow matrix a multiple of 8
  std::uint32_t outputs = 0;  ///< a multiple of 32
  std::uint32_t sum_shift = 0;
  std::uint32_t out_shift = 0;
  const std::int32_t* bias = nullptr;   ///< [outputs]
  const std::int32_t* scale = nullptr;  ///< [outputs]
};

/// A matrix for inputs of 16 bits, its weights of 8 bits. Those of the inputs 2p and 2p+1 lie beside each other.
struct Matrix : ScaledColumns {
  const std::int8_t* weights = nullptr;  ///< [inputs / 2][outputs][2]
  std::uint32_t read = 0;                ///< how many outputs are read; those behind may be left out
};

/// A matrix for inputs of 7 bits, its weights of 7 bits too, -63 to 63. Those of four inputs lie beside each other.
///
/// A step is four inputs. Kernels add the products of two neighbours of each of `shared_steps` steps in 16 bits. Any
/// weights allow two steps, 4 · 63 · 127 being 32,004; three take weights of which fits_steps is true, and so does half
/// of the steps, a multiple of 4.
struct NarrowMatrix : ScaledColumns {
  const std::int8_t* weights = nullptr;  ///< [inputs / 4][outputs][4]
  std::uint32_t shared_steps = 2;        ///< 2, 3 or inputs / 8
};

/// Whether no inputs make a sum of `steps` steps overflow, from input 0 on: of the weights that share it, those above
/// zero may come to 258 and those below to -258. Linear in the weights.
bool fits_steps(const NarrowMatrix& matrix, std::uint32_t steps);

/// The vectors of one form feature: rows for an unknown value, the root, a time expression, then for each known value.
struct EmbeddingTable {
  std::uint32_t width = 0;
  std::span<const std::uint32_t> hashes;  ///< ascending; the value of hashes[i] has row 3 + i
  const std::uint8_t* rows = nullptr;     ///< inputs of a narrow matrix

  static constexpr std::size_t unknown = 0, root = 1, time = 2, first_known = 3;
  /// The row of the value with that hash. O(log n).
  const std::uint8_t* find(std::uint32_t hash) const;
  const std::uint8_t* row(std::size_t index) const { return rows + index * width; }
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
  std::array<std::uint32_t, most_layers> width{};         ///< of each direction of a layer
  std::array<std::uint32_t, most_layers> narrow_shift{};  ///< from a layer's output to inputs of 7 bits
  std::uint32_t arc = 0;                                  ///< width of the vectors that arcs are scored by
  std::uint32_t label = 0;                                ///< ... and relations
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
  const NarrowMatrix& layer(std::size_t index) const { return layers_[index]; }
  const NarrowMatrix& projection() const { return projection_; }  ///< to arc and label vectors
  const NarrowMatrix& tagger() const { return tagger_; }          ///< Upos::count_ parts of speech, then the tags
  const Matrix& bilinear() const { return bilinear_; }            ///< of arcs
  const Matrix& labeller() const { return labeller_; }
  const std::int32_t* arc_distance() const { return arc_distance_; }      ///< by distance_class, in 2^-18
  const std::int16_t* label_distance() const { return label_distance_; }  ///< by distance_class, in 2^-9

 private:
  Shape shape_;
  std::array<EmbeddingTable, form_features> embeddings_;
  std::array<NarrowMatrix, Shape::most_layers> layers_;
  NarrowMatrix projection_, tagger_;
  Matrix bilinear_, labeller_;
  const std::int32_t* arc_distance_ = nullptr;
  const std::int16_t* label_distance_ = nullptr;
  std::span<const Tag> tags_;
  std::string_view tag_names_;
};

/// The model of a language by its BCP 47 tag, data/models/syntax/<tag>.bin; null where there is none. Any thread may
/// ask, at any time.
const Model* model_of(std::string_view language_tag);

}  // namespace annal::syntax
