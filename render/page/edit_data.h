// What a page needs to change its timeline and to save the changes as an edits file (timeline/edits/edits.h): the name
// of the file and its text so far, and the names and patterns of dates in the language that the article is in.
#pragma once

#include <string_view>

#include "render/encode/json_layout.h"
#include "timeline/timeline.h"

namespace annal::page {

/// {"file": "article.edits.toml", "text": ..., "language": "en", "labels": {"since": "since {0}", ...},
/// "quotes": [{"words": ..., "occurrence": 2, "head": ..., "sentence": ...}, ...]}, a quote for each of the first 500
/// events. `edits` is the text of the file that the timeline was made with, or empty.
void write_edit_data(const TextSink& sink, const Timeline& timeline, std::string_view edits);

}  // namespace annal::page
