// Takes up what markup says of a document's dates: the column of dates in a table, and dates in bold at the front of
// lines. Each becomes a block of its own before what it dates.
#pragma once

#include <string>

#include "core/lang/language.h"
#include "reader/block_writer.h"

namespace annal {

/// Gives the blocks of each row of a table with dates their order (dates first, then what happened, then the rest) and
/// kind, and parts dates in bold from the rest of their lines. Without a column that is one of dates beyond doubt, a
/// table stays as it is. Offsets still lead back to the source, and pages begin where their text does. Linear.
void apply_layout(Document& document, Layout layout, const Language& language);

/// The words of the first heading of the first level that is no date; empty where there is none.
std::string heading_title(const Document& document, const Language& language);

}  // namespace annal
