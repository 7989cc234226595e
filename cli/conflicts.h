// What in a text cannot all be true, for its reader.
#pragma once

#include <string>
#include <string_view>

#include "timeline/timeline.h"

namespace annal {

/// For each conflict the sentences that state it, with their places, and what was set aside, in the language of the
/// text; "no contradiction found" where there is none.
std::string to_conflicts_text(const Timeline& timeline);

/// What --strict does not let pass: "the text contradicts itself", "the documents disagree"; empty where nothing is.
std::string_view contradiction_in(const Timeline& timeline);

}  // namespace annal
