// Lines of a text, and which of them belong together. Plain text wraps paragraphs in two ways, with a line break after
// every so many letters or with one line a paragraph; blank lines may or may not stand between paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace annal {

/// Lines that belong together, without the white space round them.
struct LineGroup {
  Span span;
  bool bullet = false;  ///< begins with the mark of a list
};

/// The paragraphs, headings and list items of `text`, in order, whatever they hold. Lines are joined where they look
/// wrapped; a blank line, a deeper indent or a bullet always begins a new group. Linear.
std::vector<LineGroup> group_lines(std::string_view text);

/// The bytes of white space at the front of `text`, line breaks and non-breaking spaces among them.
std::size_t leading_white_space(std::string_view text);

/// Whether `text` ends as a sentence does: with a full stop, a question or exclamation mark, an ellipsis or a colon,
/// perhaps inside closing quotes and brackets.
bool ends_as_sentence(std::string_view text);

}  // namespace annal
