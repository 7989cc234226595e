// What the module leaves to the program: pictures as pixels and paper, graphs that Graphviz draws. And what
// Debian's libraries for wasm32-wasi and Boost ask for where there are no exceptions and no threads.
#include <boost/throw_exception.hpp>

#include <cstdint>

#include "render/graph/graph.h"
#include "render/svg/image.h"

namespace annal {
namespace {

Result<std::string> refused(const char* what) {
  return fail(Code::unreadable, std::string("annal as WebAssembly ") + what + "; the program annal does");
}

}  // namespace

Result<std::string> to_png(const std::string&) { return refused("writes no PNG"); }
Result<std::string> to_pdf(const std::string&) { return refused("writes no PDF"); }
Result<std::string> to_pdf(const std::string&, const std::vector<double>&) { return refused("writes no PDF"); }
Result<std::string> to_dot(const Timeline&, const RenderOptions&) { return refused("writes no DOT"); }
Result<std::string> to_graph_svg(const Timeline&, const RenderOptions&) { return refused("draws no graph"); }

}  // namespace annal

namespace boost {
void throw_exception(const std::exception&) { __builtin_trap(); }
void throw_exception(const std::exception&, const boost::source_location&) { __builtin_trap(); }
}  // namespace boost

extern "C" {
std::uintptr_t __stack_chk_guard = 0x4d1e5a7bu;
[[noreturn]] void __stack_chk_fail() { __builtin_trap(); }
int __cxa_thread_atexit(void (*)(void*), void*, void*) { return 0; }
int getpid() { return 1; }
/// Expat asks for debugging; the library's own would end the module, which has no environment.
char* getenv(const char*) { return nullptr; }
}
