// Inside the article: lists of links, tables of layout, share buttons and the like are taken out again.
#pragma once

#include "reader/html/tree.h"

namespace annal {

struct Cleaning {
  bool by_content = true;     ///< judge lists, divs, tables and forms by what they hold
  bool weigh_classes = true;  ///< let class names count
};

/// Drops what is no running text from the undropped part of a measured tree.
void clean_article(PageTree& tree, Cleaning cleaning);

/// Class and id: +25 each for names of articles, -25 each for names of what surrounds them.
int class_weight(const PageTree& tree, std::uint32_t i);

/// The share of its text that is links, between 0 and 1.
float link_density(const PageNode& node);

}  // namespace annal
