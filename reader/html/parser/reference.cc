// Names are looked up in data/html/entities.txt as it is, which is sorted by byte: an index of its lines is made at the
// first reference by name. The longest name wins ("&notin;" before "&not").
#include "reader/html/parser/reference.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/unicode/ascii.h"

namespace annal::page_data {
extern const std::string_view entities;  // generated from data/html
}

namespace annal::html {

namespace {

/// As UTF-8.
void append_code_point(std::string& out, std::uint32_t code_point) {
  const auto add = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    add(code_point);
    return;
  }
  if (code_point < 0x800) {
    add(0xC0 | (code_point >> 6));
  } else if (code_point < 0x10000) {
    add(0xE0 | (code_point >> 12));
    add(0x80 | ((code_point >> 6) & 0x3F));
  } else {
    add(0xF0 | (code_point >> 18));
    add(0x80 | ((code_point >> 12) & 0x3F));
    add(0x80 | ((code_point >> 6) & 0x3F));
  }
  add(0x80 | (code_point & 0x3F));
}

struct Entity {
  std::string_view name;         ///< without '&'; with its semicolon where it must have one
  std::string_view code_points;  ///< one or two, in hexadecimal
};

constexpr std::size_t longest_name = 32;

const std::vector<Entity>& entities() {
  static const std::vector<Entity> list = [] {
    std::vector<Entity> found;
    std::string_view file = page_data::entities;
    while (!file.empty()) {
      const std::size_t end = std::min(file.find('\n'), file.size());
      const std::string_view line = file.substr(0, end);
      file.remove_prefix(std::min(end + 1, file.size()));
      const std::size_t gap = line.find(' ');
      if (line.starts_with('#') || gap == std::string_view::npos) continue;
      found.push_back({line.substr(0, gap), line.substr(gap + 1)});
    }
    return found;
  }();
  return list;
}

/// Whether no text may hold it: what is no character (a surrogate, past U+10FFFF, a noncharacter), and controls that
/// are no white space.
bool is_unfit(std::uint32_t code_point) {
  if (code_point < 0x20) return !is_space(static_cast<char>(code_point));
  return (code_point >= 0x7F && code_point < 0xA0) || (code_point >= 0xD800 && code_point < 0xE000) ||
         (code_point >= 0xFDD0 && code_point < 0xFDF0) || (code_point & 0xFFFE) == 0xFFFE || code_point > 0x10FFFF;
}

/// What the numbers 0x80 to 0x9F mean on the web: Windows-1252. 0: nothing.
constexpr std::array<std::uint16_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

int digit_of(char c, int base) {
  if (is_digit(c)) return c - '0';
  const char small = lower_ascii(c);
  return base == 16 && small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

void append_code_points(std::string& out, std::string_view hexadecimal) {
  std::uint32_t code_point = 0;
  for (const char c : hexadecimal) {
    if (c != ' ') {
      code_point = code_point * 16 + static_cast<std::uint32_t>(digit_of(c, 16));
      continue;
    }
    append_code_point(out, code_point);
    code_point = 0;
  }
  append_code_point(out, code_point);
}

std::size_t read_number(std::string_view source, std::string& out) {
  const bool hex = source.size() > 2 && lower_ascii(source[2]) == 'x';
  const int base = hex ? 16 : 10;
  std::size_t at = hex ? 3 : 2;
  const std::size_t first = at;
  std::uint32_t code_point = 0;
  constexpr std::uint32_t past_all = 0x110000;  // kept there, however many digits follow
  for (; at < source.size() && digit_of(source[at], base) >= 0; ++at)
    code_point =
        std::min(code_point * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit_of(source[at], base)),
                 past_all);
  if (at == first) return 0;
  if (at < source.size() && source[at] == ';') ++at;
  if (code_point >= 0x80 && code_point < 0xA0) code_point = windows_1252[code_point - 0x80];
  append_code_point(out, is_unfit(code_point) ? 0xFFFD : code_point);
  return at;
}

}  // namespace

std::size_t read_reference(std::string_view source, bool in_attribute, std::string& out) {
  if (source.size() < 2) return 0;
  if (source[1] == '#') return read_number(source, out);
  std::size_t end = 1;
  while (end < source.size() && end <= longest_name && is_alnum(source[end])) ++end;
  if (end < source.size() && source[end] == ';') ++end;
  for (; end > 1; --end) {
    const std::string_view name = source.substr(1, end - 1);
    const auto found = std::ranges::lower_bound(entities(), name, {}, &Entity::name);
    if (found == entities().end() || found->name != name) continue;
    const bool goes_on = end < source.size() && (source[end] == '=' || is_alnum(source[end]));
    if (in_attribute && !name.ends_with(';') && goes_on) return 0;
    append_code_points(out, found->code_points);
    return end;
  }
  return 0;
}

}  // namespace annal::html
