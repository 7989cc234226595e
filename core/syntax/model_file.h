// A model as it lies in a file, little endian: this header, then what its offsets point at, each aligned to 64 bytes.
#pragma once

#include <array>
#include <cstdint>

#include "core/syntax/model.h"

namespace annal::syntax {

struct ModelFile {
  static constexpr std::array<char, 8> magic_bytes = {'a', 'n', 'n', 'a', 'l', 's', 'y', '3'};
  struct EmbeddingPart {
    std::uint32_t hashes = 0, rows = 0;  ///< offsets
  };
  struct MatrixPart {
    std::uint32_t inputs = 0, outputs = 0, sum_shift = 0, out_shift = 0;
    std::uint32_t weights = 0, bias = 0, scale = 0;  ///< offsets
  };

  std::array<char, 8> magic = magic_bytes;
  std::uint32_t size = 0;  ///< bytes of the file
  Shape shape;
  std::array<EmbeddingPart, form_features> embeddings;
  std::array<MatrixPart, Shape::most_layers> layers;
  MatrixPart projection, bilinear, tagger, labeller;
  std::uint32_t arc_distance = 0, label_distance = 0, tags = 0, tag_names = 0, tag_names_size = 0;
  std::uint32_t halves_share_sums = 0;  ///< whether half of the steps of every narrow matrix do (NarrowMatrix)
};

static_assert(sizeof(Tag) == 20, "a tag as it lies in a file");

}  // namespace annal::syntax
