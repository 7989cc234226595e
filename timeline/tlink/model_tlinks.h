// Adds the relations that the models of tlink_model.h predict where no rule applies, with the words of both ends, as
// evidence of kind `model` with the lowest trust. Answers below a threshold are ignored.
#pragma once

#include "timeline/tlink/tlink.h"
#include "timeline/tlink/tlink_model.h"

namespace annal {

/// Appends to `links` those that the models add to them. At most a handful of neighbours of each event are tied to it.
///
///   found   the events are Annal's own: a relation is then told only where a reader would say it, and so are those
///   that
///           tense and reporting gave. Events that people marked are worth a relation each, what is no fact too, which
///           then bounds nothing; of those the models are believed before the rules of tense and reporting.
void append_model_tlinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                         const std::vector<Event>& events, const std::vector<EventSite>& sites,
                         const TLinkTables& tables, EventSource source, std::vector<TLink>& links);

}  // namespace annal
