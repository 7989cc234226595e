// Text widths without a font: the advance widths of Arial, which Liberation Sans and Helvetica share, per mille of the
// font size, for Latin, Greek, Cyrillic and general punctuation; one em for East Asian characters, 1.3 em for emoji,
// nothing for combining marks, and a generous guess for the rest. Source: the hmtx table of Liberation Sans 2.1.
#include "render/svg/axis/measure.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "render/encode/escape.h"

namespace annal::svg {
namespace {

// clang-format off
constexpr std::array<std::uint16_t, 352> latin = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
    833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
    556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
    334, 260, 334, 584, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333,
    576, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667,
    667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556,
    556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556, 556, 556, 556, 549, 611,
    556, 556, 556, 556, 500, 556, 500, 667, 556, 667, 556, 667, 556, 722, 500, 722, 500, 722, 500, 722, 500, 722, 615,
    722, 556, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778, 556, 778, 556, 778, 556, 778, 556, 722, 556, 722,
    556, 278, 278, 278, 278, 278, 278, 278, 222, 278, 278, 735, 444, 500, 222, 667, 500, 500, 556, 222, 556, 222, 556,
    292, 556, 334, 556, 222, 722, 556, 722, 556, 722, 556, 604, 723, 556, 778, 556, 778, 556, 778, 556, 1000, 944,
    722, 333, 722, 333, 722, 333, 667, 500, 667, 500, 667, 500, 667, 500, 611, 278, 611, 375, 611, 278, 722, 556, 722,
    556, 722, 556, 722, 556, 722, 556, 722, 556, 944, 722, 667, 500, 667, 611, 500, 611, 500, 611, 500, 222};

constexpr std::array<std::uint16_t, 73> greek = {
    667, 278, 784, 838, 384, 0, 774, 0, 855, 752, 222, 667, 667, 551, 668, 667, 611, 722, 778, 278, 667, 668, 833,
    722, 650, 778, 722, 667, 0, 618, 611, 667, 798, 667, 835, 748, 278, 667, 578, 446, 556, 222, 547, 578, 575, 500,
    557, 446, 441, 556, 556, 222, 500, 500, 576, 500, 448, 556, 690, 569, 482, 617, 395, 547, 648, 525, 713, 781, 222,
    547, 556, 547, 781};

constexpr std::array<std::uint16_t, 96> cyrillic = {
    667, 667, 865, 542, 719, 667, 278, 278, 500, 1057, 1010, 854, 583, 722, 635, 719, 667, 656, 667, 542, 677, 667,
    923, 604, 719, 719, 583, 656, 833, 722, 778, 719, 667, 722, 611, 635, 760, 667, 740, 667, 917, 938, 792, 885, 656,
    719, 1010, 722, 556, 573, 531, 365, 583, 556, 669, 458, 559, 559, 438, 583, 688, 552, 556, 542, 556, 500, 458,
    500, 823, 500, 573, 521, 802, 823, 625, 719, 521, 510, 750, 542, 556, 556, 556, 365, 510, 500, 222, 278, 222, 906,
    812, 556, 438, 559, 500, 552};

constexpr std::array<std::uint16_t, 53> punctuation = {
    333, 333, 0, 556, 1000, 1000, 0, 552, 222, 222, 222, 222, 333, 333, 333, 0, 556, 556, 350, 0, 0, 0, 1000, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 1000, 0, 188, 354, 0, 0, 0, 0, 0, 333, 333, 0, 500, 0, 333, 0, 0, 0, 0, 0, 167};
// clang-format on

struct Range {
  std::uint32_t first, last;
};

template <std::size_t n>
bool in(const std::array<Range, n>& ranges, std::uint32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

constexpr std::array<Range, 20> without_width = {
    {{0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},
     {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
     {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
     {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0x7F, 0x9F},     {0xAD, 0xAD},     {0xE0000, 0xE01EF}}};

constexpr std::array<Range, 10> one_em = {{{0x1100, 0x115F},
                                           {0x2E80, 0xA4CF},
                                           {0xA960, 0xA97F},
                                           {0xAC00, 0xD7FF},
                                           {0xF900, 0xFAFF},
                                           {0xFE30, 0xFE6F},
                                           {0xFF01, 0xFF60},
                                           {0xFFE0, 0xFFE6},
                                           {0x20000, 0x3FFFD},
                                           {0x16FE0, 0x18CFF}}};

constexpr std::array<Range, 4> emoji = {{{0x2300, 0x23FF}, {0x2600, 0x27BF}, {0x2B00, 0x2BFF}, {0x1F000, 0x1FAFF}}};

/// Per mille of an em.
unsigned advance(std::uint32_t c) {
  unsigned found = 0;
  if (c >= 0x20 && c - 0x20 < latin.size())
    found = latin[c - 0x20];
  else if (c >= 0x386 && c - 0x386 < greek.size())
    found = greek[c - 0x386];
  else if (c >= 0x400 && c - 0x400 < cyrillic.size())
    found = cyrillic[c - 0x400];
  else if (c >= 0x2010 && c - 0x2010 < punctuation.size())
    found = punctuation[c - 0x2010];
  if (found != 0) return found;
  if (c < 0x20) return 900;  // written as U+FFFD
  if (in(without_width, c)) return 0;
  if (in(one_em, c)) return 1000;
  if (in(emoji, c)) return 1300;
  if (c == 0xFDFA || c == 0xFDFB || c == 0xFDFD) return 10000;  // whole phrases in one glyph
  if (c < 0x590) return 700;                                    // further Latin, Cyrillic, Armenian
  if (c < 0x700) return 650;                                    // Hebrew, Arabic
  return 900;
}

// A text in two fonts of the list differs by up to 14 % in width (DejaVu Sans against Arial).
constexpr double reserve = 1.15;
// Bold DejaVu runs 14 % wider than regular, bold Arial 8 %.
constexpr double bold_reserve = 1.24;
// Bold runs 7 % wider on average in English.
constexpr double bold_factor = 1.08;

bool breaks_anywhere(std::uint32_t c) {
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7FF) || c >= 0x20000;
}

}  // namespace

double text_width(std::string_view text, double size, bool bold) {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) {
      total += latin[byte - 0x20u];
      ++i;
      continue;
    }
    const CodePoint c = code_point(text, i);
    total += advance(c.value);
    i += c.size;
  }
  return static_cast<double>(total) / 1000 * size * (bold ? bold_factor : 1);
}

