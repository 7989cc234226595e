// Gates and recurrence of a layer, as loops that the compiler turns into vector instructions. Each file of kernels
// includes this with ANNAL_TARGET, so that they are compiled for its instructions. train/syntax/recurrence.h explains
// them.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/syntax/kernel.h"

namespace annal::syntax {
namespace {

// The upper half of a product.
#define ANNAL_UPPER(a, b) static_cast<std::int16_t>((std::int32_t{a} * std::int32_t{b}) >> 16)

// x - x|x|/4 between -2 and 2, in 2^-13; |v| is at most 16,383.
#define ANNAL_SQUASH(v)                                               \
  ((v) < 0 ? (v) + ANNAL_UPPER(static_cast<std::int16_t>(2 * (v)), v) \
           : (v)-ANNAL_UPPER(static_cast<std::int16_t>(2 * (v)), v))

ANNAL_TARGET void activate(std::int16_t* gates, std::size_t width) {
  constexpr int most = 16383, one = 8192;
  for (std::size_t part = 0; part < 6; ++part) {
    std::int16_t* const x = gates + part * width;
    if (part % 3 == 1) {
      for (std::size_t j = 0; j < width; ++j) {
        const auto v = static_cast<std::int16_t>(2 * std::min(one - 1, std::max(1 - one, int{x[j]})));
        x[j] = static_cast<std::int16_t>(std::min(one - 1, std::max(1 - one, int{ANNAL_SQUASH(v)})));
      }
    } else {
      for (std::size_t j = 0; j < width; ++j) {
        const auto v = static_cast<std::int16_t>(std::min(most, std::max(-most, int{x[j]})));
        x[j] = static_cast<std::int16_t>(2 * std::min(most, one + ANNAL_SQUASH(v)));
      }
    }
  }
}

ANNAL_TARGET void scan(const std::int16_t* const* gates, std::size_t count, std::size_t width, std::int16_t* out) {
  for (std::size_t side = 0; side < 2; ++side) {
    std::int16_t cell[widest_layer] = {};
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t row = side == 0 ? step : count - 1 - step;
      const std::int16_t* const z = gates[row] + side * 3 * width;
      const std::int16_t *const g = z + width, *const o = g + width;
      std::int16_t* const h = out + row * 2 * width + side * width;
      for (std::size_t j = 0; j < width; ++j) {
        const auto step_twice = static_cast<std::int16_t>(2 * (g[j] - cell[j]));
        const auto c = static_cast<std::int16_t>(cell[j] + ANNAL_UPPER(z[j], step_twice));
        cell[j] = c;
        h[j] = ANNAL_UPPER(o[j], static_cast<std::int16_t>(2 * c));
      }
    }
  }
}

#undef ANNAL_SQUASH
#undef ANNAL_UPPER

}  // namespace
}  // namespace annal::syntax
