// The module of kernel_relaxed.cc, within this one: where the host can compile it, JavaScript makes an instance of it
// on this memory and puts its function into the table of this module (web/module/kernel.ts).
#include <cstddef>
#include <cstdint>

#include "core/embed.h"
#include "core/syntax/kernel.h"

ANNAL_EMBED(annal_kernel_module, ANNAL_KERNEL_MODULE)

#define ANNAL_EXPORT(name) extern "C" __attribute__((export_name(#name)))

ANNAL_EXPORT(annal_kernel) const unsigned char* annal_kernel() { return annal_kernel_module; }
ANNAL_EXPORT(annal_kernel_size) std::size_t annal_kernel_size() {
  return static_cast<std::size_t>(annal_kernel_module_end - annal_kernel_module);
}

/// Uses the function at `place` of the table from now on.
ANNAL_EXPORT(annal_use_kernel) void annal_use_kernel(std::uintptr_t place) {
  annal::syntax::use_apply_narrow(reinterpret_cast<decltype(annal::syntax::Kernels::apply_narrow)>(place));
}
