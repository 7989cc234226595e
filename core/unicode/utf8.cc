// Most bytes of most texts are ASCII: eight are looked at in one step, and a byte with its high bit set goes
// to the table of RFC 3629, section 4, which says what may follow each lead byte.
#include "core/unicode/utf8.h"

#include <cstring>

namespace annal {

namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080;
constexpr std::uint64_t low_bits = 0x0101010101010101;

std::uint64_t load(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// The length of the well-formed sequence of two bytes or more at `at`, or 0.
std::size_t sequence_length(const unsigned char* at, std::size_t left) {
  const unsigned char lead = at[0];
  const auto goes_on = [&](std::size_t i) { return (at[i] & 0xC0) == 0x80; };
  if (lead < 0xC2) return 0;  // a continuation byte alone, or an overlong form of ASCII
  if (lead < 0xE0) return left >= 2 && goes_on(1) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !goes_on(1) || !goes_on(2)) return 0;
    if (lead == 0xE0 && at[1] < 0xA0) return 0;   // overlong
    if (lead == 0xED && at[1] >= 0xA0) return 0;  // a surrogate
    return 3;
  }
  if (lead > 0xF4 || left < 4 || !goes_on(1) || !goes_on(2) || !goes_on(3)) return 0;
  if (lead == 0xF0 && at[1] < 0x90) return 0;   // overlong
  if (lead == 0xF4 && at[1] >= 0x90) return 0;  // past U+10FFFF
  return 4;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  const char* const data = bytes.data();
  std::size_t at = 0;
  while (at < bytes.size()) {
    while (at + 16 <= bytes.size() && ((load(data + at) | load(data + at + 8)) & high_bits) == 0) at += 16;
    if (at == bytes.size()) break;
    if (static_cast<unsigned char>(data[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = sequence_length(reinterpret_cast<const unsigned char*>(data + at), bytes.size() - at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

Place place_of(std::string_view bytes, std::size_t offset) {
  Place place;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool line_end = bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.size() || bytes[i + 1] != '\n'));
    if (line_end) {
      ++place.line;
      place.column = 1;
    } else if (!is_continuation(bytes[i])) {
      ++place.column;
    }
  }
  return place;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t continuations = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t word = load(text.data() + at);
    if ((word & high_bits) == 0) continue;
    const std::uint64_t marked = (word >> 7) & ~(word >> 6) & low_bits;  // 1 for each byte 10xxxxxx
    continuations += (marked * low_bits) >> 56;                          // their sum
  }
  for (; at < text.size(); ++at) continuations += is_continuation(text[at]) ? 1 : 0;
  return text.size() - continuations;
}

}  // namespace annal
