// A set of small numbers, one bit each: words of a sentence, units of a title. It keeps its room from one use to the
// next.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace annal {

class NumberSet {
 public:
  /// Makes it the empty set of numbers below `bound`.
  void clear(std::uint32_t bound) {
    bound_ = bound;
    bits_.assign((bound + 63) / 64, 0);
  }
  /// Makes it all numbers below `bound`.
  void fill(std::uint32_t bound) {
    bound_ = bound;
    bits_.assign((bound + 63) / 64, ~std::uint64_t{0});
    if (bound % 64 != 0) bits_.back() >>= 64 - bound % 64;
  }
  std::uint32_t bound() const { return bound_; }
  bool operator[](std::uint32_t n) const { return (bits_[n / 64] >> n % 64 & 1) != 0; }
  void add(std::uint32_t n) { bits_[n / 64] |= std::uint64_t{1} << n % 64; }
  void remove(std::uint32_t n) { bits_[n / 64] &= ~(std::uint64_t{1} << n % 64); }

  /// The least of them from `n` on; the bound where there is none.
  std::uint32_t next(std::uint32_t n) const {
    if (n >= bound_) return bound_;
    std::size_t at = n / 64;
    std::uint64_t rest = bits_[at] & ~std::uint64_t{0} << n % 64;
    while (rest == 0) {
      if (++at == bits_.size()) return bound_;
      rest = bits_[at];
    }
    return static_cast<std::uint32_t>(at * 64) + static_cast<std::uint32_t>(std::countr_zero(rest));
  }
  std::uint32_t first() const { return next(0); }
  /// One more than the greatest; 0 where it is empty.
  std::uint32_t end() const {
    for (std::size_t at = bits_.size(); at-- > 0;)
      if (bits_[at] != 0) return static_cast<std::uint32_t>(at * 64 + std::bit_width(bits_[at]));
    return 0;
  }
  /// Whether one of them lies in [first, last).
  bool any(std::uint32_t first, std::uint32_t last) const { return next(first) < last; }

 private:
  std::vector<std::uint64_t> bits_;
  std::uint32_t bound_ = 0;
};

}  // namespace annal
