// The coarse class of every word: of closed classes from the lexicon, of the others from the model's tag, held to what
// the words next to it allow. What comes after (clauses, events, titles) reads `Word`s alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/analysis.h"
#include "timeline/event/lexicon.h"
#include "timeline/model/event_model.h"

namespace annal {

enum class Tag : std::uint8_t {
  mark,
  number,
  time,
  name,
  noun,
  pronoun,
  possessive,
  determiner,
  adjective,
  preposition,
  conjunction,
  subordinator,
  relative,
  adverb,
  negation,
  particle,
  to,
  modal,
  be,
  have,
  do_,
  base,
  present,
  past,
  participle,
  gerund
};

/// What later stages know of one token.
struct Word {
  Tag tag = Tag::mark;
  std::uint8_t value = 0;   ///< of a pronoun, auxiliary, modal or time tie (data/lang, function-words.txt, signals.txt)
  std::uint8_t aspect = 0;  ///< of an aspectual verb: 1 begins, 2 goes on, 3 ends
  bool plural = false;
  bool person = false;      ///< a noun that WordNet has for a person first
  bool capital = false;     ///< begins with a capital letter
  EventGuess event;         ///< what the event model says of it
  std::int32_t timex = -1;  ///< index into Analysis::timexes of the expression that it stands in
  std::int32_t same = -1;   ///< group of the class `same-event`
  Lemma lemma;              ///< of the chosen reading
  ClassSet self;            ///< classes of the word as it stands
  ClassSet meaning;         ///< classes of the base form of the chosen reading
};

inline bool is_verb(Tag t) { return t >= Tag::base; }
inline bool is_auxiliary(Tag t) { return t >= Tag::modal && t <= Tag::do_; }
inline bool is_nominal(Tag t) { return t == Tag::name || t == Tag::noun; }

/// Capitalised words that the text also uses inside sentences: its proper names.
using NameSet = std::unordered_set<std::string_view>;

/// The proper names of `analysis`; views into its text.
NameSet names_of(const Analysis& analysis, const EventLexicon& lexicon);

/// Tags every sentence outside boilerplate.
std::vector<Word> tag(const Analysis& analysis, const EventLexicon& lexicon);

}  // namespace annal
