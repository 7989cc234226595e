// Answers one line of a batch: one JSON object in, one out, even if the line is bad.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "batch/lines.h"
#include "core/lang/language.h"

namespace annal {

/// What a line of the output holds.
enum class BatchFormat : std::uint8_t {
  json,
  timeml,
  proofs,  ///< JSON with all that the order rests on
};

/// "json".
std::string_view name(BatchFormat format);
/// The format of that name; nullopt for another name.
std::optional<BatchFormat> batch_format(std::string_view name);

struct LineResult {
  std::string line;  ///< with its line break
  bool bad = false;  ///< `line` is an error message in JSON
};

/// Returns the timeline of the document in `line`, or {"id"?, "file"?, "line", "error"}.
///
///   language  for lines that state none; null: detect it from the text
///   file      the input that the line is from, for error messages; empty if there is only one
///   number    returns its line number; called only if the line is bad
LineResult process_line(const Lines::Line& line, BatchFormat format, const Language* language, const std::string& file,
                        const std::function<std::uint64_t()>& number);

}  // namespace annal
