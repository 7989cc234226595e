// The kernels in SSE2, which every processor of x86-64 has.
#include "core/syntax/kernel_sets.h"

#if defined(__x86_64__)

#include <emmintrin.h>

#include <cstring>

#define ANNAL_TARGET

namespace annal::syntax {
namespace {

// Some 16-bit numbers, for kernel_gates.h.
struct Words {
  static constexpr std::size_t count = 8;
  __m128i at;

  static Words all(std::int16_t x) { return {_mm_set1_epi16(x)}; }
  static Words load(const std::int16_t* from) { return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))}; }
  void store(std::int16_t* to) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), at); }
  Words plus(Words b) const { return {_mm_add_epi16(at, b.at)}; }
  Words minus(Words b) const { return {_mm_sub_epi16(at, b.at)}; }
  Words upper_product(Words b) const { return {_mm_mulhi_epi16(at, b.at)}; }
  Words least(Words b) const { return {_mm_min_epi16(at, b.at)}; }
  Words most(Words b) const { return {_mm_max_epi16(at, b.at)}; }
  Words eighth() const { return {_mm_srai_epi16(at, 3)}; }
  Words shifted(unsigned by) const { return {_mm_sra_epi16(at, _mm_cvtsi32_si128(static_cast<int>(by)))}; }
  // As bytes.
  void store_bytes(std::uint8_t* to) const {
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(at, at));
  }
};

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
  // Of panels.
  static void store_wide(std::int16_t* at, Vector numbers) { _mm_store_si128(reinterpret_cast<__m128i*>(at), numbers); }
  static Vector wide_inputs(const std::uint8_t* at) {
    return _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(at)), zero());
  }
  static Vector four(const std::int16_t* at) {
    const Vector numbers = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(at));
    return _mm_unpacklo_epi64(numbers, numbers);
  }
  static Vector total(Vector first, Vector last) {
    const __m128 a = _mm_castsi128_ps(first), b = _mm_castsi128_ps(last);
    return _mm_add_epi32(_mm_castps_si128(_mm_shuffle_ps(a, b, 0x88)), _mm_castps_si128(_mm_shuffle_ps(a, b, 0xDD)));
  }
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
  static Vector scaled(Vector sums, const ScaledColumns& matrix, std::size_t column) {
    const Vector sum = shifted(_mm_add_epi32(sums, load(matrix.bias + column)), matrix.sum_shift);
    return shifted(multiplied(sum, load(matrix.scale + column)), matrix.out_shift);
  }
  static void store_scaled(std::int16_t* at, Vector left, Vector right, const ScaledColumns& matrix,
                           std::size_t column) {
    const Vector both = _mm_packs_epi32(scaled(left, matrix, column), scaled(right, matrix, column + lanes));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(at), both);
  }
};

}  // namespace
}  // namespace annal::syntax

#include "core/syntax/kernel_blocks.h"
#include "core/syntax/kernel_gates.h"
#include "core/syntax/kernel_panels.h"
#include "core/syntax/kernel_sums.h"

const annal::syntax::Kernels annal::syntax::sse2_kernels = {apply, apply_narrow, limit, narrow,
                                                            score, activate,     scan,  lowest_sum};

#endif
