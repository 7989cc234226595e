// The output formats: their names, the file endings that select them, and how a command chooses one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"

namespace annal {

enum class Format : std::uint8_t {
  svg,
  html,
  png,
  pdf,
  json,
  timeml,
  dot,
  graph_svg,
  text,
  timelinejs,
  vis,
  markwhen,
  mermaid,
  mermaid_gantt,
  icalendar,
  csv,
  graphml,
  jsonld
};

/// "graph-svg".
std::string_view name(Format format);

/// Which of `allowed` the user means.
///
///   stated   the argument of --format, or empty
///   output   the argument of -o, "-" for standard output: its ending tells where `stated` is empty
///   returns  the format; `allowed[0]` where nothing is stated and the output is standard output
///   errors   usage: not one of `allowed`, or an ending that tells nothing
Result<Format> choose_format(std::string_view stated, std::string_view output, std::span<const Format> allowed);

}  // namespace annal
