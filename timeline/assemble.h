// The last steps to a Timeline, shared by texts (pipeline.h) and by annotated texts (annotation/annotated.h).
#pragma once

#include <vector>

#include "core/analysis.h"
#include "timeline/event/event.h"
#include "timeline/event/when.h"
#include "timeline/tlink/link_model.h"

namespace annal {

/// The timeline of these events: what the text says of their order, the network of it, dates and relations.
/// `found`: the events are Annal's own, see append_model_links.
Timeline assemble(Analysis analysis, const Reading& reading, const TieIndex& ties, std::vector<Event> events,
                  const LinkTables& models, bool found);

/// Solves the network of `timeline.evidence`: sets the bounds and ranks of its events, its order and its conflicts.
/// Returns of each event whether its bounds rest on guesses.
std::vector<bool> order_events(const Analysis& analysis, Timeline& timeline);

/// Moves the text and its time expressions into `timeline`.
void take_text(Analysis analysis, Timeline& timeline);

}  // namespace annal
