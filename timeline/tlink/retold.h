// One deed told twice, with two dates: "Anna Berg was born on 3 May 1901 ... Anna Berg was born on 5 May 1901".
#pragma once

#include <vector>

#include "timeline/event/event.h"
#include "timeline/tlink/tlink.h"

namespace annal {

/// Appends a link of kind identity, "told-again", between two events that are surely one deed and whose dates exclude
/// each other: the same verb of the class "verb-once" of the same thing, each with one date that its own words fix. A
/// person is born once; a fair opens once in a year. The network sets the link aside, so both dates stay; that it had
/// to is a contradiction of the text.
void append_retold(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                   const std::vector<Event>& events, const std::vector<EventSite>& sites, std::vector<TLink>& links);

}  // namespace annal
