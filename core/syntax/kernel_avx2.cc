// The kernels in AVX2.
#include "core/syntax/kernel_sets.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

#define ANNAL_TARGET __attribute__((target("avx2")))
#include "core/syntax/kernel_gates.h"

namespace annal::syntax {
namespace {

struct Simd {
  using Vector = __m256i;
  static constexpr std::size_t lanes = 8, rows_at_once = 6;

  ANNAL_TARGET static Vector zero() { return _mm256_setzero_si256(); }
  ANNAL_TARGET static Vector load(const void* at) { return _mm256_loadu_si256(static_cast<const __m256i*>(at)); }
  ANNAL_TARGET static Vector weights(const std::int8_t* at) {
    return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
  }
  ANNAL_TARGET static Vector weights(const std::int16_t* at) { return load(at); }
  ANNAL_TARGET static Vector pair(const std::int16_t* at) {
    std::int32_t both = 0;
    std::memcpy(&both, at, sizeof both);
    return _mm256_set1_epi32(both);
  }
  ANNAL_TARGET static Vector add_products(Vector sum, Vector a, Vector b) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b));
  }
  ANNAL_TARGET static void store(std::int32_t* at, Vector sums) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), sums);
  }
  ANNAL_TARGET static Vector shifted(Vector sums, std::uint32_t shift) {
    return _mm256_sra_epi32(sums, _mm_cvtsi32_si128(static_cast<int>(shift)));
  }
  ANNAL_TARGET static Vector scaled(Vector sums, const Matrix& matrix, std::size_t column) {
    const Vector sum = shifted(_mm256_add_epi32(sums, load(matrix.bias + column)), matrix.sum_shift);
    return shifted(_mm256_mullo_epi32(sum, load(matrix.scale + column)), matrix.out_shift);
  }
  ANNAL_TARGET static void store_scaled(std::int16_t* at, Vector left, Vector right, const Matrix& matrix,
                                        std::size_t column) {
    const Vector both = _mm256_packs_epi32(scaled(left, matrix, column), scaled(right, matrix, column + lanes));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), _mm256_permute4x64_epi64(both, 0xD8));
  }
};

}  // namespace
}  // namespace annal::syntax

#include "core/syntax/kernel_blocks.h"

const annal::syntax::Kernels annal::syntax::avx2_kernels = {apply, score, activate, scan};

#endif
