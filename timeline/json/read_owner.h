// What the owner of a timeline states in it: the fields that an edit sets.
#pragma once

#include "timeline/json/json_reader.h"
#include "timeline/timeline.h"

namespace annal {

/// The fields `visibility`, `colour`, `note`, `link`, `image` and `edited` of an event. Addresses and colours that
/// would end as something else in a page are faults.
void read_owner(JsonReader& in, const JsonReader::Value& value, Event& event);

/// The field `presentation` of a timeline.
Presentation read_presentation(JsonReader& in, const JsonReader::Value& timeline);

}  // namespace annal
