// What the event stage knows of single words. The language's lexicon names classes; here each class that matters to
// events gets a bit, so that a word is looked up once and asked often. Verbs and nouns are listed by their lemmas.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "timeline/event/enum_set.h"

namespace annal {

/// A class of words that events are read by. `lexicon.cc` gives each the name it has in data/lang.
enum class Is : std::uint8_t {
  definite,
  subordinator,
  relative,
  agent_mark,
  genitive_mark,
  negation,
  aux_have,
  modal,
  reporting,
  announcing,
  perception,
  aspectual,
  act_toward,
  attitude,
  state,
  light,
  forward,
  against,
  prospective,
  factive,
  alleging,
  convicting,
  acquitting,
  subject_control,
  alleging_noun,
  reporting_noun,
  alleged_mark,
  reported_mark,
  attribution_mark,
  attribution_clause,
  complementizer,
  condition_infinitive,
  preventing_mark,
  modal_hearsay,
  adjective_forward,
  landmark,
  transitive,
  falsifying,
  nearly,
  hedge,
  condition,
  causing,
  following,
  preceding,
  bringing_about,
  happening,
  noun_event,
  noun_event_weak,
  same_event,
  one_of_several,
  event_place,
  signal_after,
  signal_before,
  signal_since,
  signal_during,
  signal_when,
  signal_while,
  signal_once,
  signal_phrase,
  signal_phrase_opener,
  adverb_later,
  adverb_earlier,
  modal_reported,
  attribution_phrase,
  attribution_opener,
  attribution_adverb,
  finding,
  court,
  instead,
  denying,
  arresting,
  reason_mark,
  modal_duty,
  modal_ability,
  speaker,
  contrast,
  scheduling,
  time_target,
  cancelling,
  verifying,
  assuring,
  doubting,
  feigning,
  comparing,
  falsehood,
  escaping,
  only,
  shifting,
  disjunction,
  enacted_noun,
  commemorating,
  undecided,
  opposing_mark,
  count_
};

using ClassSet = EnumSet<Is>;

/// What the lexicon says of one word.
struct WordFacts {
  ClassSet classes;
  std::uint8_t value = 0;   ///< of a modal: 1 future, 2 possibility, 3 duty and ability
  std::uint8_t aspect = 0;  ///< of an aspectual verb: 1 begins, 2 goes on, 3 ends
  std::int32_t same = -1;   ///< the group of the class `same-event`, or -1
  std::uint8_t which = 0;   ///< of the class `one-of-several`, or 0
};

/// Reading a language's tables takes longer than reading an article: `of` does it once in the life of the program.
class EventLexicon {
 public:
  /// The lexicon of `language`, one of those that Language::find gives. Safe from any thread.
  static const EventLexicon& of(const Language& language);
  explicit EventLexicon(const Language& language);

  /// What the lexicon says of `word` (UTF-8, any case): a form or a lemma, as data/lang lists it.
  const WordFacts& facts(std::string_view word) const;
  /// Whether `phrase` (words joined by one space) is in class `c`.
  bool phrase_is(std::string_view phrase, Is c) const;
  /// The facts of the single word that phrase `phrase` of the class signal-phrase stands for; empty facts for any
  /// other.
  WordFacts signal_of_phrase(std::string_view phrase) const;
  const Language& language() const { return *language_; }

 private:
  WordFacts read_entry(std::uint32_t word) const;

  const Language* language_;
  std::array<WordClass, static_cast<std::size_t>(Is::count_)> ids_{};
  std::vector<std::uint8_t> by_class_;  ///< Is + 1 of a WordClass, 0 for classes of other stages
  std::vector<WordFacts> entries_;      ///< one for each word of the tables
};

}  // namespace annal
