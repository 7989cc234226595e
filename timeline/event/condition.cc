// Conditions: "if he left", "had he left", "als habe er gewonnen". What stands in one is not told as a fact.
#include "timeline/event/clause_reader.h"

namespace annal {

using syntax::Deprel;
using syntax::Mood;
using syntax::Upos;

// "if he left", "asked whether he left", "s'il part"; not "s'abonner", whose first word is no "if".
bool ClauseReader::stands_in_condition(std::uint32_t w) const {
  const auto opens = [&](std::uint32_t k) {
    if (!is(k, Is::condition)) return false;
    return at(k).upos != Upos::pron || (k + 1 < w && (view_.is_subject(k + 1) || at(k + 1).deprel == Deprel::expl));
  };
  for (const std::uint32_t k : view_.dependents(w)) {
    const Deprel r = at(k).deprel;
    if ((r == Deprel::mark || r == Deprel::advmod) && opens(k)) return true;
  }
  if (at(w).deprel == Deprel::conj && child_is(w, Deprel::cc, Is::condition)) return true;
  // "Якби він загальмував": whatever the parser makes of the first word; "покинул ли он страну".
  const std::uint32_t first = view_.first(w);
  if (first < w && at(first).head == static_cast<std::int32_t>(w) && !nodes_[first].predicate && opens(first))
    return true;
  return w + 1 < view_.size() && at(w + 1).upos == Upos::part && is(w + 1, Is::condition);
}

// "Bricht der Deich, steht das Dorf unter Wasser", "De llover, se suspenderá".
bool ClauseReader::is_verb_first_condition(std::uint32_t w) const {
  const Place& place = nodes_[w].place;
  if (place.governor < static_cast<std::int32_t>(w)) return false;
  if (place.relation != Deprel::advcl && place.relation != Deprel::ccomp) return false;
  const std::int32_t mark = child(w, Deprel::mark);
  if (nodes_[w].group.tense == Tense::infinitive) return mark == 0 && is(0, Is::condition_infinitive);
  return mark < 0 && view_.finite(w) == 0 && view_.subject(w) > 0;
}

// "Had she fled, the police would have shot her": the participle behind a sentence's first word, before a comma and
// what would have been, whatever the parser makes of it.
bool ClauseReader::is_inverted_condition(std::uint32_t w) const {
  const bool tagged_finite = at(0).head == static_cast<std::int32_t>(w) && at(w).features.tense == syntax::Tense::past;
  if (w == 0 || !is(0, Is::aux_have) || (at(w).features.verb_form != syntax::VerbForm::part && !tagged_finite))
    return false;
  std::uint32_t comma = 1;
  while (comma < view_.size() && text(comma) != ",") ++comma;
  if (w > comma) return false;
  for (std::uint32_t k = comma + 1; k < view_.size(); ++k)
    if (at(k).deprel == Deprel::aux && is(k, Is::modal) && word(k).value != 1) return true;
  return false;
}

// "als habe er gewonnen", "as if": a subjunctive behind a word that compares.
bool ClauseReader::is_compared(std::uint32_t w) const {
  const std::int32_t verb = view_.finite(w);
  return verb >= 0 && child_is(w, Deprel::mark, Is::comparing) &&
         at(static_cast<std::uint32_t>(verb)).features.mood == Mood::sub;
}

// Whether a condition hangs on `w`: "if he left", "without his help".
bool ClauseReader::has_condition(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w)) {
    if (nodes_[k].predicate && child_is(k, Deprel::mark, Is::condition)) return true;
    if (child_is(k, Deprel::case_, Is::negation)) return true;
  }
  return false;
}

}  // namespace annal
