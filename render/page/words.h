// The words of the page's script in the language of its reader.
#pragma once

#include <string_view>

#include "core/lang/labels.h"
#include "render/encode/json_layout.h"
#include "timeline/timeline.h"

namespace annal::page {

/// The words of the language `tag` as a JSON object: web/dist/words, byte for byte. Those of English where there are
/// none.
std::string_view words_json(std::string_view tag);

/// Hands {"language", "texts", "written"?, "times", "documents"?, "sources"?} to `sink`: the words of the page's
/// language, the day of writing spelled out, and each time expression, by its id, as a date in words. Of a timeline of
/// several documents {"name", "written"?} of each, and "3 sources" by their number.
void write_words(const TextSink& sink, const Timeline& timeline, const Labels& labels);

}  // namespace annal::page
