// A line of a batch to its answer: one JSON object in, one out, whatever is wrong with it.
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
  bool bad = false;  ///< it says why the line could not be read
};

/// The timeline of the document in `line`, or {"id"?, "file"?, "line", "error"}.
///
///   format    json or timeml
///   language  of lines that state none; null: that of their text
///   file      which input the line is from, for the reader of an error; empty: there is only one
///   number    its number there; asked for only where the line is bad
LineResult process_line(const Lines::Line& line, Format format, const Language* language, const std::string& file,
                        const std::function<std::uint64_t()>& number);

}  // namespace annal
