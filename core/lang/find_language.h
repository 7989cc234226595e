// A language by its tag, as a user states it.
#pragma once

#include <string>

#include "core/lang/language.h"
#include "core/result.h"

namespace annal {

/// The language called `tag`, null for "auto"; errors: usage, with the list of those there are.
Result<const Language*> find_language(const std::string& tag);

}  // namespace annal
