// UTF-8 (RFC 3629): is it well formed, and where not. Total functions over any bytes; nothing throws or allocates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annal {

/// The offset of the first byte that no well-formed sequence holds (overlong forms, surrogates, code points past
/// U+10FFFF and sequences cut short are not well formed), or nullopt where all of `bytes` is UTF-8. Linear; ASCII at
/// memory speed.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// A place for a reader: line and column from 1, the column in code points. \n, \r\n and a lone \r end a line.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// The place of byte `offset`, at most the size of `bytes`; what stands before it should be UTF-8.
Place place_of(std::string_view bytes, std::size_t offset);

/// The bytes of the code point that `lead` begins in valid UTF-8: 1 to 4.
constexpr std::size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Whether `byte` goes on with a code point that an earlier byte began.
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

}  // namespace annal
