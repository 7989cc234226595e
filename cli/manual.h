// The manual page and what shells complete, written from the one definition of the options.
#pragma once

#include <string>
#include <string_view>

namespace annal {

struct CommandLine;

/// annal(1) in the man macros.
std::string manual_page(const CommandLine& line);

/// The completion script for `shell`, one of `shells`.
std::string completion(const CommandLine& line, std::string_view shell);

}  // namespace annal
