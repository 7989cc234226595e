// What the event stage knows of single words. The language's lexicon names classes; here each class that matters to
// events gets a bit, so that a word is looked up once and asked often. Regular forms ("congratulated") are taken back
// to their base form by the endings that the lexicon lists.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/language.h"

namespace annal {

/// A class of words that events are read by. `lexicon.cc` gives each the name it has in data/lang.
enum class Is : std::uint8_t {
  determiner,
  definite,
  article,
  pronoun_subject,
  pronoun_object,
  pronoun_possessive,
  pronoun_free,
  preposition,
  conjunction,
  subordinator,
  relative,
  infinitive_mark,
  agent_mark,
  genitive_mark,
  particle,
  verb_prefix,
  negation,
  negation_tail,
  aux_be,
  aux_have,
  aux_do,
  modal,
  contracted_modal,
  contracted_do,
  clitic,
  title_word,
  actor_noun,
  number,
  ordinal,
  verb,
  verb_past,
  verb_participle,
  verb_ing,
  verb_3sg,
  verb_seldom,
  verb_even,
  gerund_noun,
  gerund_adjective,
  participle_adjective,
  adjective,
  adverb,
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
  alleging,
  convicting,
  acquitting,
  subject_control,
  alleging_noun,
  reporting_noun,
  alleged_mark,
  reported_mark,
  attribution_mark,
  adjective_forward,
  landmark,
  transitive,
  linking,
  hedge,
  condition,
  causing,
  following,
  preceding,
  bringing_about,
  happening,
  noun_common,
  noun_event,
  noun_event_weak,
  same_event,
  time_tie,
  event_place,
  place_mark,
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
  quantity_word,
  quantity_bound,
  adverb_kept,
  modal_reported,
  attribution_phrase,
  attribution_opener,
  suffix_past,
  suffix_past_e,
  suffix_past_doubled,
  suffix_ing,
  suffix_ing_e,
  suffix_ing_doubled,
  suffix_3sg,
  suffix_plural,
  suffix_adverb,
  count_
};

/// A set of `Is`.
class ClassSet {
 public:
  bool has(Is c) const { return (bits_[word_of(c)] >> bit_of(c) & 1U) != 0; }
  void add(Is c) { bits_[word_of(c)] |= std::uint64_t{1} << bit_of(c); }
  void add(const ClassSet& other) {
    bits_[0] |= other.bits_[0];
    bits_[1] |= other.bits_[1];
  }
  bool empty() const { return (bits_[0] | bits_[1]) == 0; }
  template <class... C>
  bool any(C... c) const {
    return (has(c) || ...);
  }

 private:
  static std::size_t word_of(Is c) { return static_cast<std::size_t>(c) >> 6; }
  static unsigned bit_of(Is c) { return static_cast<unsigned>(c) & 63U; }
  std::array<std::uint64_t, 2> bits_{};
};

/// How a form goes back to its base: cut `strip` bytes off its end and add `add`, or, where `text` is not negative,
/// take that string of the lexicon.
struct Lemma {
  std::int32_t text = -1;
  std::uint8_t strip = 0;
  char add = 0;
};

/// Which forms of a verb a word may be.
enum VerbForm : std::uint8_t { form_base = 1, form_3sg = 2, form_past = 4, form_participle = 8, form_ing = 16 };

/// Everything the lexicon says of one word.
struct WordFacts {
  ClassSet word;            ///< of the word as it stands
  ClassSet verb;            ///< of the verb that an inflected form belongs to
  ClassSet noun;            ///< of the singular of a plural, or of the word
  std::uint8_t forms = 0;   ///< VerbForm bits
  std::uint8_t value = 0;   ///< of the pronoun, auxiliary, modal, clitic or time tie that the word is
  std::uint8_t aspect = 0;  ///< of an aspectual verb: 1 begins, 2 goes on, 3 ends
  bool plural = false;
  Lemma verb_lemma, noun_lemma;
  std::int32_t same_verb = -1, same_noun = -1;  ///< the group of the class `same-event`, or -1
};

/// Reading a language's tables takes longer than reading an article: `of` does it once in the life of the program.
class EventLexicon {
 public:
  /// The lexicon of `language`, one of those that Language::find gives. Safe from any thread.
  static const EventLexicon& of(const Language& language);
  explicit EventLexicon(const Language& language);

  /// What the lexicon says of `word` (UTF-8, any case).
  WordFacts facts(std::string_view word) const;
  /// Whether `phrase` (words joined by one space) is in class `c`.
  bool phrase_is(std::string_view phrase, Is c) const;
  /// The facts of the single word that phrase `phrase` of the class signal-phrase stands for; empty facts for any
  /// other.
  WordFacts signal_of_phrase(std::string_view phrase) const;
  /// The base form, in lower case, of `word` by `lemma`.
  std::string base_form(std::string_view word, const Lemma& lemma) const;
  /// Whose given name `word` is: 1 a man's, 2 a woman's, as the values of pronouns; 0 where that is not known.
  std::uint8_t gender_of_name(std::string_view word) const;
  const Language& language() const { return *language_; }

 private:
  /// What one entry of the tables says.
  struct Looked {
    ClassSet classes;
    std::uint8_t value = 0, aspect = 0, forms = 0;
    std::int32_t same = -1, lemma = -1;
  };
  /// An ending of regular forms: "ied" is cut and "y" put in its place.
  struct Ending {
    std::string_view text;
    Is suffix;
    char add;
  };
  Looked read_entry(std::uint32_t word) const;
  const Looked& look(std::string_view word) const;
  bool undo(std::string_view word, const Ending& ending, Is needed, Lemma& lemma, const Looked*& found) const;
  WordFacts work_out(std::string_view word) const;

  const Language* language_;
  std::array<WordClass, static_cast<std::size_t>(Is::count_)> ids_{};
  std::array<std::uint8_t, 1024> by_class_{};  ///< Is + 1 of a WordClass, 0 for classes of other stages
  std::vector<Looked> entries_;                ///< one for each word of the tables
  std::vector<Ending> endings_;                ///< in the order in which they are tried
  std::array<bool, 256> ends_form_{};          ///< by the last letter of an ending
};

}  // namespace annal
