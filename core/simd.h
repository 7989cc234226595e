// Eight numbers of 16 bits, or sixteen bytes, at once: in the vectors of the compiler, which every processor has or
// does without. A comparison of two vectors is a mask, -1 where it holds and else 0.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annal::simd {

using Words = std::int16_t __attribute__((vector_size(16)));
using Bytes = std::int8_t __attribute__((vector_size(16)));

/// Whether the processor has such vectors; else the compiler takes them apart.
#if defined(__SSE2__) || defined(__wasm_simd128__) || defined(__ARM_NEON)
inline constexpr bool is_native = true;
#else
inline constexpr bool is_native = false;
#endif

/// The vector at an address, which need not be aligned.
template <class Vector>
inline Vector load(const void* at) {
  Vector loaded;
  std::memcpy(&loaded, at, sizeof loaded);
  return loaded;
}

/// The eight signed bytes at an address.
inline Words widened(const std::int8_t* at) {
  using Longs = std::uint64_t __attribute__((vector_size(16)));
  const auto bytes = Bytes(Longs{load<std::uint64_t>(at), 0});
  return Words(__builtin_shufflevector(bytes, bytes, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7)) >> 8;
}

/// The place of the first byte of a mask where it holds; 16 where it holds nowhere.
inline std::size_t first(Bytes mask) {
#if defined(__SSE2__)
  const auto bits = static_cast<std::uint32_t>(_mm_movemask_epi8(__m128i(mask)));
  return static_cast<std::size_t>(std::countr_zero(bits | 1U << 16U));
#else
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof halves);
  if (halves[0] != 0) return static_cast<std::size_t>(std::countr_zero(halves[0])) / 8;
  return 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8;
#endif
}

/// The same of a mask of eight numbers; 8 where it holds nowhere.
inline std::size_t first(Words mask) { return first(Bytes(mask)) / 2; }

}  // namespace annal::simd
