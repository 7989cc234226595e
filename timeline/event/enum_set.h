// Sets of the classes of words that C++ names.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace annal {

/// A set of values of an enumeration that ends with `count_`.
template <class Enum>
class EnumSet {
 public:
  bool has(Enum value) const { return (bits_[word_of(value)] >> bit_of(value) & 1U) != 0; }
  template <class... Values>
  bool any(Values... values) const {
    return (has(values) || ...);
  }
  bool empty() const { return *this == EnumSet(); }
  void add(Enum value) { bits_[word_of(value)] |= std::uint64_t{1} << bit_of(value); }
  void add(const EnumSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }
  friend bool operator==(const EnumSet&, const EnumSet&) = default;

 private:
  static constexpr std::size_t bits_of_word = 64;
  static std::size_t word_of(Enum value) { return static_cast<std::size_t>(value) / bits_of_word; }
  static unsigned bit_of(Enum value) { return static_cast<unsigned>(value) % bits_of_word; }
  std::array<std::uint64_t, (static_cast<std::size_t>(Enum::count_) + bits_of_word - 1) / bits_of_word> bits_{};
};

}  // namespace annal
