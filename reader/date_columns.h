// Which columns of a table hold the dates of its rows, and which what happened then.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/text/document.h"
#include "reader/block_writer.h"
#include "reader/date_cell.h"

namespace annal {

/// What a column is to its rows.
enum class ColumnUse : std::uint8_t {
  date,   ///< when it happened
  part,   ///< a finer date that adds to it: the day of a year, the time of a day
  start,  ///< the first day of the row
  end,    ///< the last
  told,   ///< what happened
  other,  ///< what is said beside
};

struct TableColumns {
  std::vector<ColumnUse> uses;  ///< by column; empty: the table has no dates
  bool header = false;          ///< its first row is a header
};

/// Judges the columns of the table with the cells `cells`, which are in order. Where several columns could date a row
/// and no header tells them apart, none does.
TableColumns judge_columns(const Document& document, std::span<const Cell> cells, DateCellReader& dates);

}  // namespace annal
