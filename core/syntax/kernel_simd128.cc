// The kernels in the 128-bit instructions of WebAssembly.
#include "core/syntax/kernel_sets.h"

#if defined(__wasm_simd128__)

#include <wasm_simd128.h>

#include <cstring>

#define ANNAL_TARGET

namespace annal::syntax {
namespace {

// Some 16-bit numbers, for kernel_gates.h.
struct Words {
  static constexpr std::size_t count = 8;
  v128_t at;

  static Words all(std::int16_t x) { return {wasm_i16x8_splat(x)}; }
  static Words load(const std::int16_t* from) { return {wasm_v128_load(from)}; }
  void store(std::int16_t* to) const { wasm_v128_store(to, at); }
  Words plus(Words b) const { return {wasm_i16x8_add(at, b.at)}; }
  Words minus(Words b) const { return {wasm_i16x8_sub(at, b.at)}; }
  Words upper_product(Words b) const {
    const v128_t low = wasm_i32x4_extmul_low_i16x8(at, b.at), high = wasm_i32x4_extmul_high_i16x8(at, b.at);
    return {wasm_i16x8_shuffle(low, high, 1, 3, 5, 7, 9, 11, 13, 15)};
  }
  Words least(Words b) const { return {wasm_i16x8_min(at, b.at)}; }
  Words most(Words b) const { return {wasm_i16x8_max(at, b.at)}; }
  Words eighth() const { return {wasm_i16x8_shr(at, 3)}; }
  Words shifted(unsigned by) const { return {wasm_i16x8_shr(at, by)}; }
  // As bytes.
  void store_bytes(std::uint8_t* to) const { wasm_v128_store64_lane(to, wasm_u8x16_narrow_i16x8(at, at), 0); }
};

struct Simd {
  using Vector = v128_t;
  static constexpr std::size_t lanes = 4, rows_at_once = 5, narrow_rows_at_once = 3, narrow_vectors_at_once = 2,
                               least_narrow_vectors = 2;

  static Vector zero() { return wasm_i32x4_const_splat(0); }
  static Vector load(const void* at) { return wasm_v128_load(at); }
  static Vector weights(const std::int8_t* at) { return wasm_i16x8_load8x8(at); }
  static Vector weights(const std::int16_t* at) { return load(at); }
  static Vector pair(const std::int16_t* at) { return wasm_v128_load32_splat(at); }
  static Vector add_products(Vector sum, Vector a, Vector b) { return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(a, b)); }
  // Narrow products, widened to 16 bits: of four columns of four weights each, the first two and the last two.
  struct NarrowSum {
    Vector first, last;
  };
  using NarrowFactor = Vector;
  static NarrowSum narrow_zero() { return {zero(), zero()}; }
  static NarrowFactor four(const std::uint8_t* at) { return wasm_u16x8_extend_low_u8x16(wasm_v128_load32_splat(at)); }
  template <std::size_t Steps>
  static void add_narrow(NarrowSum& sum, const NarrowFactor (&factors)[Steps], const std::int8_t* at,
                         std::size_t step) {
    for (std::size_t s = 0; s < Steps; ++s) {
      sum.first = add_products(sum.first, factors[s], Simd::weights(at + s * step));
      sum.last = add_products(sum.last, factors[s], Simd::weights(at + s * step + 2 * lanes));
    }
  }
  static void settle(NarrowSum&) {}
  static Vector total(NarrowSum sum) {
    return wasm_i32x4_add(wasm_i32x4_shuffle(sum.first, sum.last, 0, 2, 4, 6),
                          wasm_i32x4_shuffle(sum.first, sum.last, 1, 3, 5, 7));
  }
  static void store(std::int32_t* at, Vector sums) { wasm_v128_store(at, sums); }
  static Vector scaled(Vector sums, const ScaledColumns& matrix, std::size_t column) {
    const Vector sum = wasm_i32x4_shr(wasm_i32x4_add(sums, load(matrix.bias + column)), matrix.sum_shift);
    return wasm_i32x4_shr(wasm_i32x4_mul(sum, load(matrix.scale + column)), matrix.out_shift);
  }
  static void store_scaled(std::int16_t* at, Vector left, Vector right, const ScaledColumns& matrix,
                           std::size_t column) {
    wasm_v128_store(at, wasm_i16x8_narrow_i32x4(scaled(left, matrix, column), scaled(right, matrix, column + lanes)));
  }
};

}  // namespace
}  // namespace annal::syntax

#include "core/syntax/kernel_blocks.h"
#include "core/syntax/kernel_gates.h"

const annal::syntax::Kernels annal::syntax::simd128_kernels = {apply, apply_narrow, limit, narrow,
                                                               score, activate,     scan};

#endif
