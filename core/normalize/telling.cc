// How a sentence names a date that states its year.
#include <algorithm>

#include "core/normalize/clause_reader.h"
#include "core/normalize/tree_facts.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;
using syntax::Word;

DateTelling TimeClauseReader::telling(std::int32_t time) const {
  if (is_verbless()) return is_first_date(time) ? DateTelling::frame : DateTelling::beside;
  const std::int32_t introduced = marker(time);
  if (introduced == since || introduced == before || in_brackets(time)) return DateTelling::mention;
  const std::int32_t above = word(time).head;
  if (above < 0) return DateTelling::told;
  if (!is_adverbial(time)) return dates_subject(above) ? DateTelling::aside : DateTelling::mention;
  const std::int32_t clause = predicate_from(above);
  if (clause < 0) return before_all_but_own(time) && introduced != 0 ? DateTelling::frame : DateTelling::beside;
  if (modifies_noun(above, clause)) return DateTelling::mention;
  const DateTelling rank = rank_of(clause);
  if (rank != DateTelling::told) return rank;
  const bool opens = opens_clause(time, clause);
  const Predicate p = predicate(clause);
  // A participle alone is no clause that tells; the parser may take it for one.
  if (p.finite == nullptr && !p.modal && is_past_participle(p.main->features)) return DateTelling::beside;
  if (p.perfect && p.past()) return opens ? DateTelling::told : DateTelling::mention;
  if (introduced == until || introduced == to) return DateTelling::beside;
  return opens ? DateTelling::frame : DateTelling::told;
}

// As headings and captions are.
bool TimeClauseReader::is_verbless() const {
  return std::none_of(tree_.words.begin(), tree_.words.end(),
                      [](const Word& w) { return w.upos == Upos::verb || w.upos == Upos::aux; });
}

// Whether no date before it states its year.
bool TimeClauseReader::is_first_date(std::int32_t time) const {
  return std::none_of(tree_.words.begin(), tree_.words.begin() + time, [&](const Word& w) {
    if (w.time < 0) return false;
    const Timex& timex = reader_.analysis_.timexes[static_cast<std::size_t>(w.time)];
    return stated_year(reader_.analysis_.expressions, timex.expression) != 0;
  });
}

// Whether the way up from `index` to its clause leads through a participle beside a noun: "ein 1998 gefundenes
// Tagebuch".
bool TimeClauseReader::modifies_noun(std::int32_t index, std::int32_t clause) const {
  for (; index >= 0 && index != clause; index = word(index).head)
    if (word(index).deprel == Deprel::amod || word(index).deprel == Deprel::acl) return true;
  return false;
}

bool TimeClauseReader::within(std::int32_t inner, std::int32_t outer) const {
  const std::int32_t top = word(outer).head;
  if (top < 0) return false;
  if (top == inner + 1 && word(outer).deprel == Deprel::nmod) return true;  // "the spring flood of 1613"
  if (is_predicate(top) && !is_adverbial(outer)) return false;  // "закон 2008 года изменили"
  const bool of_noun = !is_predicate(top) && word(top).upos != Upos::verb && word(top).deprel != Deprel::amod;
  for (std::int32_t i = inner, steps = 0; i >= 0 && steps < most_heads; i = word(i).head, ++steps) {
    if (i == top) return true;
    if (!of_noun && i != inner && word(i).upos == Upos::verb) return false;
    const Deprel relation = word(i).deprel;
    const bool of_its_own = relation == Deprel::conj || relation == Deprel::parataxis || relation == Deprel::ccomp ||
                            relation == Deprel::advcl;
    if (of_its_own || (!of_noun && (relation == Deprel::acl || relation == Deprel::acl_relcl))) return false;
  }
  return false;
}

bool TimeClauseReader::dates_report(std::int32_t time) const {
  const std::int32_t above = predicate_from(time);
  return above >= 0 && (is(word(above), reader_.reporting_) || is(word(above), reader_.announcing_));
}

