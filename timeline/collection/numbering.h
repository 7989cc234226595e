// New numbers of the items of a list of which some go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace annal {

/// The new number of each item that is kept, in order.
class Numbering {
 public:
  /// Of `items` items none of which is kept yet; the first that is gets the number `first`.
  Numbering(std::size_t items, std::size_t first)
      : number_(items, left_out), next_(static_cast<std::uint32_t>(first)) {}

  void keep(std::size_t item) { number_[item] = 0; }
  bool keeps(std::size_t item) const { return item < number_.size() && number_[item] != left_out; }
  /// Gives those that are kept their numbers.
  void count() {
    for (std::uint32_t& number : number_)
      if (number != left_out) number = next_++;
  }
  /// Of one that is kept.
  std::uint32_t of(std::size_t item) const { return number_[item]; }

 private:
  static constexpr std::uint32_t left_out = UINT32_MAX;

  std::vector<std::uint32_t> number_;
  std::uint32_t next_;
};

}  // namespace annal
