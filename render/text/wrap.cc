// See wrap.h.
#include "render/text/wrap.h"

#include <algorithm>
#include <iterator>

#include "render/encode/escape.h"
#include "render/text/cell_widths.h"

namespace annal {
namespace {

template <class Ranges>
bool holds(const Ranges& ranges, std::uint32_t c) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                      [](std::uint32_t value, CodePointRange r) { return value < r.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

/// Bytes of `text` that fit into `width` cells, never parting a mark from its base.
std::size_t fitting(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    const std::size_t more = cells(c.value);
    if (used + more > width) return at;
    used += more;
    at += c.size;
  }
  return text.size();
}

}  // namespace

std::size_t cells(std::uint32_t c) {
  if (c < 0x80) return c < 0x20 || c == 0x7F ? 0 : 1;
  if (holds(zero_cells, c)) return 0;
  return holds(two_cells, c) ? 2 : 1;
}

std::size_t cells(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    sum += cells(c.value);
    at += c.size;
  }
  return sum;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    std::string_view word = text.substr(begin, end - begin);
    at = end;
    if (word.empty()) break;
    if (used > 0 && used + 1 + cells(word) <= width) {
      lines.back() += ' ';
      ++used;
    } else if (used > 0) {
      lines.emplace_back();
      used = 0;
    }
    for (;;) {
      // At least one character a line, or a wide one would never fit into one cell.
      const std::size_t size = word.empty() ? 0 : std::max<std::size_t>(fitting(word, width), code_point(word, 0).size);
      if (size >= word.size()) break;
      lines.back() += word.substr(0, size);
      lines.emplace_back();
      word.remove_prefix(size);
    }
    lines.back() += word;
    used += cells(word);
  }
  return lines;
}

std::string cut(std::string_view text, std::size_t width, std::string_view mark) {
  if (cells(text) <= width) return std::string(text);
  const std::size_t room = width > cells(mark) ? width - cells(mark) : 0;
  std::string_view kept = text.substr(0, fitting(text, room));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return room == 0 ? std::string(text.substr(0, fitting(text, width))) : std::string(kept) + std::string(mark);
}

std::string pad(std::string_view text, std::size_t width) {
  const std::size_t used = cells(text);
  return std::string(text) + std::string(width > used ? width - used : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t used = cells(text);
  return std::string(width > used ? width - used : 0, ' ') + std::string(text);
}

}  // namespace annal
