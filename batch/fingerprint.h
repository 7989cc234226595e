// Hashes the bytes of an input, so that a folder can detect whether it was made from the same input.
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
