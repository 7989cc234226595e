// Converts the article's part of a page to text: blocks on lines of their own, white space as a browser shows it,
// entities decoded, and for each code point its place in the page.
#pragma once

#include "core/text/document.h"
#include "reader/block_writer.h"
#include "reader/html/tree.h"

namespace annal {

/// Fills `document.text`, `document.blocks` and `document.source` (offsets into the tree's UTF-8) from the undropped
/// part of the tree, after the text of `title_node` cut to `document.title` (0: no such node), and `layout` with its
/// tables and bold words. What `document` holds already stays, and the new blocks follow it. Linear.
void flow_text(const PageTree& tree, std::uint32_t title_node, Document& document, Layout& layout);

}  // namespace annal
