// Takes a file into the program as it is, by the assembler: nothing is read at start, and nothing is compiled.
#pragma once

// clang-format off
#if defined(__wasm__)
#define ANNAL_EMBED_SECTION(symbol) ".section .rodata." #symbol ",\"\",@\n" \
                                    ".type " #symbol ",@object\n" ".type " #symbol "_end,@object\n"
#define ANNAL_EMBED_END(symbol) ".size " #symbol "_end, 1\n" ".size " #symbol ", " #symbol "_end - " #symbol "\n"
#else
#define ANNAL_EMBED_SECTION(symbol) ".section .rodata\n"
#define ANNAL_EMBED_END(symbol) ".previous\n"
#endif

/// At file scope: the bytes of the file `path`, a literal, aligned to 64 bytes, as the array `symbol`, and behind them
/// the byte `symbol_end`. CMake has to be told that the object depends on the file.
#define ANNAL_EMBED(symbol, path)                                                  \
  asm(ANNAL_EMBED_SECTION(symbol) ".balign 64\n"                                   \
      ".globl " #symbol ", " #symbol "_end\n"                                      \
      ".hidden " #symbol ", " #symbol "_end\n" #symbol ":\n"                       \
      ".incbin \"" path "\"\n" #symbol "_end: .byte 0\n" ANNAL_EMBED_END(symbol)); \
  extern "C" {                                                                     \
  extern const unsigned char symbol[] __attribute__((visibility("hidden")));       \
  extern const unsigned char symbol##_end[] __attribute__((visibility("hidden"))); \
  }
// clang-format on
