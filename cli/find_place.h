// Naming a place of the text on the command line: a time expression, or a place that mentions an event.
#pragma once

#include <cstdint>
#include <string>

#include "core/result.h"
#include "timeline/edits/edits.h"
#include "timeline/timeline.h"

namespace annal {

/// The quote of the time expression that `name` means: an id ("t3"), or words of the article that hold it or lie in it.
/// Errors: usage: no such expression, or several (all of them listed, with their ids and places).
Result<Quote> find_time(const Timeline& timeline, const std::string& name);

/// The quote of the place that `name`, words of the article, means: one that mentions `event`, besides its own head.
/// Errors: usage: no such mention (those that there are listed), or several.
Result<Quote> find_mention(const Timeline& timeline, std::uint32_t event, const std::string& name);

}  // namespace annal
