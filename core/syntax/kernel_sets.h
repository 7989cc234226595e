// The kernels of each set of instructions; kernel.h chooses.
#pragma once

#include "core/syntax/kernel.h"

namespace annal::syntax {

extern const Kernels portable_kernels;
#if defined(__x86_64__)
extern const Kernels sse2_kernels;    ///< every processor of x86-64
extern const Kernels avx2_kernels;    ///<
extern const Kernels avx512_kernels;  ///< AVX-512 F and BW
/// Kernels::apply_narrow in AVX-512 VNNI.
void apply_narrow_vnni(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride, std::size_t rows,
                       std::int16_t* out);
#elif defined(__wasm_simd128__)
extern const Kernels simd128_kernels;
#endif

}  // namespace annal::syntax
