// Paragraphs, headings, list items and cells, made of the lines of a document.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reader/pdf/page_order.h"

namespace annal::pdf {

/// Lines that are one block of the text.
struct Paragraph {
  std::vector<Line> lines;
  std::uint8_t level = 0;                        ///< of a heading, 1 to 6; otherwise 0
  bool item = false;                             ///< of a list; its bullet is not in the text
  bool note = false;                             ///< a footnote
  std::uint32_t table = 0, row = 0, column = 0;  ///< of a cell; table 0: of none
};

/// Returns the blocks of a document from the parts of its pages. A new paragraph begins where a line stands apart from
/// the one above, is indented, has another type, or where the line above ends though the next word had room. One that a
/// page or column ends goes on in the next, after the footnotes. Type that is larger than that of most of the text, or
/// a short line in bold, is a heading, whose level follows from the sizes. Linear but for sorting.
std::vector<Paragraph> paragraphs_of(const std::vector<Part>& parts);

/// Bytes of the bullet that `text` begins with and the white space behind it; 0 where there is none.
std::size_t bullet_size(std::string_view text);

}  // namespace annal::pdf
