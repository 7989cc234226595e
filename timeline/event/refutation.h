// What a text takes back in its next sentence: "The Courier reported that Collard died on 9 November. This is not true:
// she died on the 11th."
#pragma once

#include "timeline/event/clause.h"

namespace annal {

/// Gives what a sentence reports the status of what is denied, where the next of the paragraph calls it untrue, or
/// tells the same of another time behind words as "in fact".
void deny_refuted(const Analysis& analysis, const EventLexicon& lexicon, Reading& reading);

}  // namespace annal
