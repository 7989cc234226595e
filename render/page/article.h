// Writes the article, or several documents, as HTML, with the same characters, and marks every date, event and
// sentence.
#pragma once

#include <string>
#include <vector>

#include "core/lang/labels.h"
#include "timeline/timeline.h"

namespace annal::page {

/// Appends the blocks of the text. `shown` says for each event whether it is marked. Words of events have data-event
/// with their id, blocks data-begin with their place in code points.
void append_article(std::string& out, const Timeline& timeline, const std::vector<bool>& shown);

/// Appends a section for each of Timeline::sources: what it is, then an element of the class `text` that holds its
/// text, character for character, with the same marks. It has data-document with the index of the document, in which
/// data-begin counts.
void append_documents(std::string& out, const Timeline& timeline, const std::vector<bool>& shown, const Labels& labels);

}  // namespace annal::page
