// Tokens: a run of letters, a run of digits, or one other character. Tokens are small, so that "mid-2014", "Trump's",
// "8pm", "1990s" and "U.S." are several; `no_space_before` says which ones touch. An apostrophe between Cyrillic
// letters is a letter.
#pragma once

#include <cstdint>
#include <vector>

#include "core/text/document.h"

namespace annal {

enum class TokenKind : std::uint8_t { word, digits, punctuation };

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::punctuation;
  bool no_space_before = false;  ///< no white space between this token and the one before
  bool newline = false;          ///< at least one line break before this token
  bool blank_line = false;       ///< at least two: a paragraph ends before this token

  Span span() const { return {begin, end}; }
};

/// A sentence of a block: tokens [first, last) of Analysis::tokens.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t block = 0;  ///< index into Document::blocks
  Span span;
};

/// Fills `out` with the tokens of `text` (valid UTF-8), in order. White space, including NBSP and the like, yields
/// none. Linear; allocates only `out`, which is cleared first.
void tokenise(std::string_view text, std::vector<Token>& out);

}  // namespace annal
