// Every form that a timeline is written in, with what can be checked of each without another program.
#pragma once

#include <rapidjson/document.h>

#include <string>

#include "core/unicode/utf8.h"
#include "render/export/export.h"
#include "render/export/timeml.h"
#include "render/graph/graph.h"
#include "render/json.h"
#include "render/page/page.h"
#include "render/svg/svg.h"
#include "render/text/text.h"
#include "tests/fuzz/fuzz.h"
#include "timeline/timeml/timeml.h"

namespace annal::fuzz {

inline void must_be_json(const std::string& bytes, const char* what) {
  rapidjson::Document json;
  law(!json.Parse<rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size()).HasParseError(), what);
}

/// Writes `timeline` in all forms; each is UTF-8, and what is JSON or TimeML can be read back.
inline void write_all(const Timeline& timeline) {
  must_be_json(to_json(timeline, JsonLayout::indented), "the timeline is JSON");
  must_be_json(to_timelinejs(timeline, {.all = true}), "TimelineJS is JSON");
  must_be_json(to_vis(timeline, {.all = true}), "vis is JSON");
  must_be_json(to_jsonld(timeline, {.all = true}), "JSON-LD is JSON");
  law(read_timeml(to_timeml(timeline), "written").has_value(), "TimeML can be read back");
  TextOptions text;
  for (const std::string& form :
       {to_svg(timeline, {}), to_html(timeline, {}), to_text(timeline, text), to_markwhen(timeline, {.all = true}),
        to_mermaid(timeline, {.all = true}), to_mermaid_gantt(timeline, {.all = true}),
        to_icalendar(timeline, {.all = true}), to_csv(timeline, {.all = true}), to_graphml(timeline, {.all = true})})
    law(!find_invalid_utf8(form), "every form is UTF-8");
  if (const auto dot = to_dot(timeline, {})) law(!find_invalid_utf8(*dot), "DOT is UTF-8");
}

}  // namespace annal::fuzz
