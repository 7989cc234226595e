// Gates, recurrence and cuts, some numbers at a time. Each file of kernels includes this with ANNAL_TARGET and a struct
// Words of its instructions. kernel_portable.cc has the same one number at a time; train/syntax/recurrence.h explains
// it. All counts are multiples of 16 but that of `scan` rows.
#include <cstddef>
#include <cstdint>

#include "core/syntax/kernel.h"

namespace annal::syntax {
namespace {

ANNAL_TARGET inline Words between(std::int16_t least, std::int16_t most, Words x) {
  return x.least(Words::all(most)).most(Words::all(least));
}

// x - x|x|/4 between -2 and 2, in 2^-13: from -1 to 1, the ends too.
ANNAL_TARGET inline Words squash(Words v) {
  const Words size = v.most(Words::all(0).minus(v));
  return v.minus(v.plus(v).upper_product(size));
}

ANNAL_TARGET void activate(std::int16_t* gates, std::size_t width) {
  constexpr std::int16_t most = 16383, one = 8192, below_one = 8191;
  for (std::size_t part = 0; part < 6; ++part) {
    std::int16_t* const x = gates + part * width;
    if (part % 3 == 1) {
      for (std::size_t j = 0; j < width; j += Words::count) {
        const Words v = between(-below_one, below_one, Words::load(x + j));
        squash(v.plus(v)).least(Words::all(below_one)).store(x + j);
      }
    } else {
      for (std::size_t j = 0; j < width; j += Words::count) {
        const Words v = between(-most, most, Words::load(x + j));
        const Words y = squash(v).plus(Words::all(one)).least(Words::all(most));
        y.plus(y).store(x + j);
      }
    }
  }
}

ANNAL_TARGET void scan(const std::int16_t* const* gates, std::size_t count, std::size_t width,
                       const std::int16_t* added, std::int16_t* out) {
  for (std::size_t side = 0; side < 2; ++side) {
    std::int16_t cells[widest_layer] = {};
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t row = side == 0 ? step : count - 1 - step;
      const std::int16_t* const z = gates[row] + side * 3 * width;
      const std::int16_t *const g = z + width, *const o = g + width;
      const std::size_t at = row * 2 * width + side * width;
      for (std::size_t j = 0; j < width; j += Words::count) {
        const Words before = Words::load(cells + j), change = Words::load(g + j).minus(before);
        const Words c = before.plus(Words::load(z + j).upper_product(change.plus(change)));
        c.store(cells + j);
        const Words h = Words::load(o + j).upper_product(c.plus(c));
        (added == nullptr ? h : h.plus(Words::load(added + at + j))).store(out + at + j);
      }
    }
  }
}

ANNAL_TARGET void narrow(const std::int16_t* in, std::size_t count, unsigned shift, std::uint8_t* out) {
  const Words half = Words::all(static_cast<std::int16_t>(1 << shift >> 1));
#pragma GCC unroll 4
  for (std::size_t i = 0; i < count; i += Words::count) {
    const Words rounded = between(-highest_narrowed, highest_narrowed, Words::load(in + i)).plus(half).shifted(shift);
    between(-64, 63, rounded).plus(Words::all(64)).store_bytes(out + i);
  }
}

ANNAL_TARGET void limit(std::int16_t* numbers, std::size_t count, bool leak) {
#pragma GCC unroll 4
  for (std::size_t i = 0; i < count; i += Words::count) {
    const Words x = Words::load(numbers + i);
    between(-highest_scored, highest_scored, leak ? x.most(x.eighth()) : x).store(numbers + i);
  }
}

}  // namespace
}  // namespace annal::syntax
