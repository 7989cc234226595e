// The kernels in plain C++, for any processor.
#include <algorithm>
#include <cstdlib>

#include "core/syntax/kernel_sets.h"

namespace annal::syntax {
namespace {

std::int16_t saturated(std::int32_t value) {
  return static_cast<std::int16_t>(std::min<std::int32_t>(INT16_MAX, std::max<std::int32_t>(INT16_MIN, value)));
}

// The last steps of ScaledColumns.
std::int16_t scaled(std::int32_t sum, const ScaledColumns& matrix, std::size_t column) {
  const std::uint32_t product = static_cast<std::uint32_t>((sum + matrix.bias[column]) >> matrix.sum_shift) *
                                static_cast<std::uint32_t>(matrix.scale[column]);
  return saturated(static_cast<std::int32_t>(product) >> matrix.out_shift);
}

void apply(const Matrix& matrix, const std::int16_t* in, std::size_t stride, std::size_t rows, std::int16_t* out) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t column = 0; column < matrix.read; ++column) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < matrix.inputs; ++i)
        sum += in[r * stride + i] * matrix.weights[(i / 2 * matrix.outputs + column) * 2 + i % 2];
      out[r * matrix.outputs + column] = scaled(sum, matrix, column);
    }
}

void apply_narrow(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride, std::size_t rows,
                  std::int16_t* out) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t column = 0; column < matrix.outputs; ++column) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < matrix.inputs; ++i)
        sum += in[r * stride + i] * matrix.weights[(i / 4 * matrix.outputs + column) * 4 + i % 4];
      out[r * matrix.outputs + column] = scaled(sum, matrix, column);
    }
}

void score(const std::int16_t* row_at, std::size_t stride, std::size_t inner, std::size_t rows,
           const std::int16_t* columns_at, std::size_t columns, std::int32_t* out) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t column = 0; column < columns; ++column) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < inner; ++i)
        sum += row_at[r * stride + i] * columns_at[(i / 2 * columns + column) * 2 + i % 2];
      out[r * columns + column] = sum;
    }
}

// The upper half of a product.
int upper_product(int a, int b) { return (a * b) >> 16; }

// x - x|x|/4 between -2 and 2, in 2^-13.
int squash(int v) { return v - upper_product(2 * v, std::abs(v)); }

void activate(std::int16_t* gates, std::size_t width) {
  constexpr int most = 16383, one = 8192;
  for (std::size_t part = 0; part < 6; ++part)
    for (std::size_t j = part * width; j < (part + 1) * width; ++j) {
      const int x = gates[j];
      const int y = part % 3 == 1 ? std::clamp(squash(2 * std::clamp(x, 1 - one, one - 1)), 1 - one, one - 1)
                                  : 2 * std::clamp(squash(std::clamp(x, -most, most)) + one, 0, most);
      gates[j] = static_cast<std::int16_t>(y);
    }
}

void scan(const std::int16_t* const* gates, std::size_t count, std::size_t width, const std::int16_t* added,
          std::int16_t* out) {
  for (std::size_t side = 0; side < 2; ++side)
    for (std::size_t j = 0; j < width; ++j) {
      int c = 0;
      for (std::size_t step = 0; step < count; ++step) {
        const std::size_t row = side == 0 ? step : count - 1 - step;
        const std::int16_t* const z = gates[row] + side * 3 * width + j;
        const std::int16_t *const g = z + width, *const o = g + width;
        c += upper_product(*z, 2 * (*g - c));
        const std::size_t at = row * 2 * width + side * width + j;
        out[at] = static_cast<std::int16_t>(upper_product(*o, 2 * c) + (added == nullptr ? 0 : added[at]));
      }
    }
}

void narrow(const std::int16_t* in, std::size_t count, unsigned shift, std::uint8_t* out) {
  for (std::size_t i = 0; i < count; ++i) {
    const int cut = std::clamp<int>(in[i], -highest_narrowed, highest_narrowed);
    out[i] = static_cast<std::uint8_t>(std::clamp((cut + (1 << shift >> 1)) >> shift, -64, 63) + 64);
  }
}

void limit(std::int16_t* numbers, std::size_t count, bool leak) {
  for (std::size_t i = 0; i < count; ++i) {
    const int x = numbers[i];
    numbers[i] =
        static_cast<std::int16_t>(std::clamp<int>(leak && x < 0 ? x >> 3 : x, -highest_scored, highest_scored));
  }
}

std::int32_t lowest_sum(const std::int32_t* a, const std::int32_t* b, std::size_t count) {
  std::int32_t lowest = INT32_MAX;
  for (std::size_t q = 0; q < count; ++q) lowest = std::min(lowest, a[q] + b[q]);
  return lowest;
}

}  // namespace

const Kernels portable_kernels = {apply, apply_narrow, limit, narrow, score, activate, scan, lowest_sum};

}  // namespace annal::syntax
