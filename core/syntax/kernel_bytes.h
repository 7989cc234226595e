// Products of narrow matrices for instructions that multiply bytes and add neighbours. A file of kernels includes this
// with ANNAL_TARGET and a struct Simd that has load, lanes and store_scaled (kernel_blocks.h), and
//
//   narrow_rows_at_once, narrow_vectors_at_once, least_narrow_vectors (even)  the blocks that stay in registers
//   narrow_unroll                              how many steps a round of the loop has
//   NarrowSum, NarrowFactor
//   four(at)                                   four inputs of 7 bits
//   add_narrow<Steps>(sum, factors, at, step)  adds to sum the products of each four with four weights of each column,
//                                              which begin `step` bytes apart; all of the Steps share a sum of 16 bits
//   total(sum)                                 the sums of the columns
#include <cstddef>
#include <cstdint>

namespace annal::syntax {
namespace {

template <std::size_t Steps, std::size_t Rows, std::size_t Vectors>
ANNAL_TARGET inline __attribute__((always_inline)) void add_narrow_steps(const std::uint8_t* in, std::size_t stride,
                                                                         const std::int8_t* weights, std::size_t step,
                                                                         Simd::NarrowSum (&sums)[Rows][Vectors]) {
  for (std::size_t r = 0; r < Rows; ++r) {
    Simd::NarrowFactor factors[Steps];
    for (std::size_t s = 0; s < Steps; ++s) factors[s] = Simd::four(in + r * stride + 4 * s);
    for (std::size_t v = 0; v < Vectors; ++v)
      Simd::add_narrow<Steps>(sums[r][v], factors, weights + v * Simd::lanes * 4, step);
  }
}

// The outputs of Rows rows and Vectors vectors of columns, `Steps` times four inputs at once.
template <std::size_t Steps, std::size_t Rows, std::size_t Vectors>
ANNAL_TARGET inline __attribute__((always_inline)) void apply_narrow_block(const NarrowMatrix& matrix,
                                                                           const std::uint8_t* in, std::size_t stride,
                                                                           std::size_t column, std::int16_t* out) {
  const std::size_t step = std::size_t{matrix.outputs} * 4;
  const std::int8_t* weights = matrix.weights + column * 4;
  Simd::NarrowSum sums[Rows][Vectors];
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; ++v) sums[r][v] = Simd::narrow_zero();
  std::size_t left = matrix.inputs / 4;
#pragma GCC unroll Simd::narrow_unroll
  for (; left >= Steps; left -= Steps, in += 4 * Steps, weights += Steps * step)
    add_narrow_steps<Steps>(in, stride, weights, step, sums);
  for (auto& row : sums)
    for (Simd::NarrowSum& sum : row) Simd::settle(sum);
  for (; left > 0; --left, in += 4, weights += step) add_narrow_steps<1>(in, stride, weights, step, sums);
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; v += 2)
      Simd::store_scaled(out + r * matrix.outputs + column + v * Simd::lanes, Simd::total(sums[r][v]),
                         Simd::total(sums[r][v + 1]), matrix, column + v * Simd::lanes);
}

// The weights of some columns stay in the cache while all rows pass.
template <std::size_t Steps, std::size_t Vectors>
ANNAL_TARGET std::size_t apply_narrow_columns(const NarrowMatrix& given, const std::uint8_t* in, std::size_t stride,
                                              std::size_t rows, std::size_t column, std::int16_t* out) {
  const NarrowMatrix matrix = given;  // of which no store to `out` can change a part
  constexpr std::size_t most = Simd::narrow_rows_at_once, block = Vectors * Simd::lanes;
  for (; column + block <= matrix.outputs; column += block) {
    std::size_t row = 0;
    for (; row + most <= rows; row += most)
      apply_narrow_block<Steps, most, Vectors>(matrix, in + row * stride, stride, column, out + row * matrix.outputs);
    for (; row < rows; ++row)
      apply_narrow_block<Steps, 1, Vectors>(matrix, in + row * stride, stride, column, out + row * matrix.outputs);
  }
  return column;
}

template <std::size_t Steps>
ANNAL_TARGET void apply_narrow_in_steps(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride,
                                        std::size_t rows, std::int16_t* out) {
  const std::size_t rest = apply_narrow_columns<Steps, Simd::narrow_vectors_at_once>(matrix, in, stride, rows, 0, out);
  apply_narrow_columns<Steps, Simd::least_narrow_vectors>(matrix, in, stride, rows, rest, out);
}

ANNAL_TARGET void apply_narrow(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride, std::size_t rows,
                               std::int16_t* out) {
  if (matrix.shared_steps == 3) return apply_narrow_in_steps<3>(matrix, in, stride, rows, out);
  apply_narrow_in_steps<2>(matrix, in, stride, rows, out);
}

}  // namespace
}  // namespace annal::syntax
