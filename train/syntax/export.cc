#include "export.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/syntax/distance.h"
#include "core/syntax/model_file.h"

namespace annal::syntax {
namespace {

// Units of what matrices read and write: 2 to the power of minus these.
constexpr int layer_bits = 13, gate_bits = 12, arc_bits = 9, logit_bits = 8;

// The greatest sum of all layers' outputs, and what an arc vector is cut to.
constexpr double layer_range = 3, arc_range = 8;

double power_of_2(int exponent) { return std::ldexp(1.0, exponent); }

// Quantities of one column before they are stored.
struct Column {
  double scale = 0, bound = 0;
};

class Writer {
 public:
  Writer() : bytes_(sizeof(ModelFile), '\0') {}

  template <class T>
  std::uint32_t add(const std::vector<T>& items) {
    bytes_.resize((bytes_.size() + 63) / 64 * 64);
    const auto offset = static_cast<std::uint32_t>(bytes_.size());
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
    return offset;
  }

  std::string finish(ModelFile file) {
    bytes_.resize((bytes_.size() + 63) / 64 * 64);
    file.size = static_cast<std::uint32_t>(bytes_.size());
    std::copy_n(reinterpret_cast<const char*>(&file), sizeof file, bytes_.begin());
    return bytes_;
  }

 private:
  std::string bytes_;
};

// The scale of each column, and the most that its sum can come to.
std::vector<Column> columns_of(const Network::Affine& affine, double range) {
  const Parameter& w = affine.weights;
  std::vector<Column> columns(w.columns);
  double largest = 0;
  for (std::size_t j = 0; j < w.columns; ++j) {
    double most = 0, sum = 0;
    for (std::size_t k = 0; k < w.rows; ++k) {
      const double weight = std::abs(double{w.value[k * w.columns + j]});
      most = std::max(most, weight);
      sum += weight;
    }
    columns[j].scale = most / 127;
    columns[j].bound = sum * range + std::abs(double{affine.bias.value[j]}) + 1;
    largest = std::max(largest, columns[j].scale);
  }
  for (Column& column : columns) column.scale = std::max(column.scale, largest / 64);
  return columns;
}

ModelFile::MatrixPart add_matrix(Writer& writer, const Network::Affine& affine, int in_bits, int out_bits,
                                 double range) {
  const Parameter& w = affine.weights;
  const std::vector<Column> columns = columns_of(affine, range);
  double bound = 0, largest = 0;
  for (const Column& column : columns) {
    bound = std::max(bound, column.bound);
    largest = std::max(largest, column.scale);
  }
  // The product stays below 2^31, and the largest scale takes 13 bits.
  const int out_shift = static_cast<int>(std::floor(30 - out_bits - std::log2(bound)));
  const int sum_shift = static_cast<int>(std::floor(13 - std::log2(largest) - (out_bits - in_bits + out_shift)));
  if (out_shift < 1 || sum_shift < 0) throw std::runtime_error("the weights of a matrix are out of range");
  ModelFile::MatrixPart part;
  part.inputs = static_cast<std::uint32_t>(w.rows);
  part.outputs = static_cast<std::uint32_t>((w.columns + 31) / 32 * 32);
  part.sum_shift = static_cast<std::uint32_t>(sum_shift);
  part.out_shift = static_cast<std::uint32_t>(out_shift);
  std::vector<std::int8_t> weights(part.inputs * part.outputs);
  std::vector<std::int32_t> bias(part.outputs), scale(part.outputs);
  for (std::size_t j = 0; j < w.columns; ++j) {
    const double s = columns[j].scale;
    for (std::size_t k = 0; k < w.rows; ++k)
      weights[(k / 2 * part.outputs + j) * 2 + k % 2] =
          static_cast<std::int8_t>(std::lround(double{w.value[k * w.columns + j]} / s));
    // Shifts cut off: half a unit of the result makes it rounding.
    const double half = 0.5 * power_of_2(-out_bits);
    bias[j] = static_cast<std::int32_t>(std::lround((double{affine.bias.value[j]} + half) / s * power_of_2(in_bits)));
    scale[j] = static_cast<std::int32_t>(std::lround(s * power_of_2(out_bits - in_bits + sum_shift + out_shift)));
  }
  part.weights = writer.add(weights);
  part.bias = writer.add(bias);
  part.scale = writer.add(scale);
  return part;
}

ModelFile::EmbeddingPart add_table(Writer& writer, const Parameter& table, const std::vector<std::uint32_t>& hashes) {
  double most = 1e-6;
  for (const float value : table.value) most = std::max(most, std::abs(double{value}));
  most = std::min(most, 3.9);
  ModelFile::EmbeddingPart part;
  part.scale = static_cast<std::int32_t>(std::ceil(most / 127 * power_of_2(layer_bits + 8)));
  const double unit = part.scale * power_of_2(-layer_bits - 8);
  std::vector<std::int8_t> rows(table.value.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = static_cast<std::int8_t>(std::clamp(std::lround(double{table.value[i]} / unit), -127L, 127L));
  part.hashes = writer.add(hashes);
  part.rows = writer.add(rows);
  return part;
}

void add_tags(Writer& writer, const std::vector<TagKind>& kinds, ModelFile& file) {
  std::vector<Tag> tags;
  std::vector<char> names;
  for (const TagKind& kind : kinds) {
    Tag tag;
    tag.features = kind.features;
    tag.upos = kind.upos;
    tag.name = static_cast<std::uint32_t>(names.size());
    tag.name_size = static_cast<std::uint8_t>(kind.name.size());
    names.insert(names.end(), kind.name.begin(), kind.name.end());
    tags.push_back(tag);
  }
  file.tags = writer.add(tags);
  file.tag_names = writer.add(names);
  file.tag_names_size = static_cast<std::uint32_t>(names.size());
}

template <class T>
std::vector<T> fixed_point(const Numbers& values, int bits) {
  std::vector<T> fixed;
  for (const float value : values) fixed.push_back(static_cast<T>(std::lround(double{value} * power_of_2(bits))));
  return fixed;
}

}  // namespace

std::string export_model(const Network& network, const Vocabulary& vocabulary) {
  Writer writer;
  ModelFile file;
  file.shape = network.shape();
  for (std::size_t f = 0; f < form_features; ++f)
    file.embeddings[f] = add_table(writer, network.embeddings[f], vocabulary.hashes(f));
  for (std::size_t l = 0; l < file.shape.layers; ++l)
    file.layers[l] = add_matrix(writer, network.layers[l], layer_bits, gate_bits, l == 0 ? 4 : layer_range);
  file.projection = add_matrix(writer, network.projection, layer_bits, arc_bits, layer_range);
  file.bilinear = add_matrix(writer, network.bilinear, arc_bits, arc_bits, arc_range);
  file.tagger = add_matrix(writer, network.tagger, layer_bits, logit_bits, layer_range);
  file.labeller = add_matrix(writer, network.labeller, arc_bits, logit_bits, 64);
  file.arc_distance = writer.add(fixed_point<std::int32_t>(network.arc_distance.value, 2 * arc_bits));
  file.label_distance = writer.add(fixed_point<std::int16_t>(network.label_distance.value, arc_bits));
  add_tags(writer, vocabulary.tags(), file);
  return writer.finish(file);
}

}  // namespace annal::syntax
