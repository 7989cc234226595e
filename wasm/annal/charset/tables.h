// What the bytes of a character set mean, as make_tables.cc found it out. A value is a code point below 0x10000; 0 for
// none; one of the surrogates, from 0xD800 on, is a place in `texts`, which holds what is no such code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace annal::charset {

/// Two bytes: the values of a first byte lie together, by the second byte, in a table of the part "charsets" (16 bits
/// each, the lower byte first).
struct Rows {
  std::uint8_t first = 0;  ///< the least first byte; 0 where there are none
  std::uint8_t table = 0;
};

/// Four bytes, of 126, 10, 126 and 10 values each: code points that follow each other, from the sequence `begin` on.
struct Run {
  std::uint32_t begin;
  std::uint32_t code_point;  ///< 0 for none
};

struct Table {
  std::string_view name;                  ///< in data/html/charsets.txt
  std::span<const std::uint16_t> single;  ///< by the byte, from 0x80 on
  Rows pairs{};
  Rows behind_8f{};  ///< the second and third byte of three
  std::span<const Run> quads{};
};

inline constexpr std::size_t trails_begin = 0x40, trails = 0x100 - trails_begin;  ///< of a row
inline constexpr std::uint16_t texts_begin = 0xD800, texts_end = 0xE000;
inline constexpr std::uint32_t quad_count = 126 * 10 * 126 * 10;

extern const std::span<const Table> tables;
extern const std::span<const std::string_view> texts;

}  // namespace annal::charset
