// The features of a model that is a sum: one bit each.
#pragma once

#include <bit>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>

namespace annal {

/// The sum of the weights of the features that are set; linear in these. `weights` has one for each.
template <std::size_t Features>
int sum_of_weights(const std::bitset<Features>& features, std::span<const int> weights) {
  constexpr std::size_t word_bits = 64;
  const std::bitset<Features> word(~std::uint64_t{0});
  int sum = 0;
  for (std::size_t first = 0; first < Features; first += word_bits)
    for (std::uint64_t bits = ((features >> first) & word).to_ullong(); bits != 0; bits &= bits - 1)
      sum += weights[first + static_cast<std::size_t>(std::countr_zero(bits))];
  return sum;
}

}  // namespace annal
