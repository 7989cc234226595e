#include "export.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <stdexcept>

#include "core/syntax/distance.h"
#include "core/syntax/model_file.h"

namespace annal::syntax {
namespace {

// Units of what matrices read and write: 2 to the power of minus these.
constexpr int layer_bits = 13, gate_bits = 12, arc_bits = 9, logit_bits = 8;

constexpr double arc_range = 8;  // what an arc vector is cut to

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

// What a matrix reads and writes.
struct Format {
  int in_bits = 0, out_bits = 0;  ///< units of 2 to the power of minus these
  double range = 0;               ///< of its inputs
  bool narrow = false;

  int most() const { return narrow ? 63 : 127; }
  std::uint32_t group() const { return narrow ? 4 : 2; }
};

// The scale at which three steps of column `j` share a sum of 16 bits (NarrowMatrix), whatever is rounded up.
double sharing_scale(const Parameter& w, std::size_t j) {
  constexpr std::size_t inputs = 12;
  constexpr double most = 258 - inputs / 2 * 0.5;
  double largest = 0;
  for (std::size_t first = 0; first < w.rows; first += inputs)
    for (const std::size_t pair : {0U, 2U}) {
      double above = 0, below = 0;
      for (std::size_t k = first; k < std::min(w.rows, first + inputs); ++k) {
        const double weight = w.value[k * w.columns + j];
        if (k % 4 / 2 * 2 == pair) (weight > 0 ? above : below) += weight;
      }
      largest = std::max({largest, above, -below});
    }
  return largest / most;
}

// The scale of each column, and the most that its sum can come to.
std::vector<Column> columns_of(const Network::Affine& affine, const Format& format) {
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
    columns[j].scale = most / format.most();
    if (format.narrow) columns[j].scale = std::max(columns[j].scale, sharing_scale(w, j));
    columns[j].bound = sum * format.range + std::abs(double{affine.bias.value[j]}) + 1;
    largest = std::max(largest, columns[j].scale);
  }
  for (Column& column : columns) column.scale = std::max(column.scale, largest / 64);
  return columns;
}

ModelFile::MatrixPart add_matrix(Writer& writer, const Network::Affine& affine, const Format& format) {
  const Parameter& w = affine.weights;
  const std::vector<Column> columns = columns_of(affine, format);
  double bound = 0, largest = 0;
  for (const Column& column : columns) {
    bound = std::max(bound, column.bound);
    largest = std::max(largest, column.scale);
  }
  // The product stays below 2^31, and the largest scale takes 13 bits.
  const int more_bits = format.out_bits - format.in_bits;
  const int out_shift = static_cast<int>(std::floor(30 - format.out_bits - std::log2(bound)));
  const int sum_shift = std::max(0, static_cast<int>(std::floor(13 - std::log2(largest) - (more_bits + out_shift))));
  if (out_shift < 1) throw std::runtime_error("the weights of a matrix are out of range");
  ModelFile::MatrixPart part;
  part.inputs = static_cast<std::uint32_t>(w.rows);
  part.outputs = static_cast<std::uint32_t>((w.columns + 31) / 32 * 32);
  part.sum_shift = static_cast<std::uint32_t>(sum_shift);
  part.out_shift = static_cast<std::uint32_t>(out_shift);
  std::vector<std::int8_t> weights(part.inputs * part.outputs);
  std::vector<std::int32_t> bias(part.outputs), scale(part.outputs);
  for (std::size_t j = 0; j < w.columns; ++j) {
    const double s = columns[j].scale;
    long sum = 0;
    for (std::size_t k = 0; k < w.rows; ++k) {
      const long weight = std::lround(double{w.value[k * w.columns + j]} / s);
      weights[(k / format.group() * part.outputs + j) * format.group() + k % format.group()] =
          static_cast<std::int8_t>(weight);
      sum += weight;
    }
    // Shifts cut off: half a unit of the result makes it rounding. Narrow inputs are 64 more than they stand for.
    const double half = 0.5 * power_of_2(-format.out_bits);
    const double added = (double{affine.bias.value[j]} + half) / s * power_of_2(format.in_bits);
    bias[j] = static_cast<std::int32_t>(std::lround(added) - (format.narrow ? 64 * sum : 0));
    scale[j] = static_cast<std::int32_t>(std::lround(s * power_of_2(more_bits + sum_shift + out_shift)));
  }
  part.weights = writer.add(weights);
  part.bias = writer.add(bias);
  part.scale = writer.add(scale);
  return part;
}

// The rows of a table in 7 bits, and their unit. The few numbers that are over five times the usual are cut.
double add_table(Writer& writer, const Parameter& table, const std::vector<std::uint32_t>& hashes,
                 ModelFile::EmbeddingPart& part) {
  double most = 1e-6, squares = 0;
  for (const float value : table.value) {
    most = std::max(most, std::abs(double{value}));
    squares += double{value} * double{value};
  }
  const double usual = std::sqrt(squares / static_cast<double>(std::max<std::size_t>(1, table.value.size())));
  const double unit = std::max(1e-6, std::min(most, 5 * usual)) / 63;
  std::vector<std::uint8_t> rows(table.value.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = static_cast<std::uint8_t>(64 + std::clamp(std::lround(double{table.value[i]} / unit), -63L, 63L));
  part.hashes = writer.add(hashes);
  part.rows = writer.add(rows);
  return unit;
}

// The weights of the first layer for inputs in the units of their tables.
Network::Affine in_units_of_tables(const Network& network, const std::array<double, form_features>& units) {
  Network::Affine first = network.layers[0];
  std::size_t row = 0;
  for (std::size_t f = 0; f < form_features; ++f)
    for (std::size_t i = 0; i < network.embeddings[f].columns; ++i, ++row)
      for (std::size_t j = 0; j < first.weights.columns; ++j)
        first.weights.value[row * first.weights.columns + j] *= static_cast<float>(units[f]);
  return first;
}

void add_tags(Writer& writer, const std::vector<TagKind>& kinds, ModelFile& file) {
  using TagBytes = std::array<unsigned char, sizeof(Tag)>;
  std::vector<TagBytes> tags;
  std::vector<char> names;
  for (const TagKind& kind : kinds) {
    Tag tag;
    tag.features = kind.features;
    tag.upos = kind.upos;
    tag.name = static_cast<std::uint32_t>(names.size());
    tag.name_size = static_cast<std::uint8_t>(kind.name.size());
    names.insert(names.end(), kind.name.begin(), kind.name.end());
    TagBytes& bytes = tags.emplace_back();  // zeros, also where a tag has a gap
    constexpr std::size_t gap = offsetof(Tag, name_size) + sizeof tag.name_size;
    std::memcpy(bytes.data(), &tag, gap);
    std::memcpy(bytes.data() + offsetof(Tag, name), &tag.name, sizeof tag.name);
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

std::string export_model(const Network& network, const Vocabulary& vocabulary, double temperature) {
  Writer writer;
  ModelFile file;
  file.shape = network.shape();
  std::array<double, form_features> units{};
  for (std::size_t f = 0; f < form_features; ++f)
    units[f] = add_table(writer, network.embeddings[f], vocabulary.hashes(f), file.embeddings[f]);
  // Outputs of a layer lie between -1 and 1, and are added to its input where the widths agree.
  std::array<int, Shape::most_layers> narrow_bits{};
  for (std::size_t l = 0; l < file.shape.layers; ++l) {
    const bool added = l > 0 && file.shape.width[l] == file.shape.width[l - 1];
    narrow_bits[l] = added ? 5 : 6;
    file.shape.narrow_shift[l] = static_cast<std::uint32_t>(layer_bits - narrow_bits[l]);
  }
  const auto reads = [&](std::size_t layer, int out_bits) { return Format{narrow_bits[layer], out_bits, 2, true}; };
  const std::size_t last = file.shape.layers - 1;
  file.layers[0] = add_matrix(writer, in_units_of_tables(network, units), {0, gate_bits, 64, true});
  for (std::size_t l = 1; l <= last; ++l)
    file.layers[l] = add_matrix(writer, network.layers[l], reads(l - 1, gate_bits));
  file.projection = add_matrix(writer, network.projection, reads(last, arc_bits));
  const auto share = static_cast<float>(1 / temperature);
  Network::Affine bilinear = network.bilinear;
  Numbers arc_distance = network.arc_distance.value;
  for (Numbers* numbers : {&bilinear.weights.value, &bilinear.bias.value, &arc_distance})
    for (float& x : *numbers) x *= share;
  file.bilinear = add_matrix(writer, bilinear, {arc_bits, arc_bits, arc_range});
  file.tagger = add_matrix(writer, network.tagger, reads(last - 1, logit_bits));
  file.labeller = add_matrix(writer, network.labeller, {arc_bits, logit_bits, arc_range});
  file.arc_distance = writer.add(fixed_point<std::int32_t>(arc_distance, 2 * arc_bits));
  file.label_distance = writer.add(fixed_point<std::int16_t>(network.label_distance.value, arc_bits));
  add_tags(writer, vocabulary.tags(), file);
  return writer.finish(file);
}

}  // namespace annal::syntax
