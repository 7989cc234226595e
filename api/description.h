// The requests and their answers, described for programs.
#pragma once

#include <string_view>

namespace annal::api {

/// OpenAPI 3.1: data/schema/api.json, byte for byte.
std::string_view openapi();

}  // namespace annal::api
