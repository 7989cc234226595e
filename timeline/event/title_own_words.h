// The title of an event whose tree is not to be trusted: a stretch of the sentence as the text has it, so that nothing
// is said that the text does not say.
#pragma once

#include "timeline/event/title_text.h"

namespace annal {

/// A stretch of a sentence.
struct OwnWords {
  TitleWords words;
  bool complete = false;  ///< no word of it lacks what it needs
  bool whole = false;     ///< it has a subject, where `word` heads a clause, and ends where a phrase does
};

/// The sentence without what dates it if it fits; else the longest stretch of it that holds `word` and leaves out
/// nothing that one of its words needs.
///
///   word         the predicate or the noun of the event
///   source       a word that must stand in it, who alleges or denies it; -1 for none
///   lexicon      where the verb must stand second, a time in front and a conjunction stay
OwnWords own_words(const Analysis& analysis, const TreeView& tree, const TitleLexicon& lexicon, std::uint32_t word,
                   std::int32_t source);

}  // namespace annal
