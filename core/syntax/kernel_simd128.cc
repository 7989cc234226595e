// The kernels in the 128-bit instructions of WebAssembly.
#include "core/syntax/kernel_sets.h"

#if defined(__wasm_simd128__)

#define ANNAL_TARGET

#include "core/syntax/kernel_wasm.h"

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

struct Simd : Simd128 {
  static constexpr std::size_t rows_at_once = 5;

  static Vector weights(const std::int8_t* at) { return wasm_i16x8_load8x8(at); }
  static Vector weights(const std::int16_t* at) { return load(at); }
  static Vector pair(const std::int16_t* at) { return wasm_v128_load32_splat(at); }
  static void store(std::int32_t* at, Vector sums) { wasm_v128_store(at, sums); }
  // Of panels.
  static void store_wide(std::int16_t* at, Vector numbers) { wasm_v128_store(at, numbers); }
  static Vector wide_inputs(const std::uint8_t* at) { return wasm_u16x8_load8x8(at); }
  static Vector four(const std::int16_t* at) { return wasm_v128_load64_splat(at); }
  static Vector total(Vector first, Vector last) {
    return wasm_i32x4_add(wasm_i32x4_shuffle(first, last, 0, 2, 4, 6), wasm_i32x4_shuffle(first, last, 1, 3, 5, 7));
  }
};

}  // namespace
}  // namespace annal::syntax

#include "core/syntax/kernel_blocks.h"
#include "core/syntax/kernel_gates.h"
#include "core/syntax/kernel_panels.h"
#include "core/syntax/kernel_sums.h"

const annal::syntax::Kernels annal::syntax::simd128_kernels = {apply, apply_narrow, limit, narrow,
                                                               score, activate,     scan,  lowest_sum};

#endif
