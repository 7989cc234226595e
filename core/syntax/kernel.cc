#include "core/syntax/kernel.h"

#include <array>

#include "core/syntax/kernel_sets.h"

namespace annal::syntax {
namespace {

#if defined(__x86_64__)
constexpr std::size_t most_sets = 5;
#elif defined(__wasm_simd128__)
constexpr std::size_t most_sets = 2;
#else
constexpr std::size_t most_sets = 1;
#endif

struct Sets {
  std::array<Kernels, most_sets> all{portable_kernels};
  std::size_t count = 1;

  Sets() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    all[count++] = sse2_kernels;
    if (__builtin_cpu_supports("avx2")) all[count++] = avx2_kernels;
    if (__builtin_cpu_supports("avx512bw")) all[count++] = avx512_kernels;
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni")) {
      all[count] = avx512_kernels;
      all[count++].apply_narrow = apply_narrow_vnni;
    }
#elif defined(__wasm_simd128__)
    all[count++] = simd128_kernels;
#endif
  }
};

Sets& sets() {
  static Sets found;
  return found;
}

}  // namespace

const Kernels& kernels() { return sets().all[sets().count - 1]; }

std::span<const Kernels> all_kernels() { return {sets().all.data(), sets().count}; }

#if defined(__wasm_simd128__)
void use_apply_narrow(decltype(Kernels::apply_narrow) faster) { sets().all[sets().count - 1].apply_narrow = faster; }
#endif

}  // namespace annal::syntax
