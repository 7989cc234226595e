// The file that holds the token of annal serve --api, for programs that start without a person.
#pragma once

#include <string>

#include "core/result.h"

namespace annal {

/// The token that `file` holds; where there is no such file, a new one, which is written to it for its owner alone.
///
///   errors   unreadable: the file cannot be read or made, or others may read it; usage: it holds no token
Result<std::string> token_of(const std::string& file);

}  // namespace annal
