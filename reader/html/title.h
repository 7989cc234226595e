// Finds the title of a page: its <title> without the name of the site, or its only headline.
#pragma once

#include <string>

#include "reader/html/tree.h"

namespace annal {

/// The title with its white space made single blanks; empty where the page states none.
std::string page_title(const PageTree& tree);

/// Drops the headlines of the first two levels that say what the title says already.
void drop_repeated_title(PageTree& tree, const std::string& title);

/// The text of the headline `i`, with its white space made single blanks; empty where it is longer than any headline:
/// headlines within headlines would otherwise cost their depth times the page.
std::string headline_text(const PageTree& tree, std::uint32_t i);

/// `text` with each run of white space made one blank, none at its ends.
std::string single_spaced(std::string_view text);

}  // namespace annal
