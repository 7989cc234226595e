// Standard error: one line for each thing that the reader should know, none of it data.
#pragma once

#include <string_view>

namespace annal {

/// Writes "annal: TEXT" and a line break. A standard error that is closed is no reason to stop.
void print_message(std::string_view text);

}  // namespace annal
