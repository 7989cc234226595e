// What the texts of a page state that cannot all be true.
#pragma once

#include <string>

#include "core/lang/labels.h"
#include "timeline/timeline.h"

namespace annal::page {

/// The contradictions of the text, then what contradicts an edit, then the events that documents date differently, each
/// with the sentences that say so; of several documents with the name of each.
std::string conflicts_of(const Timeline& timeline, const Labels& labels);

}  // namespace annal::page
