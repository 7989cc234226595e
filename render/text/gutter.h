// The marks at the left of rows of events: a bracket joins neighbours of which nothing says which was first, and a sign
// stands beside an event whose place is not known.
//
//   ╭ 8-14 Nov   Inspectors find rust
//   ? by 14 Nov  Passengers complain
//   ╰ 9 Nov      The mayor visits
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/labels/words.h"
#include "render/view/row_order.h"

namespace annal {

class Gutter {
 public:
  /// `events`: of the rows, in order of their positions.
  Gutter(const Timeline& timeline, std::span<const std::uint32_t> events, bool ascii);

  /// One cell, for a line of the `lines` that the row has.
  std::string_view mark(std::size_t row, std::size_t line, std::size_t lines) const;
  /// What the marks in use mean, one line each.
  std::vector<std::string> legend(const Labels& labels) const;

 private:
  struct Marks {
    std::string_view first, middle, last, nowhere;
  };
  struct Row {
    bool above = false, below = false;  ///< whether a bracket joins it to the row above, to that below
    bool nowhere = false;
  };

  Marks marks_;
  std::vector<Row> rows_;
};

}  // namespace annal
