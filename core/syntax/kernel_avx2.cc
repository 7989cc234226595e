// The kernels in AVX2.
#include "core/syntax/kernel_sets.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

#define ANNAL_TARGET __attribute__((target("avx2")))

namespace annal::syntax {
namespace {

// Some 16-bit numbers, for kernel_gates.h.
struct Words {
  static constexpr std::size_t count = 16;
  __m256i at;

  ANNAL_TARGET static Words all(std::int16_t x) { return {_mm256_set1_epi16(x)}; }
  ANNAL_TARGET static Words load(const std::int16_t* from) {
    return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))};
  }
  ANNAL_TARGET void store(std::int16_t* to) const { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), at); }
  ANNAL_TARGET Words plus(Words b) const { return {_mm256_add_epi16(at, b.at)}; }
  ANNAL_TARGET Words minus(Words b) const { return {_mm256_sub_epi16(at, b.at)}; }
  ANNAL_TARGET Words upper_product(Words b) const { return {_mm256_mulhi_epi16(at, b.at)}; }
  ANNAL_TARGET Words least(Words b) const { return {_mm256_min_epi16(at, b.at)}; }
  ANNAL_TARGET Words most(Words b) const { return {_mm256_max_epi16(at, b.at)}; }
  ANNAL_TARGET Words eighth() const { return {_mm256_srai_epi16(at, 3)}; }
  ANNAL_TARGET Words shifted(unsigned by) const {
    return {_mm256_sra_epi16(at, _mm_cvtsi32_si128(static_cast<int>(by)))};
  }
  // As bytes.
  ANNAL_TARGET void store_bytes(std::uint8_t* to) const {
    const __m256i ordered = _mm256_permute4x64_epi64(_mm256_packus_epi16(at, at), 0x08);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm256_castsi256_si128(ordered));
  }
};

struct Simd {
  using Vector = __m256i;
  static constexpr std::size_t lanes = 8, rows_at_once = 6, narrow_rows_at_once = 1, narrow_vectors_at_once = 8,
                               least_narrow_vectors = 4, narrow_unroll = 4, halves_vectors_at_once = 12;

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
  // Narrow products: of a vector of weights, four a column.
  struct NarrowSum {
    Vector of_columns;
  };
  using NarrowFactor = Vector;
  ANNAL_TARGET static NarrowSum narrow_zero() { return {zero()}; }
  ANNAL_TARGET static NarrowFactor four(const std::uint8_t* at) {
    std::int32_t all = 0;
    std::memcpy(&all, at, sizeof all);
    return _mm256_set1_epi32(all);
  }
  ANNAL_TARGET static Vector products(NarrowFactor factor, const std::int8_t* at) {
    return _mm256_maddubs_epi16(factor, load(at));
  }
  // In place, lest registers run short.
  ANNAL_TARGET static void add_pairs(Vector& sums, Vector pairs) { asm("vpaddw %1, %0, %0" : "+x"(sums) : "x"(pairs)); }
  ANNAL_TARGET static Vector widened(Vector pairs) { return _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)); }
  ANNAL_TARGET static Vector plus(Vector a, Vector b) {
    Vector sum = _mm256_add_epi32(a, b);
    asm("" : "+x"(sum));  // before the bias is added, so that `a` is read from memory
    return sum;
  }
  template <std::size_t Steps>
  ANNAL_TARGET static void add_narrow(NarrowSum& sum, const NarrowFactor (&factors)[Steps], const std::int8_t* at,
                                      std::size_t step) {
    Vector pairs = _mm256_maddubs_epi16(factors[0], load(at));
    for (std::size_t s = 1; s < Steps; ++s)
      pairs = _mm256_add_epi16(pairs, _mm256_maddubs_epi16(factors[s], load(at + s * step)));
    pairs = _mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
    asm volatile("" : "+x"(pairs));  // before the next vector is begun, lest registers run short
    sum.of_columns = _mm256_add_epi32(sum.of_columns, pairs);
  }
  ANNAL_TARGET static void settle(NarrowSum& sum) { asm volatile("" : "+x"(sum.of_columns)); }
  ANNAL_TARGET static Vector total(NarrowSum sum) { return sum.of_columns; }
  ANNAL_TARGET static void store(std::int32_t* at, Vector sums) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), sums);
  }
  ANNAL_TARGET static Vector shifted(Vector sums, std::uint32_t shift) {
    return _mm256_sra_epi32(sums, _mm_cvtsi32_si128(static_cast<int>(shift)));
  }
  ANNAL_TARGET static Vector scaled(Vector sums, const ScaledColumns& matrix, std::size_t column) {
    const Vector sum = shifted(_mm256_add_epi32(sums, load(matrix.bias + column)), matrix.sum_shift);
    return shifted(_mm256_mullo_epi32(sum, load(matrix.scale + column)), matrix.out_shift);
  }
  ANNAL_TARGET static void store_scaled(std::int16_t* at, Vector left, Vector right, const ScaledColumns& matrix,
                                        std::size_t column) {
    const Vector both = _mm256_packs_epi32(scaled(left, matrix, column), scaled(right, matrix, column + lanes));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), _mm256_permute4x64_epi64(both, 0xD8));
  }
};

}  // namespace
}  // namespace annal::syntax

#include "core/syntax/kernel_blocks.h"
#include "core/syntax/kernel_bytes.h"
#include "core/syntax/kernel_gates.h"
#include "core/syntax/kernel_sums.h"

const annal::syntax::Kernels annal::syntax::avx2_kernels = {apply, apply_narrow, limit, narrow,
                                                            score, activate,     scan,  lowest_sum};

#endif
