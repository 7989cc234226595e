// Random numbers that are the same everywhere: xorshift (Marsaglia 2003).
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace annal::syntax {

/// Sixteen sequences side by side, which take no longer than one.
class RandomLanes {
 public:
  static constexpr std::size_t lanes = 16;
  explicit RandomLanes(std::uint32_t seed) {
    for (std::size_t i = 0; i < lanes; ++i)
      state_[i] = (seed + 1) * 0x9E3779B9U ^ static_cast<std::uint32_t>(i + 1) * 0x85EBCA6BU;
  }
  const std::array<std::uint32_t, lanes>& next() {
    for (std::uint32_t& x : state_) {
      x ^= x << 13U;
      x ^= x >> 17U;
      x ^= x << 5U;
    }
    return state_;
  }

 private:
  std::array<std::uint32_t, lanes> state_;
};

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed == 0 ? 1 : seed) {}
  std::uint32_t next() {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    return state_;
  }
  /// In [0, 1).
  float fraction() { return static_cast<float>(next() >> 8U) * (1.0F / 16777216.0F); }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[next() % i]);
  }

 private:
  std::uint32_t state_;
};

}  // namespace annal::syntax
