// md4c with what every pass over a text shares: the dialect, and a limit of its callbacks.
#pragma once

#include <md4c.h>

#include <cstdint>
#include <string_view>

namespace annal {

/// What md4c calls back. `text` is the piece; `source` its place in the text that is parsed, or, where md4c made the
/// piece itself, the place of the last one.
class MarkdownHandler {
 public:
  virtual ~MarkdownHandler() = default;
  virtual void enter_block(MD_BLOCKTYPE type, const void* detail) = 0;
  virtual void leave_block(MD_BLOCKTYPE type) = 0;
  virtual void enter_span(MD_SPANTYPE type, const void* detail) = 0;
  virtual void leave_span(MD_SPANTYPE type) = 0;
  virtual void text(MD_TEXTTYPE type, std::string_view text, std::uint32_t source) = 0;
};

/// Parses `markdown` and returns true; false where it has more brackets than any article, its marks ask for more
/// than its size justifies (a table with thousands of empty columns), or md4c gives up.
bool parse_markdown(std::string_view markdown, MarkdownHandler& handler);

}  // namespace annal
