// What reading a JSON timeline may ask for beyond drawing it: evidence is not checked, since it is not drawn, and what
// completes version 1 is never reached, since draw.cc refuses that version. And what Debian's libraries for wasm32-wasi
// want: they are compiled with a stack protector.
#include <vector>

#include "core/text/blocks.h"
#include "timeline/event/when.h"
#include "timeline/network/network.h"
#include "timeline/selection.h"

namespace annal {

std::vector<std::uint32_t> rejected_claims(std::size_t, std::size_t, std::span<const Evidence>,
                                           std::span<const Evidence>) {
  return {};
}

void find_blocks(Document&, const Language&, std::span<const DateMention>) { __builtin_trap(); }
void say_when(Event&, const std::vector<Timex>&, TieKind, const Dct&) { __builtin_trap(); }
void select_events(Timeline&, const SelectionOptions&) { __builtin_trap(); }

}  // namespace annal

extern "C" {
std::uintptr_t __stack_chk_guard = 0x4d1e5a7bu;
[[noreturn]] void __stack_chk_fail() { __builtin_trap(); }
int __cxa_thread_atexit(void (*)(void*), void*, void*) { return 0; }
}
