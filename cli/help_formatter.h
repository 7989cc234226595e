// How the help of the program and of its commands is laid out.
#pragma once

#include <memory>

namespace CLI {
class FormatterBase;
}

namespace annal {

/// What each exit code says, a line each, for the help and the manual page.
extern const char* const exit_codes;

/// Lays out the help of a command: examples first, then usage and options.
std::shared_ptr<CLI::FormatterBase> help_formatter();

}  // namespace annal
