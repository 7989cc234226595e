// Where the next cell of a table stands, while its rows are read: cells may reach over columns and rows.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/unicode/ascii.h"
#include "reader/block_writer.h"

namespace annal {

inline constexpr std::uint32_t widest_cell = 100;  ///< columns or rows that one cell may take

/// The columns or rows that an attribute states; 0 where it states none.
inline std::uint32_t cell_span(std::string_view attribute) {
  std::uint32_t number = 0;
  for (const char c : trimmed(attribute).substr(0, 3))
    if (is_digit(c)) number = number * 10 + static_cast<std::uint32_t>(c - '0');
  return number;
}

class TableCursor {
 public:
  explicit TableCursor(std::uint32_t number) : number_(number) {}

  std::uint32_t number() const { return number_; }
  std::uint32_t row() const { return row_; }

  void begin_row() {
    ++row_;
    column_ = 0;
    for (std::uint32_t& rows : taken_) rows -= rows > 0 ? 1 : 0;
  }

  /// The next cell of the row, which takes `columns` and `rows`; both are brought to between 1 and `widest_cell`.
  Cell begin_cell(std::uint32_t columns, std::uint32_t rows, bool header) {
    columns = std::clamp(columns, std::uint32_t{1}, widest_cell);
    rows = std::clamp(rows, std::uint32_t{1}, widest_cell);
    while (column_ < taken_.size() && taken_[column_] > 0) ++column_;
    const Cell cell{.table = number_, .row = row_, .column = column_, .header = header, .rows = rows};
    column_ += columns;
    if (rows < 2) return cell;
    if (taken_.size() < column_) taken_.resize(column_, 0);
    for (std::uint32_t c = cell.column; c < column_; ++c) taken_[c] = rows;
    return cell;
  }

 private:
  std::uint32_t number_, row_ = 0, column_ = 0;
  std::vector<std::uint32_t> taken_;  ///< by column: rows to come that a cell above reaches into
};

}  // namespace annal
