// One pass over the bytes with a table of byte classes. Letters are ASCII letters and every code point past U+00BF
// that is neither punctuation nor white space in the table below; a soft rule, but enough for words to stay whole.
#include <array>

#include "core/simd.h"
#include "core/text/token.h"

namespace annal {
namespace {

enum Class : std::uint8_t { letter, digit, space, line, punctuation, lead2, lead3, lead4 };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c) {
    std::uint8_t k = punctuation;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      k = letter;
    else if (c >= '0' && c <= '9')
      k = digit;
    else if (c == '\n')
      k = line;
    else if (c <= ' ' || c == 0x7F)
      k = space;
    else if (c >= 0xF0)
      k = lead4;
    else if (c >= 0xE0)
      k = lead3;
    else if (c >= 0xC0)
      k = lead2;
    table[static_cast<std::size_t>(c)] = k;
  }
  return table;
}();

struct Wide {
  std::uint8_t kind;  // letter, space or punctuation
  std::uint8_t size;  // bytes
};

// The class of the code point that begins at `p`, which has a multi-byte lead; the text is valid UTF-8.
Wide wide(const unsigned char* p, const unsigned char* end) {
  const std::uint8_t k = classes[*p];
  if (k == lead2) {
    if (p + 1 >= end) return {punctuation, 1};
    if (*p == 0xC2) return {static_cast<std::uint8_t>(p[1] == 0xA0 ? space : punctuation), 2};  // NBSP; Latin-1 signs
    if (*p == 0xC3 && (p[1] == 0x97 || p[1] == 0xB7)) return {punctuation, 2};                  // times, division
    return {letter, 2};
  }
  if (k == lead3) {
    if (p + 2 >= end) return {punctuation, static_cast<std::uint8_t>(end - p)};
    const unsigned code = ((p[0] & 0x0Fu) << 12) | ((p[1] & 0x3Fu) << 6) | (p[2] & 0x3Fu);
    if ((code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
        code == 0x3000 || code == 0xFEFF)
      return {space, 3};
    if ((code >= 0x200C && code <= 0x2BFF) || (code >= 0x3001 && code <= 0x303F) ||
        (code >= 0xFF00 && code <= 0xFF0F) || code == 0xFFFD)
      return {punctuation, 3};
    return {letter, 3};
  }
  const auto left = end - p;
  return {punctuation, static_cast<std::uint8_t>(left < 4 ? left : 4)};  // emoji for the most part
}

// The first byte from `p` on that is no ASCII letter.
const unsigned char* skip_letters(const unsigned char* p, const unsigned char* end) {
  // Sixteen bytes at a time: a letter with bit 5 set lies in a..z, whatever its case.
  while (simd::is_native && end - p >= 16) {
    const simd::Bytes bytes = simd::load<simd::Bytes>(p) | 0x20;
    const std::size_t letters = simd::first(simd::Bytes((bytes < 'a') | (bytes > 'z')));
    p += letters;
    if (letters < 16) return p;
  }
  while (p < end && classes[*p] == letter) ++p;
  return p;
}

// Cyrillic letters lead with these bytes.
constexpr bool cyrillic(unsigned char lead) { return lead >= 0xD0 && lead <= 0xD3; }

// The bytes of an apostrophe at `p` that stands between two Cyrillic letters, where it is a letter of the word; else 0.
std::size_t inner_apostrophe(const unsigned char* p, const unsigned char* begin, const unsigned char* end) {
  if (p - begin < 2 || !cyrillic(p[-2])) return 0;
  const std::size_t size = *p == '\'' ? 1 : *p == 0xE2 && end - p > 3 && p[1] == 0x80 && p[2] == 0x99 ? 3 : 0;
  return size > 0 && p + size < end && cyrillic(p[size]) ? size : 0;
}

// Writes tokens into room that is made in large steps.
class Writer {
 public:
  Writer(std::vector<Token>& out, const unsigned char* begin, std::size_t expected) : out_(out), begin_(begin) {
    out_.resize(expected);
  }
  void add(const unsigned char* from, const unsigned char* to, TokenKind kind) {
    if (count_ == out_.size()) out_.resize(out_.size() * 2);
    Token& token = out_[count_++];
    token.begin = static_cast<std::uint32_t>(from - begin_);
    token.end = static_cast<std::uint32_t>(to - begin_);
    token.kind = kind;
    token.no_space_before = no_space_before;
    token.newline = lines > 0;
    token.blank_line = lines > 1;
    no_space_before = true;
    lines = 0;
  }
  void finish() { out_.resize(count_); }

  bool no_space_before = false;
  std::uint8_t lines = 0;

 private:
  std::vector<Token>& out_;
  const unsigned char* begin_;
  std::size_t count_ = 0;
};

}  // namespace

void tokenise(std::string_view text, std::vector<Token>& out) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = begin + text.size();
  const auto* p = begin;
  Writer writer(out, begin, text.size() / 4 + 16);
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
          p = skip_letters(p, end);
          if (p >= end) break;
          if (*p == '\'' || *p == 0xE2)
            if (const std::size_t apostrophe = inner_apostrophe(p, begin, end); apostrophe > 0) {
              p += apostrophe;
              continue;
            }
          if (classes[*p] < lead2) break;
          const Wide w = wide(p, end);
          if (w.kind != letter) break;
          p += w.size;
        }
        writer.add(from, p, TokenKind::word);
        break;
      case digit:
        while (p < end && classes[*p] == digit) ++p;
        writer.add(from, p, TokenKind::digits);
        break;
      case line:
        writer.lines = static_cast<std::uint8_t>(writer.lines < 2 ? writer.lines + 1 : 2);
        writer.no_space_before = false;
        break;
      case space: writer.no_space_before = false; break;
      default: writer.add(from, p, TokenKind::punctuation);
    }
  }
  writer.finish();
}

}  // namespace annal
