// One pass over the bytes with a table of byte classes. Letters are ASCII letters and every code point past U+00BF
// that is no mark or space of the table below; a soft rule, but enough for words to stay whole.
#include <array>

#include "core/token/token.h"

namespace annal {
namespace {

enum Class : std::uint8_t { letter, digit, space, line, mark, lead2, lead3, lead4 };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c) {
    std::uint8_t k = mark;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) k = letter;
    else if (c >= '0' && c <= '9') k = digit;
    else if (c == '\n') k = line;
    else if (c <= ' ' || c == 0x7F) k = space;
    else if (c >= 0xF0) k = lead4;
    else if (c >= 0xE0) k = lead3;
    else if (c >= 0xC0) k = lead2;
    table[static_cast<std::size_t>(c)] = k;
  }
  return table;
}();

struct Wide {
  std::uint8_t kind;  // letter, space or mark
  std::uint8_t size;  // bytes
};

// The class of the code point that begins at `p`, which has a multi-byte lead; the text is valid UTF-8.
Wide wide(const unsigned char* p, const unsigned char* end) {
  const std::uint8_t k = classes[*p];
  if (k == lead2) {
    if (p + 1 >= end) return {mark, 1};
    if (*p == 0xC2) return {static_cast<std::uint8_t>(p[1] == 0xA0 ? space : mark), 2};  // NBSP; Latin-1 signs
    if (*p == 0xC3 && (p[1] == 0x97 || p[1] == 0xB7)) return {mark, 2};                  // times, division
    return {letter, 2};
  }
  if (k == lead3) {
    if (p + 2 >= end) return {mark, static_cast<std::uint8_t>(end - p)};
    const unsigned code = ((p[0] & 0x0Fu) << 12) | ((p[1] & 0x3Fu) << 6) | (p[2] & 0x3Fu);
    if ((code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000 ||
        code == 0xFEFF)
      return {space, 3};
    if ((code >= 0x200C && code <= 0x2BFF) || (code >= 0x3001 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFF0F) || code == 0xFFFD)
      return {mark, 3};
    return {letter, 3};
  }
  const auto left = end - p;
  return {mark, static_cast<std::uint8_t>(left < 4 ? left : 4)};  // emoji for the most part
}

}  // namespace

void tokenise(std::string_view text, std::vector<Token>& out) {
  out.clear();
  out.reserve(text.size() / 5 + 16);
  const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = begin + text.size();
  const auto* p = begin;
  bool glued = false;
  std::uint8_t lines = 0;
  const auto emit = [&](const unsigned char* from, const unsigned char* to, TokenKind kind) {
    out.push_back({static_cast<std::uint32_t>(from - begin), static_cast<std::uint32_t>(to - begin), kind, glued, lines > 0, lines > 1});
    glued = true;
    lines = 0;
  };
  while (p < end) {
    std::uint8_t k = classes[*p];
    std::uint8_t size = 1;
    if (k >= lead2) {
      const Wide w = wide(p, end);
      k = w.kind;
      size = w.size;
    }
    const auto* from = p;
    p += size;
    switch (k) {
      case letter:
        for (;;) {
          while (p < end && classes[*p] == letter) ++p;
          if (p >= end || classes[*p] < lead2) break;
          const Wide w = wide(p, end);
          if (w.kind != letter) break;
          p += w.size;
        }
        emit(from, p, TokenKind::word);
        break;
      case digit:
        while (p < end && classes[*p] == digit) ++p;
        emit(from, p, TokenKind::digits);
        break;
      case line:
        lines = static_cast<std::uint8_t>(lines < 2 ? lines + 1 : 2);
        glued = false;
        break;
      case space: glued = false; break;
      default: emit(from, p, TokenKind::mark);
    }
  }
}

}  // namespace annal