double reserved_width(std::string_view text, double size, bool bold) {
  return text_width(text, size, bold) * (bold ? bold_reserve : reserve);
}

bool tall(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    if (c.value >= 0x590 && !(c.value >= 0x1E00 && c.value < 0x2070)) return true;
    i += c.size;
  }
  return false;
}

Breakable::Breakable(std::string_view text, double size, bool bold) : text_(text), size_(size), bold_(bold) {
  width_ = reserved_width(text, size, bold);
  bool inside = false;  // a piece that goes on
  bool east_asian = false;
  double blank = 0;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (inside) pieces_.push_back({begin, end, reserved_width(text.substr(begin, end - begin), size, bold), blank});
    if (inside) blank = 0;
    inside = false;
  };
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    if (c.value == ' ') {
      close(i);
      blank += reserved_width(" ", size, bold);
    } else {
      const bool anywhere = breaks_anywhere(c.value);
      if (inside && (anywhere || east_asian) && advance(c.value) > 0) close(i);
      if (!inside) begin = i;
      inside = true;
      if (advance(c.value) > 0) east_asian = anywhere;
    }
    i += c.size;
  }
  close(text.size());
}

template <class Line>
void Breakable::each_line(double width, Line line) const {
  double used = 0;
  std::size_t begin = 0, end = 0;  // of the line so far; empty where equal
  for (const Piece& piece : pieces_) {
    if (end > begin && used + piece.blank + piece.width <= width) {
      used += piece.blank + piece.width;
      end = piece.end;
      continue;
    }
    if (end > begin) line(begin, end);
    begin = piece.begin;
    used = piece.width;
    end = piece.end;
    if (used <= width) continue;
    // A word wider than the line: cut it between characters, marks that combine with the one before kept.
    used = 0;
    for (std::size_t i = piece.begin; i < piece.end;) {
      const CodePoint c = code_point(text_, i);
      const double w = reserved_width(text_.substr(i, c.size), size_, bold_);
      if (i > begin && w > 0 && used + w > width) {
        line(begin, i);
        begin = i;
        used = 0;
      }
      used += w;
      i += c.size;
    }
  }
  if (end > begin || pieces_.empty()) line(begin, end);
}

std::vector<std::string> Breakable::lines(double width) const {
  std::vector<std::string> found;
  each_line(width, [&](std::size_t begin, std::size_t end) { found.emplace_back(text_.substr(begin, end - begin)); });
  return found;
}

std::size_t Breakable::count(double width) const {
  std::size_t n = 0;
  each_line(width, [&](std::size_t, std::size_t) { ++n; });
  return n;
}

std::vector<std::string> wrap(std::string_view text, double size, bool bold, double width) {
  return Breakable(text, size, bold).lines(width);
}

}  // namespace annal::svg
