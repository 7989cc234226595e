// The layout of JSON and the sink for its text.
#pragma once

#include <functional>
#include <string_view>

namespace annal {

enum class JsonLayout {
  line,      ///< one line, for streams of documents
  indented,  ///< two blanks a level, for readers
};

/// Takes the next piece of a text; pieces are of any size.
using TextSink = std::function<void(std::string_view)>;

}  // namespace annal
