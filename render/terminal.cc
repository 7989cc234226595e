// See terminal.h. ECMA-48 select graphic rendition: the eight basic colours, which every theme keeps legible.
#include "render/terminal.h"

namespace annal {

std::string inked(std::string_view text, Ink ink, bool colour) {
  if (!colour || ink == Ink::plain || text.empty()) return std::string(text);
  const char* code = "0";
  switch (ink) {
    case Ink::plain: break;
    case Ink::strong: code = "1"; break;
    case Ink::faint: code = "2"; break;
    case Ink::date: code = "36"; break;
    case Ink::bar: code = "34"; break;
    case Ink::alert: code = "33"; break;
  }
  return std::string("\x1b[") + code + 'm' + std::string(text) + "\x1b[0m";
}

void append_line(std::string& out, std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  out += line;
  out += '\n';
}

}  // namespace annal
