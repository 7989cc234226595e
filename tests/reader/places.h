// What every reader owes: each letter of the text leads back to the same letter of the source.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

#include "core/text/document.h"

namespace annal::test {

/// Checks the way back of letters and digits; other characters may stand for marks.
inline void check_places(const Document& document, std::string_view source) {
  for (std::uint32_t at = 0; at < document.text.size(); ++at) {
    const char c = document.text[at];
    const std::uint32_t place = document.source.at(at);
    REQUIRE(place <= source.size());
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter && (place == source.size() || source[place] != c)) {
      INFO(document.text.substr(at, 20));
      CHECK(source.substr(place, 20) == std::string_view(document.text).substr(at, 20));
      return;
    }
  }
}

/// The blocks of a document, one a line: the kind's letter, the level of a heading, the words with / for line breaks.
inline std::string outline(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += "tldpb"[static_cast<int>(block.kind)];
    if (block.level > 0) out += std::to_string(block.level);
    if (block.role == BlockRole::item) out += '*';
    if (block.role == BlockRole::quote) out += '>';
    out += ' ';
    for (const char c : slice(document.text, block.span)) out += c == '\n' ? '/' : c;
    out += '\n';
  }
  return out;
}

}  // namespace annal::test
