// One tree, read for what its clauses say of a time: the direction they look in (tense.cc), and how they name a date
// (telling.cc). For TenseReader alone.
#pragma once

#include <string>

#include "core/normalize/tense.h"
#include "core/syntax/lemmas.h"
#include "core/syntax/tree.h"

namespace annal {

/// Values of the class "time-tie". Here "by" and "until" are one.
enum TimeTieValue : std::int32_t { in = 1, since = 2, by = 3, before = 4, for_ = 6, during = 7, to = 9, until = 14 };

/// How many heads are climbed to a predicate.
inline constexpr int most_heads = 24;

inline bool is_past(syntax::Tense tense) {
  return tense == syntax::Tense::past || tense == syntax::Tense::imperfect || tense == syntax::Tense::pluperfect;
}

/// Of a form that is not finite: "closed", "gewählt".
inline bool is_past_participle(const syntax::Features& f) {
  return f.verb_form == syntax::VerbForm::part && f.tense != syntax::Tense::pres && f.aspect != syntax::Aspect::prog;
}

/// A predicate with what its auxiliaries say.
struct Predicate {
  const syntax::Word* main = nullptr;
  const syntax::Word* finite = nullptr;  ///< itself, an auxiliary or the copula; null: none is finite
  bool modal = false;                    ///< an auxiliary of the future, or of what may or must be
  bool passive = false;
  bool copula = false;
  bool perfect = false;   ///< "has met", "had been due"
  bool becoming = false;  ///< a passive with an auxiliary of the future: "wird gewählt"
  bool infinitive = false;
  bool to_come = false;  ///< an infinitive with its mark under a finite auxiliary: "is to resume"

  bool past() const { return finite != nullptr && is_past(finite->features.tense); }
};

class TimeClauseReader {
 public:
  TimeClauseReader(const TenseReader& reader, const syntax::Tree& tree) : reader_(reader), tree_(tree) {}

  /// As those of TenseReader; `time`, `inner` and `outer` are words of the tree.
  Direction at(std::int32_t time) const;
  DateTelling telling(std::int32_t time) const;
  bool within(std::int32_t inner, std::int32_t outer) const;
  bool dates_report(std::int32_t time) const;

 private:
  const syntax::Word& word(std::int32_t index) const { return tree_.words[static_cast<std::size_t>(index)]; }
  std::string form(const syntax::Word& word) const {
    return syntax::form_of(word, reader_.analysis_.document.text, reader_.language_);
  }
  bool is(const syntax::Word& word, WordClass word_class) const;
  bool is_predicate(std::int32_t index) const;
  std::int32_t predicate_from(std::int32_t index) const;
  Predicate predicate(std::int32_t index) const;
  Granularity unit(std::int32_t time) const;
  bool leaves_year_open(std::int32_t time) const;
  std::int32_t marker(std::int32_t time) const;

  // tense.cc
  Direction finite_direction(const Predicate& p) const;
  bool is_told_of_others(const Predicate& p) const;
  Direction direction_of(const Predicate& p, int depth) const;
  bool shares_tense(const syntax::Word& participle) const;
  bool lies_ahead(const Predicate& p) const;
  Direction scheduled(const Predicate& p, bool ahead, std::int32_t time) const;
  std::int32_t opener(std::int32_t time) const;
  bool proposed(std::int32_t time) const;
  bool aims_at(std::int32_t time) const;
  bool is_with_particle(std::int32_t verb, WordClass word_class) const;

  // telling.cc
  bool is_verbless() const;
  bool is_first_date(std::int32_t time) const;
  bool is_adverbial(std::int32_t time) const;
  bool has(std::int32_t index, syntax::Deprel relation) const;
  bool modifies_noun(std::int32_t index, std::int32_t clause) const;
  bool before_all_but_own(std::int32_t time) const;
  bool in_brackets(std::int32_t time) const;
  bool of_subject(std::int32_t noun) const;
  bool dates_subject(std::int32_t noun) const;
  DateTelling rank_of(std::int32_t clause) const;
  bool sets_time(std::int32_t clause) const;
  bool opens_clause(std::int32_t time, std::int32_t clause) const;

  const TenseReader& reader_;
  const syntax::Tree& tree_;
};

}  // namespace annal
