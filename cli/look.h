// How the picture or the text is to look, as the user says it: --layout, --width, --around, --ascii.
#pragma once

#include <optional>
#include <string>

#include "cli/arguments.h"
#include "core/result.h"

namespace annal {

struct LookWords {
  std::optional<std::string> layout, width, around;
  bool ascii = false;
};

/// The layouts there are, `between` them.
std::string layout_names(const char* between);

/// Fills `arguments`, whose format is known. Errors, all of them usage: a layout or a width that is none; one of these
/// for a format that it does nothing to.
Result<void> check_look(const LookWords& words, Arguments& arguments);

}  // namespace annal
