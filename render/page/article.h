// The article as HTML, its characters one for one, with every date, every event and every sentence marked.
#pragma once

#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal::page {

/// Appends the blocks of the text. `shown` says of each event whether it is marked. Event words carry data-event with
/// their id, blocks data-begin with their place in code points.
void append_article(std::string& out, const Timeline& timeline, const std::vector<bool>& shown);

}  // namespace annal::page
