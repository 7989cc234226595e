// What the owner of a timeline states in it: the fields that an edit sets.
#pragma once

#include "timeline/json/json_reader.h"
#include "timeline/timeline.h"

namespace annal {

/// The fields `visibility`, `colour`, `note`, `link`, `image` and `edited` of an event. Addresses and colours that
/// would end as something else in a page are faults.
void read_owner(JsonReader& in, const JsonReader::Value& value, Event& event);

/// A colour or an address; anything else is a fault.
std::string read_colour(JsonReader& in, const JsonReader::Value& object, const char* key);
std::string read_link(JsonReader& in, const JsonReader::Value& object, const char* key);
std::string read_image(JsonReader& in, const JsonReader::Value& object, const char* key);

/// The field `presentation` of a timeline.
Presentation read_presentation(JsonReader& in, const JsonReader::Value& timeline);

/// The fields of one, but for its title.
Presentation read_presentation_fields(JsonReader& in, const JsonReader::Value& object);

}  // namespace annal
