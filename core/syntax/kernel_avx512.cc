// The kernels in AVX-512.
#include "core/syntax/kernel_sets.h"

#if defined(__x86_64__)

// A false alarm of GCC 12 about what its own header leaves unset.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <immintrin.h>

#include <cstring>

#define ANNAL_TARGET __attribute__((target("avx512f,avx512bw")))
#include "core/syntax/kernel_gates.h"

namespace annal::syntax {
namespace {

struct Simd {
  using Vector = __m512i;
  static constexpr std::size_t lanes = 16, rows_at_once = 8;

  ANNAL_TARGET static Vector zero() { return _mm512_setzero_si512(); }
  ANNAL_TARGET static Vector load(const void* at) { return _mm512_loadu_si512(at); }
  ANNAL_TARGET static Vector weights(const std::int8_t* at) {
    return _mm512_cvtepi8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)));
  }
  ANNAL_TARGET static Vector weights(const std::int16_t* at) { return load(at); }
  ANNAL_TARGET static Vector pair(const std::int16_t* at) {
    std::int32_t both = 0;
    std::memcpy(&both, at, sizeof both);
    return _mm512_set1_epi32(both);
  }
  ANNAL_TARGET static Vector add_products(Vector sum, Vector a, Vector b) {
    return _mm512_add_epi32(sum, _mm512_madd_epi16(a, b));
  }
  ANNAL_TARGET static void store(std::int32_t* at, Vector sums) { _mm512_storeu_si512(at, sums); }
  ANNAL_TARGET static Vector shifted(Vector sums, std::uint32_t shift) {
    return _mm512_sra_epi32(sums, _mm_cvtsi32_si128(static_cast<int>(shift)));
  }
  ANNAL_TARGET static Vector scaled(Vector sums, const Matrix& matrix, std::size_t column) {
    const Vector sum = shifted(_mm512_add_epi32(sums, load(matrix.bias + column)), matrix.sum_shift);
    return shifted(_mm512_mullo_epi32(sum, load(matrix.scale + column)), matrix.out_shift);
  }
  ANNAL_TARGET static void store_scaled(std::int16_t* at, Vector left, Vector right, const Matrix& matrix,
                                        std::size_t column) {
    const Vector both = _mm512_packs_epi32(scaled(left, matrix, column), scaled(right, matrix, column + lanes));
    const Vector order = _mm512_set_epi64(7, 5, 3, 1, 6, 4, 2, 0);
    _mm512_storeu_si512(at, _mm512_permutexvar_epi64(order, both));
  }
};

}  // namespace
}  // namespace annal::syntax

#include "core/syntax/kernel_blocks.h"

const annal::syntax::Kernels annal::syntax::avx512_kernels = {apply, score, activate, scan};

#endif
