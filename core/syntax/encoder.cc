#include "core/syntax/encoder.h"

#include <cstring>

#include "core/syntax/parser.h"

namespace annal::syntax {

FormMemo::FormMemo(std::size_t gates)
    : gates_(gates),
      keys_(std::make_unique<Key[]>(2 * sets)),
      values_(std::make_unique_for_overwrite<std::int16_t[]>(2 * sets * gates)) {}

FormMemo::Key FormMemo::key_of(std::string_view form) {
  Key key;
  std::memcpy(key.bytes, form.data(), form.size());
  key.bytes[longest] = static_cast<char>(form.size());
  return key;
}

std::size_t FormMemo::set_of(const Key& key) {
  std::uint64_t words[3];
  static_assert(sizeof words == sizeof key.bytes);
  std::memcpy(words, key.bytes, sizeof words);
  std::uint64_t hash = words[0] * 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ hash >> 32U ^ words[1]) * 0xC2B2AE3D27D4EB4FULL;
  hash = (hash ^ hash >> 32U ^ words[2]) * 0x9E3779B97F4A7C15ULL;
  return hash >> (64U - set_bits);
}

const std::int16_t* FormMemo::find(std::string_view form) {
  if (form.size() > longest) return nullptr;
  const Key key = key_of(form);
  const std::size_t set = set_of(key);
  for (std::uint8_t i = 0; i < 2; ++i)
    if (const std::size_t slot = 2 * set + i;
        row_[slot] != 0 && std::memcmp(keys_[slot].bytes, key.bytes, sizeof key.bytes) == 0) {
      last_[set] = i;
      return &values_[(row_[slot] - std::size_t{1}) * gates_];
    }
  return nullptr;
}

void FormMemo::keep(std::string_view form, const std::int16_t* gates) {
  if (form.size() > longest || find(form) != nullptr) return;  // a sentence may have a new word twice
  const Key key = key_of(form);
  const std::size_t set = set_of(key);
  last_[set] ^= 1U;
  const std::size_t slot = 2 * set + last_[set];
  keys_[slot] = key;
  if (row_[slot] == 0) row_[slot] = ++rows_;
  std::memcpy(&values_[(row_[slot] - std::size_t{1}) * gates_], gates, gates_ * sizeof *gates);
}

Encoder::Encoder(const Model& model, const Kernels& kernels)
    : model_(model), kernels_(kernels), memo_(model.layer(0).outputs) {
  add_input(EmbeddingTable::root);
  add_input(EmbeddingTable::time);
  const NarrowMatrix& first = model.layer(0);
  special_.resize(2 * std::size_t{first.outputs});
  kernels_.apply_narrow(first, input_.data(), first.inputs, 2, special_.data());
  for (std::size_t row = 0; row < 2; ++row) kernels_.activate(&special_[row * first.outputs], model.shape().width[0]);
}

void Encoder::add_input(const FormKeys& keys) {
  for (std::size_t f = 0; f < form_features; ++f) {
    const EmbeddingTable& table = model_.embedding(f);
    if (table.width == 0) continue;
    const std::uint8_t* const row = table.find(keys[f]);
    input_.insert(input_.end(), row, row + table.width);
  }
}

void Encoder::add_input(std::size_t row) {
  for (std::size_t f = 0; f < form_features; ++f) {
    const EmbeddingTable& table = model_.embedding(f);
    input_.insert(input_.end(), table.row(row), table.row(row) + table.width);
  }
}

// The gates of the words that the memo does not hold, all in one product.
void Encoder::work_out_missing(std::span<const std::string_view> forms) {
  const NarrowMatrix& first = model_.layer(0);
  input_.clear();
  for (const std::size_t word : missing_) add_input(reader_.keys_of(forms[word]));
  grow(missing_gates_, missing_.size() * first.outputs);
  kernels_.apply_narrow(first, input_.data(), first.inputs, missing_.size(), missing_gates_.data());
  for (std::size_t i = 0; i < missing_.size(); ++i) {
    kernels_.activate(&missing_gates_[i * first.outputs], model_.shape().width[0]);
    gates_at_[missing_[i] + 1] = &missing_gates_[i * first.outputs];
  }
}

void Encoder::run(std::span<const std::string_view> forms) {
  rows_ = forms.size() + 1;
  gates_at_.assign(rows_, nullptr);
  gates_at_[0] = special_.data();
  missing_.clear();
  for (std::size_t i = 0; i < forms.size(); ++i) {
    gates_at_[i + 1] = forms[i] == time_form ? &special_[model_.layer(0).outputs] : memo_.find(forms[i]);
    if (gates_at_[i + 1] == nullptr) missing_.push_back(i);
  }
  work_out_missing(forms);
  const std::size_t width = model_.shape().width[0];
  grow(layers_[0], rows_ * 2 * width);
  kernels_.scan(gates_at_.data(), rows_, width, nullptr, layers_[0].data());
  narrow(0);
  for (const std::size_t word : missing_) memo_.keep(forms[word], gates_at_[word + 1]);
  for (std::size_t l = 1; l < model_.shape().layers; ++l) run_layer(l);
}

void Encoder::run_layer(std::size_t index) {
  const NarrowMatrix& matrix = model_.layer(index);
  const std::size_t width = model_.shape().width[index];
  const std::vector<std::int16_t>& in = layers_[index - 1];
  std::vector<std::int16_t>& out = layers_[index];
  const bool added = width == model_.shape().width[index - 1];
  grow(gates_, rows_ * matrix.outputs);
  kernels_.apply_narrow(matrix, layer(index - 1), matrix.inputs, rows_, gates_.data());
  for (std::size_t row = 0; row < rows_; ++row) {
    gates_at_[row] = &gates_[row * matrix.outputs];
    kernels_.activate(&gates_[row * matrix.outputs], width);
  }
  grow(out, rows_ * 2 * width);
  kernels_.scan(gates_at_.data(), rows_, width, added ? in.data() : nullptr, out.data());
  narrow(index);
}

void Encoder::narrow(std::size_t index) {
  const std::size_t numbers = rows_ * 2 * model_.shape().width[index];
  grow(narrow_[index], numbers);
  kernels_.narrow(layers_[index].data(), numbers, model_.shape().narrow_shift[index], narrow_[index].data());
}

}  // namespace annal::syntax
