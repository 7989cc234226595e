#include "timeline/tlink/tlink_model.h"

// The assembler takes the file in as it is.
asm(".section .rodata\n"
    ".balign 64\n"
    "annal_model_links: .incbin \"" ANNAL_MODELS
    "/links.bin\"\n"
    ".globl annal_model_links\n"
    ".hidden annal_model_links\n"
    ".previous\n");

extern "C" {
extern const unsigned char annal_model_links[] __attribute__((visibility("hidden")));
}

namespace annal {

TLinkTables tlink_tables() { return TLinkTables(annal_model_links); }

}  // namespace annal
