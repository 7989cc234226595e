// An event of the JSON timeline, and whether the order of all of them holds together.
#pragma once

#include <vector>

#include "core/text/sentence.h"
#include "timeline/json/json_reader.h"
#include "timeline/timeline.h"

namespace annal {

/// Reads an event; `version` is that of the schema. References are to lists whose ids the reader has taken.
void read_event(JsonReader& in, const JsonReader::Value& value, int version, const std::vector<Sentence>& sentences,
                Event& event);

/// Notes as a fault what contradicts itself in `position`, `rank` and `precedes` of the events.
void check_order(JsonReader& in, const JsonReader::Value& timeline, const std::vector<Event>& events);

}  // namespace annal
