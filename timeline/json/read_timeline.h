// Reads what annal wrote: a timeline in JSON, version 2 or 1 (data/schema/timeline.json), back to the Timeline that it
// was. Rendered again, it gives the same bytes.
//
// Sentences are found anew in the text. Version 1 has no words for dates but finished ones, no selection, no blocks of
// the text and no evidence outside contradictions: dates are told by their bounds, the first two are made anew, and
// proofs and the graph go without evidence. The same holds for evidence of a version 2 that was written without it.
#pragma once

#include <string_view>

#include <rapidjson/document.h>

#include "core/result.h"
#include "timeline/timeline.h"

namespace annal {

/// The schema that a JSON object names; empty where it names none, or where `json` is no object.
std::string_view schema_of(const rapidjson::Value& json);

/// Reads a timeline.
///
///   name     what messages call the input
///   errors   syntax, with the place as a JSON pointer: a version that is not known; more than one document; something
///            that the schema demands is missing or of another kind; a span outside the text; an id that names nothing
///            or stands twice; an order that contradicts itself; an address, a colour or a theme that is none; evidence
///            that contradicts itself and is not set aside
Result<Timeline> read_timeline(const rapidjson::Value& json, std::string_view name);

/// The same of its bytes. Errors: those of parse_json, too.
Result<Timeline> read_timeline(std::string_view bytes, std::string_view name);

}  // namespace annal
