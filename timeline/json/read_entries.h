// Timelines in JSON that a person made, or another program: dates and titles.
//
//   [{"date": "14 Nov 2016", "title": "Putin calls Trump"}]
//   {"title": "Calls", "events": [{"date": "2016-11-14", "end": "2016-11-16", "title": "...", "lane": "Moscow"}]}
#pragma once

#include <string_view>

#include <rapidjson/document.h>

#include "core/result.h"
#include "timeline/entries/entries.h"

namespace annal {

/// Reads a list of entries, or an object with `events`; also the JSON of TimelineJS 3. Members that it does not know
/// are named in `warnings`.
///
///   name     what messages call the input
///   errors   syntax, with the place as a JSON pointer: no entries, with an example; an entry without a title; a member
///            of another kind; an unknown status; an address, a colour or a theme that is none
Result<Entries> read_entries(const rapidjson::Value& json, std::string_view name);

}  // namespace annal
