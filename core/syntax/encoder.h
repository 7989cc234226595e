// The layers of the network: from the forms of a sentence to a vector for each word that knows the words around it.
// train/syntax/network.h describes them.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/syntax/form.h"
#include "core/syntax/kernel.h"

namespace annal::syntax {

/// Makes room for `count` numbers; what they are is left open.
template <class Number>
void grow(std::vector<Number>& buffer, std::size_t count) {
  if (buffer.size() < count) buffer.resize(count);
}

/// The gates of the first layer, which sees a word by itself, of words seen lately: a few thousand make nine tenths of
/// any text. What is found here is what would be worked out again. Words of one hash share two places; a new one takes
/// that of the word that was asked for longer ago.
class FormMemo {
 public:
  explicit FormMemo(std::size_t gates);
  /// The gates of `form`; null where they are not kept. They hold until `keep` is called.
  const std::int16_t* find(std::string_view form);
  void keep(std::string_view form, const std::int16_t* gates);

 private:
  static constexpr unsigned set_bits = 11;
  static constexpr std::size_t sets = std::size_t{1} << set_bits, longest = 23;
  struct Key {
    char bytes[longest + 1] = {};  ///< the form, zeros, its length
  };
  static Key key_of(std::string_view form);
  static std::size_t set_of(const Key& key);

  std::size_t gates_;
  std::array<std::uint8_t, sets> last_{};      ///< which of the two was asked for last
  std::array<std::uint16_t, 2 * sets> row_{};  ///< of `values_`, from 1 on; 0 of a place that is empty
  std::uint16_t rows_ = 0;
  std::unique_ptr<Key[]> keys_;
  std::unique_ptr<std::int16_t[]> values_;  ///< side by side as they come: a short text touches few pages
};

class Encoder {
 public:
  explicit Encoder(const Model& model, const Kernels& kernels);

  /// Encodes a sentence. Row 0 is the root, row i + 1 the word forms[i].
  void run(std::span<const std::string_view> forms);

  std::size_t rows() const { return rows_; }
  /// The rows of layer `index`, each 2·width of it, as inputs of a narrow matrix.
  const std::uint8_t* layer(std::size_t index) const { return narrow_[index].data(); }

 private:
  void add_input(const FormKeys& keys);
  void add_input(std::size_t row);
  void work_out_missing(std::span<const std::string_view> forms);
  void run_layer(std::size_t index);
  void narrow(std::size_t index);

  const Model& model_;
  const Kernels& kernels_;
  FormReader reader_;
  FormMemo memo_;
  std::vector<std::int16_t> special_;  ///< gates of the root and of a time expression
  std::size_t rows_ = 0;
  std::vector<std::uint8_t> input_;
  std::vector<std::int16_t> missing_gates_, gates_;
  std::vector<std::size_t> missing_;  ///< words that the memo does not hold
  std::vector<const std::int16_t*> gates_at_;
  std::array<std::vector<std::int16_t>, Shape::most_layers> layers_;  ///< outputs, in units of 2^-13
  std::array<std::vector<std::uint8_t>, Shape::most_layers> narrow_;
};

}  // namespace annal::syntax
