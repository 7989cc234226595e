// Separates the article from what surrounds it: which elements contain running text, and which contain most of it.
// What is not dropped from the tree afterwards is the article.
#pragma once

#include "reader/html/tree.h"

namespace annal {

/// Drops everything but the article from the tree, and returns the title of the page without the site's name; "" if the
/// page has none. A page without a clear article keeps all its visible text. Linear in the page, since its depth is
/// bounded.
///
///   source   the scoring of Mozilla's Readability: paragraphs earn points by length and commas, and pass them to their
///            parents and, fewer, to the elements above; links and class names subtract points
std::string keep_article(PageTree& tree);

/// Drops what the page does not show, and returns its title. For pages that are one text without surroundings: mails.
std::string keep_visible(PageTree& tree);

}  // namespace annal
