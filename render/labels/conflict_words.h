// What a reader is told of statements that cannot all be true: the sentences that make them, in the order of the text.
#pragma once

#include <string>
#include <vector>

#include "core/lang/labels.h"
#include "timeline/timeline.h"

namespace annal::labels {

/// A sentence with words of a conflict in it.
struct ConflictStatement {
  Span sentence;
  Span words;  ///< the first of them
};

/// The sentences that the statements of `conflict` rest on, each once, in the order of the text.
std::vector<ConflictStatement> statements_of(const Timeline& timeline, const Conflict& conflict);

/// Whether a date that its owner states is among what disagrees: no contradiction of the text alone.
bool has_edit(const Timeline& timeline, const Conflict& conflict);

/// "These statements of the text disagree:", or, where a date that its owner states is among them, "edited: " and the
/// title of its event.
std::string conflict_heading(const Timeline& timeline, const Conflict& conflict, const Labels& labels);

/// The sentence in quotation marks, on one line, or what of a long one stands round the words.
std::string quote_of(const Timeline& timeline, const ConflictStatement& statement);

/// "set aside: “on 5 May”": the date or annotated link that the timeline does not follow; empty where it follows all
/// dates and only gave up what relates them.
std::string set_aside_words(const Timeline& timeline, const Conflict& conflict, const Labels& labels);

/// All of it on one line: "These statements of the text disagree: “The fair opened on 3 May.” “It opened on 5 May.”".
std::string conflict_words(const Timeline& timeline, const Conflict& conflict, const Labels& labels);

}  // namespace annal::labels
