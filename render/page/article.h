// Writes the article as HTML, with the same characters, and marks every date, event and sentence.
#pragma once

#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal::page {

/// Appends the blocks of the text. `shown` says for each event whether it is marked. Words of events have data-event
/// with their id, blocks data-begin with their place in code points.
void append_article(std::string& out, const Timeline& timeline, const std::vector<bool>& shown);

}  // namespace annal::page
