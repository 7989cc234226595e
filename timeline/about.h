// The events that somebody or something takes part in, by name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// The events, ascending, one of whose participants has `name` in its words, in any case: "Jane Roe" is in "Mayor Jane
/// Roe". A participant called by the last word of `name` alone, "Roe", counts as well where no other name of the
/// timeline ends in that word: no "Max Roe" is told of. An event without participants counts where its title has the
/// name.
std::vector<std::uint32_t> events_about(const Timeline& timeline, std::string_view name);

/// Up to three names of participants for one who asks for `name`, which none has: those with a word like one of its
/// words; where there is none, those of most events.
std::vector<std::string> names_near(const Timeline& timeline, std::string_view name);

}  // namespace annal
