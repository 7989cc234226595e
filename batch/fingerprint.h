// Which bytes an input holds, in a few: so that a folder can tell whether it was made of the same.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "batch/source.h"
#include "core/result.h"

namespace annal {

/// XXH64 with seed 0, over bytes that come in pieces. It tells different inputs apart; it keeps no secret and stops no
/// one who means to deceive. Source: the specification of xxHash 0.1.1.
class Hash64 {
 public:
  void add(std::string_view bytes);
  /// Of all bytes so far.
  std::uint64_t value() const;

 private:
  std::array<std::uint64_t, 4> lanes_{0x60EA27EEADC0B5D6, 0xC2B2AE3D27D4EB4F, 0, 0x61C8864E7A143579};
  std::array<char, 32> rest_{};  ///< less than a stripe
  std::uint64_t size_ = 0;
};

/// 16 digits.
std::string hexadecimal(std::uint64_t value);

/// The hash of a regular file from its origin on, as its bytes lie; nullopt where it was stopped. Errors: unreadable,
/// also where the file changes meanwhile.
Result<std::optional<std::uint64_t>> hash_of(const Input& input, const Stop* stop);

}  // namespace annal
