// Headers, footers and page numbers: lines that stand at one place on several pages and say the same but for a number
// that counts the pages.
#pragma once

#include <vector>

#include "reader/pdf/lines.h"

namespace annal::pdf {

/// Takes headers, footers and page numbers from `pages`, the lines of each page. A line at the head or foot of a page
/// is one if another page within two has it too, at the same height, with the same words and with numbers that are
/// equal or count on with the pages; or if it is nothing but the number of its page; or if it is what a browser prints
/// around a page: small type at the very edge, with an address. Linear but for sorting.
void drop_furniture(std::vector<std::vector<Line>>& pages);

}  // namespace annal::pdf
