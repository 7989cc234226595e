// Groups the lines of a text into paragraphs. Plain text wraps paragraphs in two ways: with line breaks at a certain
// width, or with one line per paragraph. Blank lines between paragraphs are optional.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "core/text/document.h"
#include "core/text/leading_date.h"

namespace annal {

/// Lines that belong together, without the surrounding white space.
struct LineGroup {
  Span span;
  bool bullet = false;              ///< begins with a list marker
  std::optional<LeadingDate> lead;  ///< the date that it begins with, where that stands for itself
};

/// Returns the paragraphs, headings and list items of `text`, in order. Lines that look wrapped are joined; a blank
/// line, a deeper indent, a bullet or a leading date always begins a new group, and a date alone on its line is one. A
/// date behind a line that breaks off ("she died on") leads nothing: its line goes on with the one before. Linear.
///
///   dates   of the text, in order of place
std::vector<LineGroup> group_lines(std::string_view text, const Language& language,
                                   std::span<const DateMention> dates = {});

/// Returns how many bytes of white space are at the start of `text`, including line breaks and non-breaking spaces.
std::size_t leading_white_space(std::string_view text);

/// Whether `text` ends like a sentence: with a period, a question or exclamation mark, an ellipsis or a colon,
/// optionally followed by closing quotes and brackets.
bool ends_as_sentence(std::string_view text);

}  // namespace annal
