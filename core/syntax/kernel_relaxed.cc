// The product of narrow matrices in the relaxed instructions of WebAssembly, which multiply bytes. Not every host has
// them, and a module with unknown instructions is refused as a whole: so this becomes a module of its own, which takes
// the memory of the other (use_apply_narrow). Inputs have 7 bits and sums fit, so what is relaxed about them does not
// show.
#if defined(__wasm_relaxed_simd__)

#define ANNAL_TARGET

#include "core/syntax/kernel_wasm.h"

namespace annal::syntax {
namespace {

struct Simd : Simd128 {
  static constexpr std::size_t narrow_rows_at_once = 3, narrow_vectors_at_once = 2, least_narrow_vectors = 2,
                               narrow_unroll = 1, halves_vectors_at_once = 2;

  // Of a vector of weights, four a column.
  struct NarrowSum {
    Vector of_columns;
  };
  using NarrowFactor = Vector;
  static NarrowSum narrow_zero() { return {zero()}; }
  static NarrowFactor four(const std::uint8_t* at) { return wasm_v128_load32_splat(at); }
  static Vector products(NarrowFactor factor, const std::int8_t* at) {
    return wasm_i16x8_relaxed_dot_i8x16_i7x16(load(at), factor);
  }
  static void add_pairs(Vector& sums, Vector pairs) { sums = wasm_i16x8_add(sums, pairs); }
  static Vector widened(Vector pairs) { return wasm_i32x4_extadd_pairwise_i16x8(pairs); }
  static Vector plus(Vector a, Vector b) { return wasm_i32x4_add(a, b); }
  template <std::size_t Steps>
  static void add_narrow(NarrowSum& sum, const NarrowFactor (&factors)[Steps], const std::int8_t* at,
                         std::size_t step) {
    Vector pairs = wasm_i16x8_relaxed_dot_i8x16_i7x16(load(at), factors[0]);
    for (std::size_t s = 1; s < Steps; ++s)
      pairs = wasm_i16x8_add(pairs, wasm_i16x8_relaxed_dot_i8x16_i7x16(load(at + s * step), factors[s]));
    sum.of_columns = add_products(sum.of_columns, pairs, wasm_i16x8_const_splat(1));
  }
  static void settle(NarrowSum&) {}
  static Vector total(NarrowSum sum) { return sum.of_columns; }
};

}  // namespace
}  // namespace annal::syntax

#include "core/syntax/kernel_bytes.h"

/// Kernels::apply_narrow.
extern "C" __attribute__((export_name("apply_narrow"))) void annal_apply_narrow(
    const annal::syntax::NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride, std::size_t rows,
    std::int16_t* out) {
  annal::syntax::apply_narrow(matrix, in, stride, rows, out);
}

#endif
