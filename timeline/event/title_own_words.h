// The title of an event whose tree is not to be trusted: a stretch of the sentence as the text has it, so that nothing
// is said that the text does not say.
#pragma once

#include <vector>

#include "timeline/event/title_text.h"

namespace annal {

/// A stretch of a sentence.
struct OwnWords {
  TitleWords words;
  bool complete = false;   ///< no word of it lacks what it needs
  bool whole = false;      ///< it has a subject, where `word` heads a clause, and ends where a phrase does
  NumberSet usable;        ///< the words that date nothing
  std::vector<int> costs;  ///< of the words of its clause, in a title
  NumberSet open_ends;     ///< words before which a stretch cannot end
};

/// Finds the sentence without what dates it if it fits; else the longest stretch of it that holds `word` and leaves out
/// nothing that one of its words needs. Where the verb must stand second, a time in front and a conjunction stay. Room
/// that `own` has is used again.
///
///   word    the predicate or the noun of the event
///   source  a word that must stand in it, who alleges or denies it; -1 for none
void own_words(const TitleSentence& sentence, LineSetter& lines, std::uint32_t word, std::int32_t source,
               OwnWords& own);

}  // namespace annal
