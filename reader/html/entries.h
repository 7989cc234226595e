// Entries with dates of their own: items of a list, rows of a table, headings and paragraphs of a chronology, teasers
// of other articles. Their days say when something happened, not when the page was written.
#pragma once

#include <cstdint>
#include <vector>

#include "reader/html/tree.h"

namespace annal {

/// For each node, the end of the subtree of the entry that begins there, 0 for all others. An entry is one of several
/// elements of one name and parent that have different days: rows and items anywhere in them, others at their front;
/// not where words say that the page was published or changed on that day. Linear in the page.
std::vector<std::uint32_t> dated_entries(const PageTree& tree, bool month_first);

/// Whether `i` is a list, or a table with headers.
bool is_list(const PageTree& tree, std::uint32_t i);

}  // namespace annal
