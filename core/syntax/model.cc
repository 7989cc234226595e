#include "core/syntax/model.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/syntax/model_file.h"

namespace annal::syntax {

static_assert(std::endian::native == std::endian::little, "the model files are little endian");

const std::uint8_t* EmbeddingTable::find(std::uint32_t hash) const {
  const auto found = std::lower_bound(hashes.begin(), hashes.end(), hash);
  if (found == hashes.end() || *found != hash) return row(unknown);
  return row(first_known + static_cast<std::size_t>(found - hashes.begin()));
}

bool fits_steps(const NarrowMatrix& matrix, std::uint32_t steps) {
  constexpr int most = INT16_MAX / 127;
  const std::size_t step = std::size_t{matrix.outputs} * 4, all = matrix.inputs / 4;
  for (std::size_t first = 0; first < all; first += steps)
    for (std::size_t pair = 0; pair < step; pair += 2) {
      int above = 0, below = 0;
      for (std::size_t s = first; s < std::min<std::size_t>(all, first + steps); ++s)
        for (const int weight : {matrix.weights[s * step + pair], matrix.weights[s * step + pair + 1]})
          (weight > 0 ? above : below) += weight;
      if (above > most || below < -most) return false;
    }
  return true;
}

Model::Model(const unsigned char* bytes) {
  ModelFile file;
  std::memcpy(&file, bytes, sizeof file);
  shape_ = file.shape;
  const auto at = [bytes]<class T>(std::uint32_t offset, const T*& to) {
    to = reinterpret_cast<const T*>(bytes + offset);
  };
  const auto set = [&](const ModelFile::MatrixPart& part, auto& matrix) {
    matrix.inputs = part.inputs;
    matrix.outputs = part.outputs;
    matrix.sum_shift = part.sum_shift;
    matrix.out_shift = part.out_shift;
    at(part.weights, matrix.weights);
    at(part.bias, matrix.bias);
    at(part.scale, matrix.scale);
  };
  for (std::size_t f = 0; f < form_features; ++f) {
    EmbeddingTable& table = embeddings_[f];
    table.width = shape_.embedding_width[f];
    const std::uint32_t* hashes = nullptr;
    at(file.embeddings[f].hashes, hashes);
    table.hashes = {hashes, shape_.embedding_rows[f] - EmbeddingTable::first_known};
    at(file.embeddings[f].rows, table.rows);
  }
  // train/syntax sees to what may share a sum; to read all weights here would cost a short text more than it saves.
  const auto set_narrow = [&](const ModelFile::MatrixPart& part, std::uint32_t shared_steps, NarrowMatrix& matrix) {
    set(part, matrix);
    matrix.shared_steps = file.halves_share_sums != 0 ? part.inputs / 8 : shared_steps;
  };
  for (std::size_t l = 0; l < shape_.layers; ++l) set_narrow(file.layers[l], 3, layers_[l]);
  set_narrow(file.projection, 3, projection_);
  set_narrow(file.tagger, 2, tagger_);
  set(file.bilinear, bilinear_);
  bilinear_.read = shape_.arc;
  set(file.labeller, labeller_);
  labeller_.read = static_cast<std::uint32_t>(Deprel::count_);
  at(file.arc_distance, arc_distance_);
  at(file.label_distance, label_distance_);
  const Tag* tags = nullptr;
  at(file.tags, tags);
  tags_ = {tags, shape_.tags};
  tag_names_ = {reinterpret_cast<const char*>(bytes + file.tag_names), file.tag_names_size};
}

std::string_view Model::tag_name(std::uint16_t tag) const {
  return tag_names_.substr(tags_[tag].name, tags_[tag].name_size);
}

}  // namespace annal::syntax
