// The lines of a page: runs of letters that stand side by side, as they are read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reader/pdf/content.h"

namespace annal::pdf {

/// Where a word of a line stands.
struct Word {
  std::uint32_t begin = 0;  ///< in Line::text
  float left = 0, right = 0;
};

/// A line, or the part of it that lies in one column. Places are points from the left upper corner of the page, turned
/// so that the text is upright.
struct Line {
  std::string text;  ///< valid UTF-8, one space between words, no ligatures; hyphens at its end are kept
  float left = 0, top = 0, right = 0, bottom = 0;
  float size = 0;             ///< of most of its type
  float first_word = 0;       ///< width of its first word
  std::uint32_t letters = 0;  ///< code points
  std::vector<Word> words;
  std::uint32_t page = 0;  ///< from 0
  bool bold = false;       ///< all of it
  bool note = false;       ///< begins with the raised mark of a footnote, which is not in `text`

  float middle() const { return (top + bottom) / 2; }
};

/// Returns the lines of `page`, the `number`th from 0, in poppler's order. Raised marks of footnotes are left out, and
/// so is what runs upwards or downwards beside the text; on a page where most text does, the page is turned. Linear.
std::vector<Line> lines_of(const Page& page, std::uint32_t number);

/// Whether the line begins with a small letter, as lines that go on do.
bool begins_small(const Line& line);

/// Bytes of the hyphen at the end of `line`; 0 where there is none, or nothing it could part.
std::size_t hyphen_size(std::string_view line);

/// Parts `line` before the word that begins within `reach` of `left` and at least `gap` behind the word before it;
/// what is behind goes to `rest`. False where there is no such word.
bool part_line(Line& line, float left, float reach, float gap, Line& rest);

/// Joins two lines that stand side by side, the first on the left.
void append_beside(Line& line, const Line& next);

}  // namespace annal::pdf
