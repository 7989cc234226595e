// Letters, digits and white space of ASCII, apart from any locale: all that markup is made of. Letters of other scripts
// are in letter_case.h.
#pragma once

#include <string>
#include <string_view>

namespace annal {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_alpha(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_alnum(char c) { return is_digit(c) || is_alpha(c); }
constexpr char lower_ascii(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

/// `text` with its ASCII letters small; other bytes as they are.
inline std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

/// `text` without the white space round it.
inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace annal
