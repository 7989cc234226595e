// How well a title does without a word that hangs on another: rules over labels and features of Universal Dependencies,
// the same for all languages, each with an example. What a language needs in words is in its lexicon (title-words.txt).
#pragma once

#include <cstdint>

#include "timeline/event/title_sentence.h"

namespace annal {

/// A cost is how soon a subtree is left out for want of room, or one of these.
inline constexpr int always = 0;     ///< it makes the statement whole
inline constexpr int needed = 1;     ///< what it hangs on says little without it: left out last of all
inline constexpr int left_out = -1;  ///< it dates the event, leads over to it, or is an aside
inline constexpr int unlikely = -2;  ///< no right tree has such an arc

inline bool is_nominal(const syntax::Word& word) {
  return word.upos == syntax::Upos::noun || word.upos == syntax::Upos::propn || word.upos == syntax::Upos::pron;
}

class TitleRules {
 public:
  TitleRules(const TitleSentence& sentence, std::int32_t event, bool fact)
      : sentence_(sentence), tree_(sentence.tree()), lexicon_(sentence.lexicon()), event_(event), fact_(fact) {}

  /// The word that the title hangs on, whose own adposition and conjunction it does without.
  void set_anchor(std::uint32_t anchor) { anchor_ = anchor; }
  /// The cost of the subtree of `k`, which hangs on `h`, in a title; `depth` is the number of nouns above it.
  int cost(std::uint32_t h, std::uint32_t k, int depth) const;
  bool is(std::uint32_t w, TitleClass c) const { return sentence_[w].classes.has(c); }
  bool comma_before(std::uint32_t w) const;
  /// Whether it stands for a noun outside its clause, or asks.
  bool is_relativizer(std::uint32_t w) const { return tree_.is_relativizer(w) || is(w, TitleClass::relative); }
  /// Whether the word begins like a verb that parts where it takes the second place: "zurücktrat".
  bool has_separable_prefix(std::uint32_t w) const;
  bool has_object(std::uint32_t w) const;
  /// Whether verb `w` has no number where verb `other` has one: "територію було окуповано".
  bool is_impersonal(std::uint32_t w, std::uint32_t other) const {
    using syntax::Number;
    return tree_[w].features.number == Number::none && tree_[other].features.number != Number::none &&
           tree_[w].features.verb_form == syntax::VerbForm::fin;
  }
  /// Whether another conjunct between the two has a subject of its own.
  bool subject_between(std::uint32_t first, std::uint32_t last) const;
  /// Whether a noun before the verb hangs on it as nothing that a verb takes.
  bool has_stray_noun(std::uint32_t verb) const;
  /// Whether what is told may end before word `end`: not in "10 | to 15 percent", "three | mills", "well | -known",
  /// "told the board | that it lost".
  bool may_end(std::uint32_t end) const;
  /// Whether word `last` ends what is told though what it needs follows at once: "the start | of talks".
  bool waits(std::uint32_t last) const;
  /// Whether word `w` compares with what stands right behind it.
  bool is_open_comparison(std::uint32_t w) const;
  /// Whether what negates clause `w` negates only what a title leaves out: a time, or "only".
  bool negates_beside(std::uint32_t w) const;
  /// Whether all that hangs on clause `w` is a time: "compared with the same period last year".
  bool only_dates(std::uint32_t w) const;

 private:
  TitleClasses adposition(std::uint32_t w) const;
  bool is_list(std::uint32_t h, std::uint32_t k) const;
  bool comma_after(std::uint32_t w) const;
  bool is_fronted(std::uint32_t h, std::uint32_t k) const;
  int time_cost(std::uint32_t h, std::uint32_t k) const;
  int oblique_cost(std::uint32_t h, std::uint32_t k) const;
  int noun_modifier_cost(std::uint32_t h, std::uint32_t k, int depth) const;
  int relative_cost(std::uint32_t h, std::uint32_t k, int depth) const;
  bool limits_number(std::uint32_t k) const;
  int adverb_cost(std::uint32_t h, std::uint32_t k) const;
  int adverbial_clause_cost(std::uint32_t h, std::uint32_t k) const;
  int conjunction_cost(std::uint32_t h, std::uint32_t k) const;
  int conjunct_cost(std::uint32_t h, std::uint32_t k) const;
  int marker_cost(std::uint32_t h, std::uint32_t k) const;
  bool is_negated_only(std::uint32_t w) const;
  bool is_paired(std::uint32_t w) const;
  bool follows_adverb(std::uint32_t w) const;

  const TitleSentence& sentence_;
  const TreeView& tree_;
  const TitleLexicon& lexicon_;
  const std::int32_t event_;  ///< the predicate or the noun of the event
  const bool fact_;
  std::uint32_t anchor_ = 0;
};

}  // namespace annal
