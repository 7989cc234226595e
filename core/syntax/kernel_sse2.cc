// The kernels in SSE2, which every processor of x86-64 has.
#include "core/syntax/kernel_sets.h"

#if defined(__x86_64__)

#include <emmintrin.h>

#include <cstring>

#define ANNAL_TARGET
#include "core/syntax/kernel_gates.h"

namespace annal::syntax {
namespace {

struct Simd {
  using Vector = __m128i;
  static constexpr std::size_t lanes = 4, rows_at_once = 5;

  static Vector zero() { return _mm_setzero_si128(); }
  static Vector load(const void* at) { return _mm_loadu_si128(static_cast<const __m128i*>(at)); }
  static Vector weights(const std::int8_t* at) {
    const Vector bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(at));
    return _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
  }
  static Vector weights(const std::int16_t* at) { return load(at); }
  static Vector pair(const std::int16_t* at) {
    std::int32_t both = 0;
    std::memcpy(&both, at, sizeof both);
    return _mm_set1_epi32(both);
  }
  static Vector add_products(Vector sum, Vector a, Vector b) { return _mm_add_epi32(sum, _mm_madd_epi16(a, b)); }
  static void store(std::int32_t* at, Vector sums) { _mm_storeu_si128(reinterpret_cast<__m128i*>(at), sums); }
  // The lower halves of the products, which SSE2 can multiply in every second place only.
  static Vector multiplied(Vector a, Vector b) {
    const Vector even = _mm_mul_epu32(a, b);
    const Vector odd = _mm_mul_epu32(_mm_srli_epi64(a, 32), _mm_srli_epi64(b, 32));
    return _mm_unpacklo_epi32(_mm_shuffle_epi32(even, 0x08), _mm_shuffle_epi32(odd, 0x08));
  }
  static Vector shifted(Vector sums, std::uint32_t shift) {
    return _mm_sra_epi32(sums, _mm_cvtsi32_si128(static_cast<int>(shift)));
  }
  static Vector scaled(Vector sums, const Matrix& matrix, std::size_t column) {
    const Vector sum = shifted(_mm_add_epi32(sums, load(matrix.bias + column)), matrix.sum_shift);
    return shifted(multiplied(sum, load(matrix.scale + column)), matrix.out_shift);
  }
  static void store_scaled(std::int16_t* at, Vector left, Vector right, const Matrix& matrix, std::size_t column) {
    const Vector both = _mm_packs_epi32(scaled(left, matrix, column), scaled(right, matrix, column + lanes));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(at), both);
  }
};

}  // namespace
}  // namespace annal::syntax

#include "core/syntax/kernel_blocks.h"

const annal::syntax::Kernels annal::syntax::sse2_kernels = {apply, score, activate, scan};

#endif
