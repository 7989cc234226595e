// Checks UTF-8 (RFC 3629) and converts offsets. All functions accept any bytes; none throws or allocates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annal {

/// Returns the offset of the first byte that is not part of a well-formed sequence, or nullopt if all of `bytes` is
/// UTF-8. Overlong forms, surrogates, code points beyond U+10FFFF and truncated sequences are not well formed. Linear;
/// ASCII at memory speed.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// A position as users count: line and column from 1, columns in code points. \n, \r\n and a lone \r end a line.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Returns the position of byte `offset`, which is at most the size of `bytes`. The bytes before it should be UTF-8.
Place place_of(std::string_view bytes, std::size_t offset);

/// Returns how many bytes the code point with the first byte `lead` has in valid UTF-8: 1 to 4.
constexpr std::size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Whether `byte` is a continuation byte.
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Returns the number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

}  // namespace annal
