// Prose told from what surrounds it on a saved page. A text file keeps no markup, so the evidence is the shape of lines
// (are they wrapped, do they end as sentences end, how long are they, where do they stand) and the words of
// data/lang/<tag>/lexicon/boilerplate.txt and dateline.txt. In doubt a line is prose: nothing that a text tells may be
// lost.
#pragma once

#include "core/lang/language.h"
#include "core/text/document.h"

namespace annal {

/// Fills `document.blocks`, and `document.title` where it is empty and the text has one.
///
/// Blocks cover every line that is not white space. Lines that look wrapped (each full before the next begins) are one
/// block. A dateline inside a paragraph ("PORTVALE, Nov. 14 (Agency) --") is a block of its own. Headings between
/// paragraphs are titles too; `document.title` is the first. Linear in the text.
void find_blocks(Document& document, const Language& language);

}  // namespace annal
