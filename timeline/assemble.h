// The last steps to a Timeline, shared by texts (pipeline.h) and annotated texts (timeml/annotated.h).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/analysis.h"
#include "timeline/event/event.h"
#include "timeline/event/when.h"
#include "timeline/tlink/tlink.h"
#include "timeline/tlink/tlink_model.h"

namespace annal {

/// Relates the events, solves the network of their evidence, dates the events, and returns the timeline.
/// `source`: who marked the events (see append_model_tlinks).
Timeline assemble(Analysis analysis, Reading reading, const TieIndex& ties, std::vector<Event> events,
                  const TLinkTables& models, EventSource source);

/// Solves the network of `timeline.evidence` with `timexes` time expressions, and sets the bounds and the order of its
/// events and its conflicts. `hints` move events on the line that no evidence places. Returns for each event whether
/// its bounds rest on guesses.
std::vector<bool> order_events(std::size_t timexes, const Dct& dct, Timeline& timeline,
                               std::span<const Evidence> hints = {});

/// Rounds every share of `timeline` to thousandths, as files write them: a timeline that is read again is the same.
void round_shares(Timeline& timeline);

/// Moves the text and its time expressions into `timeline`.
void take_text(Analysis analysis, Timeline& timeline);

}  // namespace annal
