// See terminal.h. ECMA-48 select graphic rendition: the eight basic colours, which every theme keeps legible.
#include "render/text/terminal.h"

#include <algorithm>

#include <array>

namespace annal {
namespace {

/// In the order of `Ink`; the first ends one.
constexpr std::array<std::string_view, 6> sequences{"\x1b[0m",  "\x1b[1m",  "\x1b[2m",
                                                    "\x1b[36m", "\x1b[34m", "\x1b[33m"};

}  // namespace

std::size_t columns_of(const RenderOptions& options) {
  constexpr std::size_t least = 24, usual = 80;
  return std::max(options.width.value_or(usual), least);
}

std::string inked(std::string_view text, Ink ink, bool colour) {
  if (!colour || ink == Ink::plain || text.empty()) return std::string(text);
  std::string out(sequences[static_cast<std::size_t>(ink)]);
  out += text;
  out += sequences[0];
  return out;
}

std::span<const std::string_view> ink_sequences() { return sequences; }

void append_line(std::string& out, std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  out += line;
  out += '\n';
}

}  // namespace annal
