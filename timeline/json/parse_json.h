// JSON that a person or a program hands over instead of an article.
#pragma once

#include <string_view>

#include <rapidjson/document.h>

#include "core/result.h"

namespace annal {

/// Whether `bytes` are meant as JSON: by the ending of `name` (.json, .jsonl), or because they begin as an object with
/// a member or as a list of objects does, or are a whole list. Text in brackets is none: "[Update] The mill ...".
bool is_json(std::string_view bytes, std::string_view name);

/// Parses one JSON value.
///
///   name     what messages call the input
///   errors   syntax: no JSON, with line and column; several values (JSON lines); out_of_range: more than 256 MiB
Result<rapidjson::Document> parse_json(std::string_view bytes, std::string_view name);

}  // namespace annal
