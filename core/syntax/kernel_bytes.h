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
//   halves_vectors_at_once (even)              the vectors of sums of 16 bits that stay in registers
//   products(factor, at)                       the products of four with four weights of each column, neighbours added
//   add_pairs(sums, pairs)                     adds pairs to sums, of 16 bits
//   widened(pairs)                             neighbours added, in 32 bits
//   plus(a, b)                                 a + b, of 32 bits
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

// Adds the products of a step to sums of 16 bits.
template <std::size_t Rows, std::size_t Vectors>
ANNAL_TARGET inline __attribute__((always_inline)) void add_step(const std::uint8_t* in, std::size_t stride,
                                                                 const std::int8_t* weights,
                                                                 Simd::Vector (&pairs)[Rows][Vectors]) {
  for (std::size_t r = 0; r < Rows; ++r) {
    const Simd::NarrowFactor factor = Simd::four(in + r * stride);
    for (std::size_t v = 0; v < Vectors; ++v)
      Simd::add_pairs(pairs[r][v], Simd::products(factor, weights + v * Simd::lanes * 4));
  }
}

// The sums of 16 bits of `steps` steps, a multiple of 4.
template <std::size_t Rows, std::size_t Vectors>
ANNAL_TARGET inline __attribute__((always_inline)) void sum_pairs(const std::uint8_t* in, std::size_t stride,
                                                                  const std::int8_t* weights, std::size_t step,
                                                                  std::size_t steps,
                                                                  Simd::Vector (&pairs)[Rows][Vectors]) {
  for (std::size_t r = 0; r < Rows; ++r) {
    const Simd::NarrowFactor factor = Simd::four(in + r * stride);
    for (std::size_t v = 0; v < Vectors; ++v) pairs[r][v] = Simd::products(factor, weights + v * Simd::lanes * 4);
  }
  add_step(in + 4, stride, weights + step, pairs);
  add_step(in + 8, stride, weights + 2 * step, pairs);
  add_step(in + 12, stride, weights + 3 * step, pairs);
  while ((steps -= 4) > 0) {
    in += 16, weights += 4 * step;
    add_step(in, stride, weights, pairs);
    add_step(in + 4, stride, weights + step, pairs);
    add_step(in + 8, stride, weights + 2 * step, pairs);
    add_step(in + 12, stride, weights + 3 * step, pairs);
  }
}

// The same as apply_narrow_block where half of the steps share a sum of 16 bits.
template <std::size_t Rows, std::size_t Vectors>
ANNAL_TARGET inline __attribute__((always_inline)) void apply_halves_block(const NarrowMatrix& matrix,
                                                                           const std::uint8_t* in, std::size_t stride,
                                                                           std::size_t column, std::int16_t* out) {
  const std::size_t step = std::size_t{matrix.outputs} * 4, half = matrix.shared_steps;
  const std::int8_t* const weights = matrix.weights + column * 4;
  Simd::Vector sums[Rows][Vectors], pairs[Rows][Vectors];
  sum_pairs(in, stride, weights, step, half, pairs);
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; ++v) sums[r][v] = Simd::widened(pairs[r][v]);
  sum_pairs(in + 4 * half, stride, weights + half * step, step, half, pairs);
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; v += 2)
      Simd::store_scaled(out + r * matrix.outputs + column + v * Simd::lanes,
                         Simd::plus(sums[r][v], Simd::widened(pairs[r][v])),
                         Simd::plus(sums[r][v + 1], Simd::widened(pairs[r][v + 1])), matrix, column + v * Simd::lanes);
}

// `Steps` of which share a sum of 16 bits; half_of_them stands for half of all.
constexpr std::size_t half_of_them = 0;
template <std::size_t Steps, std::size_t Rows, std::size_t Vectors>
ANNAL_TARGET inline __attribute__((always_inline)) void apply_block(const NarrowMatrix& matrix, const std::uint8_t* in,
                                                                    std::size_t stride, std::size_t column,
                                                                    std::int16_t* out) {
  if constexpr (Steps == half_of_them)
    apply_halves_block<Rows, Vectors>(matrix, in, stride, column, out);
  else
    apply_narrow_block<Steps, Rows, Vectors>(matrix, in, stride, column, out);
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
      apply_block<Steps, most, Vectors>(matrix, in + row * stride, stride, column, out + row * matrix.outputs);
    for (; row < rows; ++row)
      apply_block<Steps, 1, Vectors>(matrix, in + row * stride, stride, column, out + row * matrix.outputs);
  }
  return column;
}

template <std::size_t Steps>
ANNAL_TARGET void apply_narrow_in_steps(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride,
                                        std::size_t rows, std::int16_t* out) {
  constexpr std::size_t most = Steps == half_of_them ? Simd::halves_vectors_at_once : Simd::narrow_vectors_at_once;
  const std::size_t rest = apply_narrow_columns<Steps, most>(matrix, in, stride, rows, 0, out);
  apply_narrow_columns<Steps, Simd::least_narrow_vectors>(matrix, in, stride, rows, rest, out);
}

ANNAL_TARGET void apply_narrow(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride, std::size_t rows,
                               std::int16_t* out) {
  if (matrix.shared_steps > 3) return apply_narrow_in_steps<half_of_them>(matrix, in, stride, rows, out);
  if (matrix.shared_steps == 3) return apply_narrow_in_steps<3>(matrix, in, stride, rows, out);
  apply_narrow_in_steps<2>(matrix, in, stride, rows, out);
}

}  // namespace
}  // namespace annal::syntax
