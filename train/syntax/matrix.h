// Products of matrices, row by row in memory, in vectors of 16 numbers. The order of the additions is fixed, so that a
// rebuild gives the same bits.
#pragma once

#include <cstddef>
#include <vector>

namespace annal::syntax {

/// Numbers row by row.
using Numbers = std::vector<float>;

/// What `multiply` reads and writes: `rows` × `columns` numbers, each row `stride` after the one before.
struct View {
  float* at = nullptr;
  std::size_t rows = 0, columns = 0, stride = 0;
};
inline View view(Numbers& numbers, std::size_t rows, std::size_t columns) {
  return {numbers.data(), rows, columns, columns};
}
/// Columns [first, first + columns) of `all`.
inline View slice_columns(View all, std::size_t first, std::size_t columns) {
  return {all.at + first, all.rows, columns, all.stride};
}
inline View slice_rows(View all, std::size_t first, std::size_t rows) {
  return {all.at + first * all.stride, rows, all.columns, all.stride};
}

/// c = a·b, or c += a·b. The columns of c and b are a multiple of 16.
void multiply(View a, View b, View c, bool add = false);
/// c = aᵀ·b, or c += aᵀ·b.
void multiply_transposed(View a, View b, View c, bool add = false);
/// The transpose of `a`, in `out`.
void transpose(View a, Numbers& out);

/// `n` rounded up to a multiple of 16.
constexpr std::size_t padded(std::size_t n) { return (n + 15) / 16 * 16; }

}  // namespace annal::syntax
