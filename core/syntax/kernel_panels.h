// Products of narrow matrices for instructions that multiply 16-bit numbers: the weights of some columns, a panel, are
// widened once for many rows. A file of kernels includes this with ANNAL_TARGET and a struct Simd that has zero, load,
// weights, add_products and store_scaled (kernel_blocks.h), lanes being 4, and
//
//   store_wide(at, numbers)     eight 16-bit numbers to `at`
//   wide_inputs(at)             eight inputs of 7 bits
//   four(at)                    the four 16-bit numbers at `at`, twice
//   total(first, last)          the sums of neighbours of both
#include <cstddef>
#include <cstdint>

namespace annal::syntax {
namespace {

constexpr std::size_t panel_columns = 8, panel_vectors = panel_columns / 2, panel_rows = 2, wide_rows = 32;

// The weights of the panel that begins with `column`: of each four inputs those of each column.
ANNAL_TARGET void widen_panel(const NarrowMatrix& matrix, std::size_t column, std::int16_t* to) {
  const std::int8_t* weights = matrix.weights + column * 4;
  for (std::size_t input = 0; input < matrix.inputs; input += 4, weights += std::size_t{matrix.outputs} * 4)
    for (std::size_t v = 0; v < panel_vectors; ++v, to += 8) Simd::store_wide(to, Simd::weights(weights + v * 8));
}

// The outputs of Rows rows of widened inputs for a panel.
template <std::size_t Rows>
ANNAL_TARGET void apply_panel(const NarrowMatrix& matrix, const std::int16_t* in, const std::int16_t* panel,
                              std::size_t column, std::int16_t* out) {
  Simd::Vector sums[Rows][panel_vectors];
  for (auto& row : sums)
    for (Simd::Vector& sum : row) sum = Simd::zero();
#pragma GCC unroll 1
  for (std::size_t input = 0; input < matrix.inputs; input += 4, panel += panel_columns * 4) {
    Simd::Vector weights[panel_vectors];
    for (std::size_t v = 0; v < panel_vectors; ++v) weights[v] = Simd::load(panel + v * 8);
    for (std::size_t r = 0; r < Rows; ++r) {
      const Simd::Vector factor = Simd::four(in + r * matrix.inputs + input);
      for (std::size_t v = 0; v < panel_vectors; ++v) sums[r][v] = Simd::add_products(sums[r][v], factor, weights[v]);
    }
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < panel_vectors; v += 4)
      Simd::store_scaled(out + r * matrix.outputs + column + v * 2, Simd::total(sums[r][v], sums[r][v + 1]),
                         Simd::total(sums[r][v + 2], sums[r][v + 3]), matrix, column + v * 2);
}

// The outputs of up to wide_rows rows.
ANNAL_TARGET void apply_wide(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride, std::size_t rows,
                             std::int16_t* out) {
  alignas(16) std::int16_t wide[wide_rows * most_narrow_inputs], panel[most_narrow_inputs * panel_columns];
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t input = 0; input < matrix.inputs; input += 8)
      Simd::store_wide(wide + row * matrix.inputs + input, Simd::wide_inputs(in + row * stride + input));
  for (std::size_t column = 0; column < matrix.outputs; column += panel_columns) {
    widen_panel(matrix, column, panel);
    std::size_t row = 0;
    for (; row + panel_rows <= rows; row += panel_rows)
      apply_panel<panel_rows>(matrix, wide + row * matrix.inputs, panel, column, out + row * matrix.outputs);
    for (; row < rows; ++row)
      apply_panel<1>(matrix, wide + row * matrix.inputs, panel, column, out + row * matrix.outputs);
  }
}

ANNAL_TARGET void apply_narrow(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride, std::size_t rows,
                               std::int16_t* out) {
  for (std::size_t row = 0; row < rows; row += wide_rows)
    apply_wide(matrix, in + row * stride, stride, rows - row < wide_rows ? rows - row : wide_rows,
               out + row * matrix.outputs);
}

}  // namespace
}  // namespace annal::syntax