// Whether a time tells when something is done, rather than which thing is meant: "in 1998", "1998 zog er um", but not
// "the frontier of 1815", nor a year that follows its noun without a word between them: "границы 1815 года". Whether
// "in 1998" belongs to a verb or to its object the tree does not know for sure; a day without a preposition is
// adverbial.
bool TimeClauseReader::is_adverbial(std::int32_t time) const {
  const Word& w = word(time);
  const bool opens = before_all_but_own(time), marked = has(time, Deprel::case_);
  switch (w.deprel) {
    case Deprel::obl:
    case Deprel::obl_unmarked:
    case Deprel::advmod:
    case Deprel::nmod_unmarked: break;
    case Deprel::nsubj:
    case Deprel::nsubj_pass: return true;
    case Deprel::amod:
    case Deprel::compound:
    case Deprel::nmod_poss: return false;
    default: {
      const std::int32_t introduced = marker(time);
      if (opens && introduced != 0) return true;
      if (marked) return (introduced == in || introduced == during) && !of_subject(w.head) && marker(w.head) <= in;
      return unit(time) < Granularity::year;
    }
  }
  if (opens || marked || time == 0) return true;
  const Word& last = word(time - 1);
  const bool follows_noun = (last.upos == Upos::noun || last.upos == Upos::propn) && last.time < 0;
  return !follows_noun || unit(time) != Granularity::year;
}

bool TimeClauseReader::has(std::int32_t index, Deprel relation) const {
  return std::any_of(tree_.words.begin(), tree_.words.end(),
                     [&](const Word& w) { return w.deprel == relation && w.head == index; });
}

// Whether it opens its sentence, but for words of its own.
bool TimeClauseReader::before_all_but_own(std::int32_t time) const {
  for (std::int32_t i = 0; i < time; ++i)
    if (word(i).head != time && word(i).deprel != Deprel::punct && word(i).deprel != Deprel::cc) return false;
  return true;
}

bool TimeClauseReader::in_brackets(std::int32_t time) const {
  int open = 0;
  for (std::int32_t i = 0; i < time; ++i) {
    if (word(i).upos != Upos::punct) continue;
    const std::string_view mark = slice(reader_.analysis_.document.text, word(i).span);
    open += (mark == "(" || mark == "[") - (mark == ")" || mark == "]");
  }
  return open > 0;
}

bool TimeClauseReader::of_subject(std::int32_t noun) const {
  const Deprel relation = word(noun).deprel;
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
}

bool TimeClauseReader::dates_subject(std::int32_t noun) const {
  if (!of_subject(noun)) return false;
  const std::int32_t clause = predicate_from(word(noun).head);
  return clause >= 0 && rank_of(clause) == DateTelling::told;
}

// `told` for a main clause and what is told to be in it, `beside` for a clause beside it, else `mention`.
DateTelling TimeClauseReader::rank_of(std::int32_t clause) const {
  DateTelling rank = DateTelling::told;
  for (std::int32_t i = clause, steps = 0; steps < most_heads; i = word(i).head, ++steps) {
    if (word(i).head < 0) return rank;
    switch (word(i).deprel) {
      case Deprel::conj:
      case Deprel::parataxis:
      case Deprel::ccomp:
      case Deprel::xcomp: break;
      case Deprel::advcl:
        // "When the king died in 1701, the court left."
        if (i > word(i).head || !sets_time(i)) rank = DateTelling::beside;
        break;
      case Deprel::acl_relcl: rank = DateTelling::beside; break;
      case Deprel::acl:
        // "те, що почалося": a clause of its own
        if (!has(i, Deprel::mark)) return DateTelling::mention;
        break;
      default: return DateTelling::mention;
    }
  }
  return rank;
}

// Whether a clause has a verb of its own and a word that joins it, but none that counts from it or up to it.
bool TimeClauseReader::sets_time(std::int32_t clause) const {
  const bool joined = has(clause, Deprel::mark) || has(clause, Deprel::advmod);
  if (!joined || predicate(clause).finite == nullptr) return false;
  return std::none_of(tree_.words.begin(), tree_.words.end(), [&](const Word& w) {
    if (w.head != clause || w.deprel != Deprel::mark) return false;
    const std::int32_t tie = reader_.time_tie(form(w));
    return tie == since || tie == before || tie == until;
  });
}

// Whether a time stands before its predicate and all that depends on it but conjunctions.
bool TimeClauseReader::opens_clause(std::int32_t time, std::int32_t clause) const {
  if (time > clause) return false;
  for (std::int32_t i = 0; i < time; ++i) {
    const Deprel relation = word(i).deprel;
    const bool joins = relation == Deprel::punct || relation == Deprel::cc || relation == Deprel::mark ||
                       relation == Deprel::advmod || relation == Deprel::discourse;
    if (word(i).head == clause && !joins) return false;
  }
  return true;
}

}  // namespace annal
