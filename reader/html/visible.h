// Drops what a visitor of the page never sees, or never as text: scripts, styles, forms, hidden elements.
#pragma once

#include "reader/html/tree.h"

namespace annal {

/// Drops elements that show nothing or are no text: scripts, styles, templates, form fields, embedded objects, and what
/// `hidden`, `aria-hidden` or a style hides.
void drop_invisible(PageTree& tree);

}  // namespace annal
