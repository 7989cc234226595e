// The kernels in plain C++, for any processor.
#include "core/syntax/kernel_sets.h"

#define ANNAL_TARGET
#include "core/syntax/kernel_gates.h"

namespace annal::syntax {
namespace {

std::int16_t saturated(std::int32_t value) {
  return static_cast<std::int16_t>(std::min<std::int32_t>(INT16_MAX, std::max<std::int32_t>(INT16_MIN, value)));
}

void apply(const Matrix& matrix, const std::int16_t* in, std::size_t stride, std::size_t rows, std::int16_t* out) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t column = 0; column < matrix.outputs; ++column) {
      std::int32_t sum = matrix.bias[column];
      for (std::size_t i = 0; i < matrix.inputs; ++i)
        sum += in[r * stride + i] * matrix.weights[(i / 2 * matrix.outputs + column) * 2 + i % 2];
      const std::uint32_t product =
          static_cast<std::uint32_t>(sum >> matrix.sum_shift) * static_cast<std::uint32_t>(matrix.scale[column]);
      out[r * matrix.outputs + column] = saturated(static_cast<std::int32_t>(product) >> matrix.out_shift);
    }
}

void score(const std::int16_t* row_at, std::size_t inner, std::size_t rows, const std::int16_t* columns_at,
           std::size_t columns, std::int32_t* out) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t column = 0; column < columns; ++column) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < inner; ++i)
        sum += row_at[r * inner + i] * columns_at[(i / 2 * columns + column) * 2 + i % 2];
      out[r * columns + column] = sum;
    }
}

}  // namespace

const Kernels portable_kernels = {apply, score, activate, scan};

}  // namespace annal::syntax
