#include "reader/mail/transfer.h"

#include <cstdint>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

int hex_value(char c) {
  const char small = lower_ascii(c);
  if (is_digit(c)) return c - '0';
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

int base64_value(char c) {
  if (is_upper(c)) return c - 'A';
  if (is_lower(c)) return c - 'a' + 26;
  if (is_digit(c)) return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

void put(Transferred& out, char byte, std::size_t source) {
  out.source.add(static_cast<std::uint32_t>(out.bytes.size()), static_cast<std::uint32_t>(source));
  out.bytes += byte;
}

/// The line break at `at` that "=" takes away, with blanks before it; 0: none.
std::size_t soft_break(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
  return end < text.size() && text[end] == '\n' ? end + 1 - at : 0;
}

Transferred quoted_printable(std::string_view text, bool underscores) {
  Transferred out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c != '=') {
      put(out, underscores && c == '_' ? ' ' : c, at);
      ++at;
    } else if (const std::size_t gone = soft_break(text, at + 1); gone > 0) {
      at += 1 + gone;
    } else if (at + 2 < text.size() && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0) {
      put(out, static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2])), at);
      at += 3;
    } else {
      put(out, c, at);
      ++at;
    }
  }
  return out;
}

Transferred base64(std::string_view text) {
  Transferred out;
  std::uint32_t bits = 0;
  int count = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size() && text[at] != '='; ++at) {
    const int value = base64_value(text[at]);
    if (value < 0) continue;
    if (count == 0) begin = at;
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    put(out, static_cast<char>((bits >> count) & 0xFF), begin);
    begin = at;
  }
  return out;
}

}  // namespace

std::optional<std::string> base64_fault(std::string_view text) {
  constexpr std::size_t group = 4, most_padding = 2;
  if (text.starts_with("data:")) return "is the address data:...; state what stands behind its comma";
  std::size_t digits = 0, padding = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_space(c)) continue;
    const std::string place = "at character " + std::to_string(at + 1);
    if (c == '-' || c == '_') return "is base64url, not base64, " + place + "; write + for - and / for _";
    if (c != '=' && base64_value(c) < 0) return "is no base64 " + place;
    if (c != '=' && padding > 0) return "goes on behind its end, = " + place;
    ++(c == '=' ? padding : digits);
  }
  if (padding > most_padding || (digits + padding) % group != 0)
    return "is no whole base64, whose characters come in fours, filled up with =";
  return std::nullopt;
}

Transferred undo_transfer(std::string_view text, std::string_view encoding, bool underscores) {
  if (encoding == "base64") return base64(text);
  if (encoding == "quoted-printable") return quoted_printable(text, underscores);
  return {std::string(text), {}};
}

}  // namespace annal
