// Which bytes an input holds, in a few: so that a folder can tell whether it was made of the same.
#pragma once

#include <cstdint>
#include <optional>

#include "batch/source.h"
#include "core/result.h"

namespace annal {

/// The hash of a regular file from its origin on, as its bytes lie; nullopt where it was stopped. Errors: unreadable,
/// also where the file changes meanwhile.
Result<std::optional<std::uint64_t>> hash_of(const Input& input, const Stop* stop);

}  // namespace annal
