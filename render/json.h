// Writes the JSON timeline, version 2, which holds everything and is meant for other programs. Its schema is
// data/schema/timeline.json, its reader timeline/json/read_timeline.h. Offsets are Unicode code points, unknown values
// are absent, and keys have a fixed order, so the same timeline is the same bytes.
#pragma once

#include <cstdint>
#include <string>

#include "render/encode/json_layout.h"
#include "timeline/timeline.h"

namespace annal {

/// Whether the list `evidence` is written: all that the order rests on, which proofs and graphs need and pictures do
/// not. It is a third of the whole.
enum class JsonEvidence : std::uint8_t { left_out, written };

/// Whether the texts of several documents are written: a page that shows them holds them already. One that is shown
/// with other characters (fits_xml_text) is written in any case.
enum class JsonTexts : std::uint8_t { left_out, written };

/// Writes the JSON of `timeline` to `sink`, without a final line break, in pieces of about 64 KiB. So the JSON of a
/// long text is never in memory as a whole.
void write_json(const TextSink& sink, const Timeline& timeline, JsonLayout layout = JsonLayout::line,
                JsonEvidence evidence = JsonEvidence::left_out, JsonTexts texts = JsonTexts::written);

/// Returns the JSON of `timeline`, without a final line break.
std::string to_json(const Timeline& timeline, JsonLayout layout = JsonLayout::line,
                    JsonEvidence evidence = JsonEvidence::left_out);

/// The time expressions alone, under the schema name "annal-dates/2": the fields `documents`, `timexes` and `warnings`
/// of a timeline, as they are there.
std::string to_dates_json(const Analysis& analysis, JsonLayout layout = JsonLayout::line);

}  // namespace annal
