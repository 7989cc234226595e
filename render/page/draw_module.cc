#include "render/page/draw_module.h"

#include <cstddef>

#include "render/encode/base64.h"

// The assembler takes the file in as it is.
asm(".section .rodata\n"
    "annal_draw_module: .incbin \"" ANNAL_DRAW_MODULE
    "\"\n"
    "annal_draw_module_end: .byte 0\n"
    ".globl annal_draw_module, annal_draw_module_end\n"
    ".hidden annal_draw_module, annal_draw_module_end\n"
    ".previous\n");

extern "C" {
extern const unsigned char annal_draw_module[] __attribute__((visibility("hidden")));
extern const unsigned char annal_draw_module_end[] __attribute__((visibility("hidden")));
}

namespace annal::page {

void write_draw_module(const TextSink& sink) {
  sink("<script type=\"text/plain\" id=\"annal-draw\">");
  sink(base64({reinterpret_cast<const char*>(annal_draw_module),
               static_cast<std::size_t>(annal_draw_module_end - annal_draw_module)}));
  sink("</script>\n");
}

}  // namespace annal::page
