// See owner_value.h.
#include "timeline/entries/owner_value.h"

#include <algorithm>
#include <array>
#include <string>

namespace annal {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

/// Browsers take white space and "\" out of an address or for something else: it is then another than it seems.
bool is_plain(std::string_view address) {
  return !address.empty() && std::none_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7F || c == '\\' || c == '"' || c == '<' || c == '>';
  });
}

bool is_on_the_web(std::string_view address) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (starts_with(address, scheme)) return address.size() > scheme.size();
  return false;
}

bool is_relative(std::string_view address) {
  const std::size_t path = address.find_first_of("/?#");
  return address.find(':') >= path && !address.starts_with("//");
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_property(std::string_view name) {
  constexpr std::string_view prefix = "--annal-";
  return name.starts_with(prefix) && name.size() > prefix.size() &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_property_value(std::string_view value) {
  int depth = 0;
  std::string folded;
  for (const char c : value) {
    if (!is_letter(c) && !is_digit(c) && std::string_view(" #%.,()/-").find(c) == std::string_view::npos) return false;
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return false;
    folded += lower(c);
  }
  constexpr std::array<std::string_view, 3> loading{"url", "image", "src"};
  return !value.empty() && depth == 0 && std::none_of(loading.begin(), loading.end(), [&](std::string_view function) {
    return folded.find(std::string(function) + "(") != std::string::npos;
  });
}

}  // namespace

bool is_link(std::string_view address) {
  constexpr std::string_view mail = "mailto:";
  return is_plain(address) && (is_on_the_web(address) || (starts_with(address, mail) && address.size() > mail.size()));
}

bool is_image_address(std::string_view address) {
  return is_plain(address) && (is_on_the_web(address) || starts_with(address, "data:image/") || is_relative(address));
}

bool is_colour(std::string_view colour) {
  if (colour.starts_with('#')) {
    const std::string_view digits = colour.substr(1);
    const auto is_hexadecimal = [](char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); };
    return (digits.size() == 3 || digits.size() == 4 || digits.size() == 6 || digits.size() == 8) &&
           std::all_of(digits.begin(), digits.end(), is_hexadecimal);
  }
  constexpr std::size_t longest = 20;  // lightgoldenrodyellow
  return colour.size() >= 3 && colour.size() <= longest && std::all_of(colour.begin(), colour.end(), is_letter);
}

bool is_theme(std::string_view theme) {
  if (theme == "light" || theme == "dark") return true;
  bool found = false;
  while (!theme.empty()) {
    const std::size_t end = std::min(theme.find(';'), theme.size());
    const std::string_view declaration = trimmed(theme.substr(0, end));
    theme.remove_prefix(std::min(end + 1, theme.size()));
    if (declaration.empty()) continue;
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos || !is_property(trimmed(declaration.substr(0, colon))) ||
        !is_property_value(trimmed(declaration.substr(colon + 1))))
      return false;
    found = true;
  }
  return found;
}

}  // namespace annal
