// A theme as a user names it: one of ours, or a .css file.
#pragma once

#include <string>

#include "core/result.h"

namespace annal {

/// Whether `theme` is "light", "dark" or the name of a .css file. Errors: usage, with the nearest name.
Result<void> validate_theme(const std::string& theme);

/// What Presentation::theme holds for `theme`: "light", "dark", or the properties that the .css file of that name
/// states. Errors: as validate_theme, read_file and parse_theme.
Result<std::string> read_theme(const std::string& theme);

}  // namespace annal
