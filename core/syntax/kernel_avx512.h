// What the kernels in AVX-512 share.
#pragma once

#include "core/syntax/model.h"

// A false alarm of GCC 12 about what its own header leaves unset.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <immintrin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace annal::syntax {

/// Loads, sums and stores of a Simd, which kernel_blocks.h describes.
struct Simd512 {
  using Vector = __m512i;
  static constexpr std::size_t lanes = 16;
#define ANNAL_AVX512 __attribute__((target("avx512f,avx512bw")))

  ANNAL_AVX512 static Vector zero() { return _mm512_setzero_si512(); }
  ANNAL_AVX512 static Vector load(const void* at) { return _mm512_loadu_si512(at); }
  /// Four inputs of a narrow matrix, in each lane.
  ANNAL_AVX512 static Vector four(const std::uint8_t* at) {
    std::int32_t all = 0;
    std::memcpy(&all, at, sizeof all);
    return _mm512_set1_epi32(all);
  }
  ANNAL_AVX512 static Vector shifted(Vector sums, std::uint32_t shift) {
    return _mm512_sra_epi32(sums, _mm_cvtsi32_si128(static_cast<int>(shift)));
  }
  ANNAL_AVX512 static Vector scaled(Vector sums, const ScaledColumns& matrix, std::size_t column) {
    const Vector sum = shifted(_mm512_add_epi32(sums, load(matrix.bias + column)), matrix.sum_shift);
    return shifted(_mm512_mullo_epi32(sum, load(matrix.scale + column)), matrix.out_shift);
  }
  ANNAL_AVX512 static void store_scaled(std::int16_t* at, Vector left, Vector right, const ScaledColumns& matrix,
                                        std::size_t column) {
    const Vector both = _mm512_packs_epi32(scaled(left, matrix, column), scaled(right, matrix, column + lanes));
    const Vector order = _mm512_set_epi64(7, 5, 3, 1, 6, 4, 2, 0);
    _mm512_storeu_si512(at, _mm512_permutexvar_epi64(order, both));
  }
#undef ANNAL_AVX512
};

}  // namespace annal::syntax
