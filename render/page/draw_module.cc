#include "render/page/draw_module.h"

#include <cstdint>
#include <string>
#include <string_view>

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
namespace {

std::string base64(const unsigned char* at, const unsigned char* end) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve(static_cast<std::size_t>(end - at + 2) / 3 * 4);
  for (; at < end; at += 3) {
    const auto byte = [&](std::ptrdiff_t i) { return end - at > i ? std::uint32_t{at[i]} : 0; };
    const std::uint32_t three = byte(0) << 16 | byte(1) << 8 | byte(2);
    for (int shift = 18; shift >= 0; shift -= 6) out += alphabet[three >> shift & 63];
    for (std::ptrdiff_t missing = 3 - (end - at); missing > 0; --missing)
      out[out.size() - static_cast<std::size_t>(missing)] = '=';
  }
  return out;
}

}  // namespace

void write_draw_module(const TextSink& sink) {
  sink("<script type=\"text/plain\" id=\"annal-draw\">");
  sink(base64(annal_draw_module, annal_draw_module_end));
  sink("</script>\n");
}

}  // namespace annal::page
