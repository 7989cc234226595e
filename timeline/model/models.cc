#include "timeline/model/models.h"

#include <bit>

static_assert(std::endian::native == std::endian::little, "the model files are little endian");

// The assembler takes the files in as they are.
asm(".section .rodata\n"
    ".balign 64\n"
    "annal_model_senses: .incbin \"" ANNAL_MODELS
    "/senses.bin\"\n"
    ".balign 64\n"
    "annal_model_events: .incbin \"" ANNAL_MODELS
    "/events.bin\"\n"
    ".globl annal_model_senses, annal_model_events\n"
    ".hidden annal_model_senses, annal_model_events\n"
    ".previous\n");

extern "C" {
extern const unsigned char annal_model_senses[] __attribute__((visibility("hidden")));
extern const unsigned char annal_model_events[] __attribute__((visibility("hidden")));
}

namespace annal {

bool models_know(std::string_view language_tag) { return language_tag == "en"; }

SenseTable sense_table() { return SenseTable(reinterpret_cast<const SenseTable::Entry*>(annal_model_senses)); }
EventTables event_tables() { return EventTables(annal_model_events); }

}  // namespace annal
