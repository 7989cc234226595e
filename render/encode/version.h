// The name and version of the program in its outputs.
#pragma once

#include <string_view>

namespace annal {

/// "0.1.0": the version that CMakeLists.txt states.
std::string_view version();

/// "annal 0.1.0": the `generator` of a JSON timeline.
std::string_view generator();

/// "Release build by GNU 12.2.0 for Linux x86_64": for reports of faults; in no output but --version.
std::string_view build();

/// The JSON Schema (2020-12) of what to_json writes: data/schema/timeline.json, byte for byte.
std::string_view timeline_schema();

}  // namespace annal
