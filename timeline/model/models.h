// The trained models, which lie in the program itself: nothing is read or prepared at start.
#pragma once

#include <string_view>

#include "timeline/model/event_model.h"

namespace annal {

/// Whether the models have learned from texts of the language: a BCP 47 tag.
bool models_know(std::string_view language_tag);

SenseTable sense_table();    ///< data/models/senses.bin
EventTables event_tables();  ///< data/models/events.bin

}  // namespace annal
