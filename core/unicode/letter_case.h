// Small and capital letters of the scripts that have both: Latin, Greek, Cyrillic, Armenian. Simple mappings of the
// Unicode Character Database, letter to letter; what maps to several letters, or only in one language, stays as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace annal {

/// The capital letter of `c`, or `c` where it has none.
constexpr char32_t upper_of(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 0x20 : c;
  if (c < 0x100) return c >= 0xE0 && c != 0xF7 && c != 0xFF ? c - 0x20 : c;
  if (c < 0x180) {
    if (c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F) return c;
    const bool small_is_odd = c < 0x138 || (c > 0x149 && c < 0x178);
    return (c % 2 == 1) == small_is_odd && c != 0x178 ? c - 1 : c;
  }
  if (c == 0x219 || c == 0x21B) return c - 1;
  if (c == 0x3AC) return 0x386;
  if (c >= 0x3AD && c <= 0x3AF) return c - 0x25;
  if (c >= 0x3B1 && c <= 0x3CB) return c == 0x3C2 ? c : c - 0x20;
  if (c == 0x3CC) return 0x38C;
  if (c == 0x3CD || c == 0x3CE) return c - 0x3F;
  if (c >= 0x430 && c <= 0x44F) return c - 0x20;
  if (c >= 0x450 && c <= 0x45F) return c - 0x50;
  if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F))
    return c % 2 == 1 ? c - 1 : c;
  if (c >= 0x4C1 && c <= 0x4CE) return c % 2 == 0 ? c - 1 : c;
  if (c >= 0x561 && c <= 0x586) return c - 0x30;
  return c;
}

/// The small letter of `c`, or `c` where it has none.
constexpr char32_t lower_of(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  // Each capital lies at one of these distances before its small letter.
  for (const char32_t distance : {char32_t{0x20}, char32_t{1}, char32_t{0x50}, char32_t{0x30}, char32_t{0x25},
                                  char32_t{0x26}, char32_t{0x3F}, char32_t{0x40}})
    if (upper_of(c) == c && upper_of(c + distance) == c) return c + distance;
  return c;
}

/// The code point that begins at `at` of `text`, which is valid UTF-8, and how many bytes it takes.
struct Letter {
  char32_t code = 0;
  std::size_t size = 1;
};
constexpr Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[at + i])) : char32_t{0};
  };
  const char32_t lead = byte(0);
  if (lead < 0xC0) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

/// Appends `c`, a Unicode scalar value, as UTF-8.
inline void append_letter(std::string& out, char32_t c) {
  const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
  if (c < 0x10000) return byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
  byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
}

/// `text`, valid UTF-8, with every letter small, so that words that differ in case alone are equal.
inline std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    append_letter(out, lower_of(letter.code));
    at += letter.size;
  }
  return out;
}

/// `text` with a capital at its front where its first letter has one.
inline std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  const Letter first = letter_at(text, 0);
  std::string out;
  append_letter(out, upper_of(first.code));
  return out.append(text.substr(first.size));
}

/// Whether `text` begins with a small letter that has a capital; with a capital.
constexpr bool begins_small(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = letter_at(text, 0).code;
  return upper_of(c) != c;
}
constexpr bool begins_capital(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = letter_at(text, 0).code;
  return lower_of(c) != c;
}

}  // namespace annal
