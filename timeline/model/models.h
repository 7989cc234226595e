// The trained models, which lie in the program itself: nothing is read or prepared at start.
#pragma once

#include "timeline/model/event_model.h"

namespace annal {

SenseTable sense_table();      ///< data/models/senses.bin
TaggerTables tagger_tables();  ///< data/models/tagger.bin
EventTables event_tables();    ///< data/models/events.bin

}  // namespace annal
