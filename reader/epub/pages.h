// Prepares a page of a book for the parser of web pages.
#pragma once

#include <string>
#include <string_view>

#include "reader/html/tree.h"

namespace annal {

/// `xhtml` with an end for each element that is closed in its own tag: `<title/>`, which a parser of web pages takes
/// for a title without an end. Elements that never have an end stay as they are. Linear.
std::string with_ends(std::string_view xhtml);

/// Drops what is no text of the book: what nobody sees, references to notes and back, tables of contents.
void drop_apparatus(PageTree& tree);

}  // namespace annal
