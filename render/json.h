// The JSON timeline, version 1: the form that holds everything and that other programs read. Its schema is
// data/schema/timeline.json. Offsets are Unicode code points; what is not known is absent; keys stand in one fixed
// order, so the same timeline is the same bytes.
#pragma once

#include <string>

#include "render/encode/json_layout.h"
#include "timeline/timeline.h"

namespace annal {

/// Hands the JSON of `timeline` to `sink`, without a line break after it, in pieces of about 64 KiB: the JSON of a long
/// text need not be held in memory.
void write_json(const TextSink& sink, const Timeline& timeline, JsonLayout layout = JsonLayout::line);

/// Appends the JSON of `timeline`, without a line break after it.
void append_json(std::string& out, const Timeline& timeline, JsonLayout layout = JsonLayout::line);

/// The JSON of `timeline`, without a line break after it.
std::string to_json(const Timeline& timeline, JsonLayout layout = JsonLayout::line);

/// The time expressions alone, under the schema name "annal-dates/1": the fields `document`, `timexes` and `warnings`
/// of a timeline, as they are there.
std::string to_dates_json(const Analysis& analysis, JsonLayout layout = JsonLayout::line);

}  // namespace annal
