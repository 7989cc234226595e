// The tools as the protocol describes them, made of the description of the requests (api/description.h): so both say
// the same of a member, and none is described that is not read.
#pragma once

#include <rapidjson/document.h>

namespace annal::mcp {

/// {"tools": [...]}, each with its input and output as JSON Schema.
///
///   files   whether files may be named: "path"
rapidjson::Document tool_list(bool files);

}  // namespace annal::mcp
