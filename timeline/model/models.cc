#include "timeline/model/models.h"

#include <bit>

#include "core/embed.h"

static_assert(std::endian::native == std::endian::little, "the model files are little endian");

ANNAL_EMBED(annal_model_senses, ANNAL_MODELS "/senses.bin")
ANNAL_EMBED(annal_model_events, ANNAL_MODELS "/events.bin")

namespace annal {

bool models_know(std::string_view language_tag) { return language_tag == "en"; }

SenseTable sense_table() { return SenseTable(reinterpret_cast<const SenseTable::Entry*>(annal_model_senses)); }
EventTables event_tables() { return EventTables(annal_model_events); }

}  // namespace annal
