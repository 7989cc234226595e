// Products of matrices in blocks of rows and columns that stay in registers. Each file of kernels includes this with
// ANNAL_TARGET and a struct Simd of its instructions:
//
//   Vector                   some pairs of 16-bit numbers, or as many 32-bit sums
//   lanes, rows_at_once      how many sums a Vector holds; how many rows a block has
//   weights(at)              the pairs at `at`, of 8 or 16 bits
//   pair(at)                 the two numbers at `at`, in each lane
//   add_products(sum, a, b)  sum + a·b, the two products of a pair added
//   store(at, sums), store_scaled(at, sums of two vectors, matrix, column)
#include <cstddef>
#include <cstdint>

namespace annal::syntax {
namespace {

constexpr std::size_t vectors_at_once = 2;
constexpr std::size_t block_columns = vectors_at_once * Simd::lanes;

// The sums of Rows rows from `row_at` and one block of columns.
template <std::size_t Rows, class Weight>
ANNAL_TARGET inline __attribute__((always_inline)) void sum_block(const std::int16_t* row_at, std::size_t stride,
                                                                  std::size_t inner, const Weight* columns_at,
                                                                  std::size_t columns,
                                                                  Simd::Vector (&sums)[Rows][vectors_at_once]) {
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < vectors_at_once; ++v) sums[r][v] = Simd::zero();
  for (std::size_t p = 0; p < inner / 2; ++p) {
    const Simd::Vector left = Simd::weights(columns_at + p * columns * 2);
    const Simd::Vector right = Simd::weights(columns_at + p * columns * 2 + 2 * Simd::lanes);
    for (std::size_t r = 0; r < Rows; ++r) {
      const Simd::Vector factor = Simd::pair(row_at + r * stride + 2 * p);
      sums[r][0] = Simd::add_products(sums[r][0], factor, left);
      sums[r][1] = Simd::add_products(sums[r][1], factor, right);
    }
  }
}

template <std::size_t Rows>
ANNAL_TARGET void apply_rows(const Matrix& matrix, const std::int16_t* in, std::size_t stride, std::int16_t* out) {
  for (std::size_t column = 0; column < matrix.read; column += block_columns) {
    Simd::Vector sums[Rows][vectors_at_once];
    sum_block<Rows>(in, stride, matrix.inputs, matrix.weights + column * 2, matrix.outputs, sums);
    for (std::size_t r = 0; r < Rows; ++r)
      Simd::store_scaled(out + r * matrix.outputs + column, sums[r][0], sums[r][1], matrix, column);
  }
}

template <std::size_t Rows>
ANNAL_TARGET void score_rows(const std::int16_t* row_at, std::size_t stride, std::size_t inner,
                             const std::int16_t* columns_at, std::size_t columns, std::int32_t* out) {
  for (std::size_t column = 0; column < columns; column += block_columns) {
    Simd::Vector sums[Rows][vectors_at_once];
    sum_block<Rows>(row_at, stride, inner, columns_at + column * 2, columns, sums);
    for (std::size_t r = 0; r < Rows; ++r)
      for (std::size_t v = 0; v < vectors_at_once; ++v)
        Simd::store(out + r * columns + column + v * Simd::lanes, sums[r][v]);
  }
}

ANNAL_TARGET void apply(const Matrix& matrix, const std::int16_t* in, std::size_t stride, std::size_t rows,
                        std::int16_t* out) {
  constexpr std::size_t most = Simd::rows_at_once;
  std::size_t row = 0;
  for (; row + most <= rows; row += most)
    apply_rows<most>(matrix, in + row * stride, stride, out + row * matrix.outputs);
  for (; row + 2 <= rows; row += 2) apply_rows<2>(matrix, in + row * stride, stride, out + row * matrix.outputs);
  for (; row < rows; ++row) apply_rows<1>(matrix, in + row * stride, stride, out + row * matrix.outputs);
}

ANNAL_TARGET void score(const std::int16_t* row_at, std::size_t stride, std::size_t inner, std::size_t rows,
                        const std::int16_t* columns_at, std::size_t columns, std::int32_t* out) {
  constexpr std::size_t most = Simd::rows_at_once;
  std::size_t row = 0;
  for (; row + most <= rows; row += most)
    score_rows<most>(row_at + row * stride, stride, inner, columns_at, columns, out + row * columns);
  for (; row < rows; ++row)
    score_rows<1>(row_at + row * stride, stride, inner, columns_at, columns, out + row * columns);
}

}  // namespace
}  // namespace annal::syntax
