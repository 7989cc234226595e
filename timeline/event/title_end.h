// What no title ends with, though the text goes on there: an ellipsis, an opening bracket, a comma, a colon.
#pragma once

#include <string>
#include <string_view>

namespace annal {

inline constexpr std::string_view ellipsis = "\u2026";

constexpr bool is_trimmed(char c) {
  switch (c) {
    case ' ':
    case ',':
    case ':':
    case ';':
    case '(':
    case '[':
    case '{': return true;
    default: return false;
  }
}

constexpr bool ends_trimmed(std::string_view text) {
  return !text.empty() && (is_trimmed(text.back()) || text.ends_with(ellipsis));
}

inline void trim_end(std::string& text) {
  while (ends_trimmed(text)) text.resize(text.size() - (is_trimmed(text.back()) ? 1 : ellipsis.size()));
}

}  // namespace annal
