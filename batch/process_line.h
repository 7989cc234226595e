// Answers one line of a batch: one JSON object in, one out, even if the line is bad.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "batch/lines.h"
#include "core/lang/language.h"
#include "render/formats.h"

namespace annal {

struct LineResult {
  std::string line;  ///< with its line break
  bool bad = false;  ///< `line` is an error message in JSON
};

/// Returns the timeline of the document in `line`, or {"id"?, "file"?, "line", "error"}.
///
///   format    json or timeml
///   language  for lines that state none; null: detect it from the text
///   file      the input that the line is from, for error messages; empty if there is only one
///   number    returns its line number; called only if the line is bad
LineResult process_line(const Lines::Line& line, Format format, const Language* language, const std::string& file,
                        const std::function<std::uint64_t()>& number);

}  // namespace annal
