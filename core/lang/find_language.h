// Finds a language by the tag that a user gives.
#pragma once

#include <string>

#include "core/lang/language.h"
#include "core/result.h"

namespace annal {

/// Returns the language with this tag, or null for "auto". Errors: usage, with a list of the available languages.
Result<const Language*> find_language(const std::string& tag);

}  // namespace annal
