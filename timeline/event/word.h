// What later stages know of every token: its place in the tree of its sentence, its classes in the lexicon, and what
// the event model says of it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis.h"
#include "timeline/event/lemma_index.h"
#include "timeline/event/lexicon.h"
#include "timeline/model/event_model.h"

namespace annal {

struct Word {
  syntax::Upos upos = syntax::Upos::none;
  std::uint8_t value = 0;   ///< of a modal, or of a pronoun (data/lang, function-words.txt)
  std::uint8_t aspect = 0;  ///< of an aspectual verb: 1 begins, 2 goes on, 3 ends
  bool plural = false;
  bool base = false;         ///< it is its own lemma
  bool unasked = false;      ///< the event model has not been asked of it
  EventGuess event;          ///< what the event model says of it; event_guess asks where it has to
  std::int32_t node = -1;    ///< index of its word in the tree of its sentence; -1 without a tree
  std::int32_t clause = -1;  ///< index of the clause that it stands in, the innermost; -1 outside clauses
  std::int32_t timex = -1;   ///< index into Analysis::timexes of the expression that it stands in
  std::int32_t same = -1;    ///< group of the class `same-event`
  std::uint8_t which = 0;    ///< value of the class `one-of-several`: 1 the first, 2 the second, 99 another; 0 in none
  ClassSet self;             ///< classes of the word as it stands
  ClassSet meaning;          ///< classes of its base form
};

/// The token that stands for a word of a tree: the last that is a word, "elected" of "re-elected".
std::uint32_t last_word_token(const Analysis& analysis, const syntax::Word& word);

struct ReadWords {
  std::vector<Word> words;  ///< one for each token; what hangs on a tree is left open where its sentence has none
  LemmaIndex lemmas;        ///< of the words of all trees
};

/// What the event model says of the word at `token`. Of verbs, nouns and adjectives it is asked at once; few want to
/// know of others.
EventGuess event_guess(const Analysis& analysis, const std::vector<Word>& words, std::uint32_t token);

ReadWords read_words(const Analysis& analysis, const EventLexicon& lexicon);

}  // namespace annal
