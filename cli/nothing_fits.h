// What a command says where nothing of a timeline fits what is asked.
#pragma once

#include <optional>
#include <string>

#include "timeline/selection.h"
#include "timeline/timeline.h"

namespace annal {

/// Why no event is shown, with the remedy: none was found, nobody has the name of --about, nothing lies within --from
/// and
/// --to; what there is instead. Empty where some are shown, and where nothing is asked and none is salient.
std::string no_event_fits(const Timeline& timeline, const std::optional<SelectionOptions>& asked);

/// Why no day is told of; the same for days.
std::string no_day_fits(const Timeline& timeline, const std::optional<SelectionOptions>& asked);

}  // namespace annal
