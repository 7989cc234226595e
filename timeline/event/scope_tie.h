// What a date that stands alone dates: a heading, the front of a line, a cell. Where tie.h follows the tree of a
// sentence, this follows the structure of the text.
#pragma once

#include <vector>

#include "timeline/event/tie.h"

namespace annal {

/// Appends to `ties`, the ties within sentences, those to the dates that the blocks of the text stand under: of each
/// clause that the text tells for itself and that no time of its own dates, and, where a line has no verb ("5 May 2021
/// - Breakthrough"), of the word that heads it. Minutes and the like stand under the day of their session.
void append_scope_ties(const Analysis& analysis, const Reading& reading, const Language& language,
                       std::vector<TimeTie>& ties);

/// Whether `sentence` is the first that a date right before it dates: an entry of a list, a chronicle, a log.
bool opens_entry(const Analysis& analysis, std::uint32_t sentence);

/// The word of the tree of `sentence` that heads it; -1 without a tree.
std::int32_t root_of(const Analysis& analysis, std::uint32_t sentence);

}  // namespace annal
