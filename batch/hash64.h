// A hash that tells inputs apart, and its hexadecimal form.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

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

}  // namespace annal
