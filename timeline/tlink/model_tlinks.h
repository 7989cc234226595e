// TLINKs where the rules are silent: what the model of tlink_model.h predicts, as evidence of kind `model`, trusted
// less than any rule. A prediction below its threshold is dropped.
#pragma once

#include "timeline/tlink/tlink.h"
#include "timeline/tlink/tlink_model.h"

namespace annal {

/// Appends to `links` those that the model adds to them: of each event with the day of writing, with the events before
/// it and the time expressions beside it in its own and the previous sentence, at most a few dozen each.
///
///   detected    a link is salient only where the model finds that a reader would state it; where it finds the opposite
///               for a link of tense or reporting among `links`, that one loses its salience. Only facts are linked.
///   annotated   each link is salient. What is no fact is linked too, but such a link bounds nothing. The model is
///               trusted more than the rules of tense and reporting, since it is right more often.
void append_model_tlinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                         const std::vector<Event>& events, const std::vector<EventSite>& sites,
                         const TLinkTables& tables, EventSource source, std::vector<TLink>& links);

}  // namespace annal
