// Separates prose from what surrounds it on a saved page. Plain text has no markup, so the evidence is the shape of the
// lines (are they wrapped, do they end like sentences, how long are they, where are they) and the words of
// data/lang/<tag>/lexicon/boilerplate.txt and dateline.txt. In doubt, a line is prose, so that no content is lost.
#pragma once

#include <span>

#include "core/lang/language.h"
#include "core/text/document.h"
#include "core/text/leading_date.h"

namespace annal {

/// Fills `document.blocks`, and `document.title` if it is empty and the text has a title.
///
/// Blocks cover every line that is not white space. Lines that look wrapped (each is full before the next begins) are
/// one block. A dateline inside a paragraph ("PORTVALE, Nov. 14 (Agency) --") is a block of its own. Headings between
/// paragraphs are titles as well; `document.title` is the first. A date that dates what follows is a block too. Linear
/// in the text.
///
///   dates   of the text, in order of place
void find_blocks(Document& document, const Language& language, std::span<const DateMention> dates = {});

/// Finds datelines, dates and boilerplate among the blocks that markup gave `document`; its headings stay.
void refine_blocks(Document& document, const Language& language, std::span<const DateMention> dates);

}  // namespace annal
