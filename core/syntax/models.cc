// The models of all languages, data/models/syntax/<tag>.bin, which lie in the program itself: nothing is read at start.
// CMake lists them, as ANNAL_SYNTAX_MODEL(name, "tag"), in syntax_models.inc.
#include <string_view>

#include "core/syntax/model.h"

// The assembler takes the files in as they are.
#define ANNAL_SYNTAX_MODEL(name, tag)                                                     \
  asm(".section .rodata\n"                                                                \
      ".balign 64\n"                                                                      \
      "annal_syntax_" #name ": .incbin \"" ANNAL_MODELS "/syntax/" tag                    \
      ".bin\"\n"                                                                          \
      ".globl annal_syntax_" #name                                                        \
      "\n"                                                                                \
      ".hidden annal_syntax_" #name                                                       \
      "\n"                                                                                \
      ".previous\n");                                                                     \
  extern "C" {                                                                            \
  extern const unsigned char annal_syntax_##name[] __attribute__((visibility("hidden"))); \
  }
#include "core/syntax/syntax_models.inc"
#undef ANNAL_SYNTAX_MODEL

namespace annal::syntax {

const Model* model_of([[maybe_unused]] std::string_view language_tag) {
#define ANNAL_SYNTAX_MODEL(name, tag)              \
  if (language_tag == tag) {                       \
    static const Model model(annal_syntax_##name); \
    return &model;                                 \
  }
#include "core/syntax/syntax_models.inc"
#undef ANNAL_SYNTAX_MODEL
  return nullptr;
}

}  // namespace annal::syntax
