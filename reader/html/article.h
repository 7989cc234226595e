// The article told from what stands round it: which elements hold running text, and which of them hold most of it.
// After measuring, what remains in the tree undropped is the article.
#pragma once

#include "reader/html/tree.h"

namespace annal {

/// Drops all of the tree but the article, and returns the title of the page, without the site's name; empty where the
/// page has none. A page with no article to speak of keeps its whole visible text. Linear in the page, for its depth
/// is bounded.
///
///   source   the scoring of Mozilla's Readability: paragraphs earn points by length and commas, and pass them to their
///            parents and, less, to those above; links and class names take away
std::string keep_article(PageTree& tree);

}  // namespace annal
