#include "matrix.h"

#include <cstring>

namespace annal::syntax {
namespace {

constexpr std::size_t lanes = 16;
using Vector [[gnu::vector_size(lanes * sizeof(float))]] = float;

Vector load(const float* at) {
  Vector v;
  std::memcpy(&v, at, sizeof v);
  return v;
}
void store(float* at, const Vector& v) { std::memcpy(at, &v, sizeof v); }

// Rows × Vectors·16 numbers of c at once, which stay in registers.
template <std::size_t Rows, std::size_t Vectors, bool Transposed>
void block(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, float* c, std::size_t c_stride,
           std::size_t inner, bool add) {
  Vector sum[Rows][Vectors];
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; ++v) sum[r][v] = add ? load(c + r * c_stride + v * lanes) : Vector{};
  for (std::size_t k = 0; k < inner; ++k) {
    Vector row[Vectors];
    for (std::size_t v = 0; v < Vectors; ++v) row[v] = load(b + k * b_stride + v * lanes);
    for (std::size_t r = 0; r < Rows; ++r) {
      const float factor = Transposed ? a[k * a_stride + r] : a[r * a_stride + k];
      for (std::size_t v = 0; v < Vectors; ++v) sum[r][v] += factor * row[v];
    }
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; ++v) store(c + r * c_stride + v * lanes, sum[r][v]);
}

// All rows of `Vectors`·16 columns of c.
template <std::size_t Vectors, bool Transposed>
void columns(View a, View b, View c, std::size_t column, bool add) {
  const std::size_t inner = b.rows;
  const auto run = [&]<std::size_t Rows>(std::size_t row) {
    const float* from = Transposed ? a.at + row : a.at + row * a.stride;
    block<Rows, Vectors, Transposed>(from, a.stride, b.at + column, b.stride, c.at + row * c.stride + column, c.stride,
                                     inner, add);
  };
  std::size_t row = 0;
  for (; row + 6 <= c.rows; row += 6) run.template operator()<6>(row);
  switch (c.rows - row) {
    case 5: return run.template operator()<5>(row);
    case 4: return run.template operator()<4>(row);
    case 3: return run.template operator()<3>(row);
    case 2: return run.template operator()<2>(row);
    case 1: return run.template operator()<1>(row);
    default: return;
  }
}

template <bool Transposed>
void product(View a, View b, View c, bool add) {
  std::size_t column = 0;
  for (; column + 4 * lanes <= c.columns; column += 4 * lanes) columns<4, Transposed>(a, b, c, column, add);
  switch ((c.columns - column) / lanes) {
    case 3: return columns<3, Transposed>(a, b, c, column, add);
    case 2: return columns<2, Transposed>(a, b, c, column, add);
    case 1: return columns<1, Transposed>(a, b, c, column, add);
    default: return;
  }
}

}  // namespace

void multiply(View a, View b, View c, bool add) { product<false>(a, b, c, add); }
void multiply_transposed(View a, View b, View c, bool add) { product<true>(a, b, c, add); }

void transpose(View a, Numbers& out) {
  out.resize(a.rows * a.columns);
  for (std::size_t i = 0; i < a.rows; ++i)
    for (std::size_t j = 0; j < a.columns; ++j) out[j * a.rows + i] = a.at[i * a.stride + j];
}

}  // namespace annal::syntax
