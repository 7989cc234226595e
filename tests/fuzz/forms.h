// Every form that a timeline is written in, with what can be checked of each without another program.
#pragma once

#include <rapidjson/document.h>

#include <set>
#include <string>
#include <string_view>

#include "core/unicode/utf8.h"
#include "render/export/timeml.h"
#include "render/formats.h"
#include "tests/fuzz/fuzz.h"
#include "timeline/selection.h"
#include "timeline/timeml/timeml.h"

namespace annal::fuzz {

inline void must_be_json(const std::string& bytes, const char* what) {
  rapidjson::Document json;
  law(!json.Parse<rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size()).HasParseError(), what);
}

/// Renders `timeline` in all formats that annal writes itself; each is UTF-8, and JSON and TimeML can be read back.
inline void write_all(Timeline timeline) {
  select_events(timeline, {.all = true});
  const std::set<std::string_view> json{"json", "timelinejs", "vis", "jsonld"};
  for (const Format& format : formats()) {
    if (!format.build) continue;                                                               // of another command
    if (format.name == "png" || format.name == "pdf" || format.name == "graph-svg") continue;  // by other libraries
    std::string out;
    const auto rendered = format.build([&](std::string_view piece) { out += piece; }, timeline, {});
    law(rendered || format.name == "dot", "every format can be rendered");
    law(!find_invalid_utf8(out), "every format is UTF-8");
    if (json.contains(format.name)) must_be_json(out, "JSON formats are JSON");
  }
  law(read_timeml(to_timeml(timeline), "written").has_value(), "TimeML can be read back");
}

}  // namespace annal::fuzz
