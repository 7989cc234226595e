// Tables that are timelines: CSV and TSV whose header names dates and titles (data/html/columns.txt, entry-...). Those
// of spreadsheets, of TimelineJS and of annal itself are among them.
#pragma once

#include <string_view>

#include "core/result.h"
#include "timeline/entries/entries.h"

namespace annal {

/// Whether `bytes` are such a table: separated values whose first line names a column of dates, of years or of starts,
/// and one of titles. Unless `name` ends in .csv or .tsv, the lines below must have as many fields.
bool is_entry_table(std::string_view bytes, std::string_view name);

/// Reads the rows of one, in their order. Columns that it does not know are named in `warnings`.
///
///   name     what messages call the input
///   errors   as read_text; syntax, with the line: a row without a title; an unknown status; an address or a colour
///            that is none; no row
Result<Entries> read_entry_table(std::string_view bytes, std::string_view name);

}  // namespace annal
