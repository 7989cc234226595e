// Writes the JSON timeline, version 1, which holds everything and is meant for other programs. Its schema is
// data/schema/timeline.json. Offsets are Unicode code points, unknown values are absent, and keys have a fixed order,
// so the same timeline is the same bytes.
#pragma once

#include <string>

#include "render/encode/json_layout.h"
#include "timeline/timeline.h"

namespace annal {

/// Writes the JSON of `timeline` to `sink`, without a final line break, in pieces of about 64 KiB. So the JSON of a
/// long text is never in memory as a whole.
void write_json(const TextSink& sink, const Timeline& timeline, JsonLayout layout = JsonLayout::line);

/// Appends the JSON of `timeline`, without a final line break.
void append_json(std::string& out, const Timeline& timeline, JsonLayout layout = JsonLayout::line);

/// Returns the JSON of `timeline`, without a final line break.
std::string to_json(const Timeline& timeline, JsonLayout layout = JsonLayout::line);

/// The time expressions alone, under the schema name "annal-dates/1": the fields `document`, `timexes` and `warnings`
/// of a timeline, as they are there.
std::string to_dates_json(const Analysis& analysis, JsonLayout layout = JsonLayout::line);

}  // namespace annal
