// The product of narrow matrices in AVX-512 VNNI, which multiplies four bytes of each lane and adds them up in 32 bits.
#include "core/syntax/kernel_sets.h"

#if defined(__x86_64__)

#include "core/syntax/kernel_avx512.h"

#define ANNAL_TARGET __attribute__((target("avx512f,avx512bw,avx512vnni")))

namespace annal::syntax {
namespace {

// Adds the products of four inputs with the weights of a vector of columns; in place, lest registers run short.
ANNAL_TARGET inline __attribute__((always_inline)) void add_four(Simd512::Vector& sums, Simd512::Vector four,
                                                                 const std::int8_t* weights) {
  asm("vpdpbusd %2, %1, %0" : "+v"(sums) : "v"(four), "m"(*reinterpret_cast<const __m512i_u*>(weights)));
}

// The weights of some columns stay in the cache while all rows pass.
template <std::size_t Vectors>
ANNAL_TARGET std::size_t apply_columns(const NarrowMatrix& given, const std::uint8_t* in, std::size_t stride,
                                       std::size_t rows, std::size_t column, std::int16_t* out) {
  const NarrowMatrix matrix = given;  // of which no store to `out` can change a part
  constexpr std::size_t block = Vectors * Simd512::lanes;
  for (; column + block <= matrix.outputs; column += block)
    for (std::size_t row = 0; row < rows; ++row) {
      Simd512::Vector sums[Vectors];
      for (Simd512::Vector& sum : sums) sum = Simd512::zero();
      const std::int8_t* weights = matrix.weights + column * 4;
      for (std::size_t i = 0; i < matrix.inputs; i += 4, weights += std::size_t{matrix.outputs} * 4) {
        const Simd512::Vector four = Simd512::four(in + row * stride + i);
        for (std::size_t v = 0; v < Vectors; ++v) add_four(sums[v], four, weights + v * Simd512::lanes * 4);
      }
      std::int16_t* const to = out + row * matrix.outputs + column;
      for (std::size_t v = 0; v < Vectors; v += 2)
        Simd512::store_scaled(to + v * Simd512::lanes, sums[v], sums[v + 1], matrix, column + v * Simd512::lanes);
    }
  return column;
}

}  // namespace

ANNAL_TARGET void apply_narrow_vnni(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride,
                                    std::size_t rows, std::int16_t* out) {
  const std::size_t rest = apply_columns<12>(matrix, in, stride, rows, 0, out);
  apply_columns<2>(matrix, in, stride, rows, rest, out);
}

}  // namespace annal::syntax

#endif
