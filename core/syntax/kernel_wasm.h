// What the kernels in the instructions of WebAssembly share.
#pragma once

#include <wasm_simd128.h>

#include <cstddef>
#include <cstdint>

#include "core/syntax/model.h"

namespace annal::syntax {

/// Loads, sums and stores of a Simd, which kernel_blocks.h describes.
struct Simd128 {
  using Vector = v128_t;
  static constexpr std::size_t lanes = 4;

  static Vector zero() { return wasm_i32x4_const_splat(0); }
  static Vector load(const void* at) { return wasm_v128_load(at); }
  static Vector add_products(Vector sum, Vector a, Vector b) { return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(a, b)); }
  static Vector scaled(Vector sums, const ScaledColumns& matrix, std::size_t column) {
    const Vector sum = wasm_i32x4_shr(wasm_i32x4_add(sums, load(matrix.bias + column)), matrix.sum_shift);
    return wasm_i32x4_shr(wasm_i32x4_mul(sum, load(matrix.scale + column)), matrix.out_shift);
  }
  static void store_scaled(std::int16_t* at, Vector left, Vector right, const ScaledColumns& matrix,
                           std::size_t column) {
    wasm_v128_store(at, wasm_i16x8_narrow_i32x4(scaled(left, matrix, column), scaled(right, matrix, column + lanes)));
  }
};

}  // namespace annal::syntax
