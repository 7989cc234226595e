// The order in which the lines of a page are read: columns one after the other, the rows of a table as rows.
#pragma once

#include <vector>

#include "reader/pdf/lines.h"

namespace annal::pdf {

/// A row of a table: the lines of each cell, from left to right; an empty cell has none.
struct Row {
  std::vector<std::vector<Line>> cells;
};

/// Lines that follow each other in one column, or a table.
struct Part {
  std::vector<Line> lines;
  std::vector<Row> rows;
};

/// Returns the parts of a page in the order of reading. Lines of one height in one column are one line. A page of very
/// many lines is taken in the order in which they come.
std::vector<Part> page_order(std::vector<Line> lines);

}  // namespace annal::pdf
