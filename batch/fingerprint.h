// Hashes the bytes of an input, so that a folder can detect whether it was made from the same input.
#pragma once

#include <cstdint>
#include <optional>

#include "batch/source.h"
#include "core/result.h"

namespace annal {

/// Returns the hash of a regular file's bytes from its origin, before decompression; nullopt if stopped. Errors:
/// unreadable, also if the file changes meanwhile.
Result<std::optional<std::uint64_t>> hash_of(const Input& input, const Stop* stop);

}  // namespace annal
