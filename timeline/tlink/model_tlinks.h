// Links where the rules are silent: what the models of link_model.h tell, with the words of both ends, as evidence of
// kind `model` and of the least trust. Below its threshold an answer is no answer.
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
