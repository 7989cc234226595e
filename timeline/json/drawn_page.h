// A page that annal drew, handed over instead of an article: the timeline stands in it as JSON (render/page).
#pragma once

#include <string_view>

#include <rapidjson/document.h>

#include "core/result.h"

namespace annal {

/// Whether `bytes` are such a page.
bool is_drawn_page(std::string_view bytes);

/// The timeline of the page. Errors: syntax: its JSON is damaged; usage: it is of several documents, whose texts stand
/// elsewhere in the page.
Result<rapidjson::Document> parse_drawn_page(std::string_view bytes, std::string_view name);

}  // namespace annal
