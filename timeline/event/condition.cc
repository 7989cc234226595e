// Conditions: "if he left", "had he left", "als habe er gewonnen". What stands in one is not told as a fact.
#include <algorithm>

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

// "if the vote fails and the government resigns": a condition goes on in what is joined to it, in the same tense.
bool ClauseReader::goes_on_condition(std::uint32_t w) const {
  const std::uint32_t first = nodes_[w].place.first;
  if (first == w) return false;
  const VerbGroup& group = nodes_[w].group;
  const auto alike = [&](std::uint32_t other) {
    return !group.finite || (group.modal < 0 && group.tense == nodes_[other].group.tense);
  };
  if (stands_in_condition(first) || is_verb_first_condition(first)) return alike(first);
  // "will resign if the vote fails and the party loses": where the parser joins it to what comes about.
  if (alike(first)) return false;
  const auto& below = view_.dependents(first);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t k) {
    return k > first && k < w && at(k).deprel == Deprel::advcl && stands_in_condition(k) && alike(k);
  });
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

// "The vote will take place", "there might be an election", "a strike could follow": noun `w` is the subject of what is
// ahead or only possible; not "the strike could end", "a fire may have killed ten", "a strike on Monday could delay
// trains".
bool ClauseReader::may_not_be(std::uint32_t w, std::uint32_t above, bool definite) const {
  const Status status = nodes_[above].predication.status;
  const VerbGroup& group = nodes_[above].group;
  if (status == Status::expected && group.tense == Tense::future) return true;
  if (definite || at(w).head != static_cast<std::int32_t>(above) || group.aspect == Aspect::perfective) return false;
  const auto& below = view_.dependents(w);
  return (status == Status::conditional || status == Status::expected) &&
         std::none_of(below.begin(), below.end(), [&](std::uint32_t k) { return at(k).time >= 0; });
}

// Whether a condition hangs on `w`: "if he left", "without his help".
bool ClauseReader::has_condition(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w)) {
    if (nodes_[k].predicate && child_is(k, Deprel::mark, Is::condition)) return true;
    if (child_is(k, Deprel::case_, Is::negation)) return true;
  }
  return false;
}

// "ruled out leaving", "spoke of leaving", "voted against leaving": a form in -ing whose verb leaves open whether it
// comes about.
bool ClauseReader::is_left_open(std::uint32_t w, std::uint32_t governor) const {
  const std::uint32_t first = view_.first(w);
  return nodes_[w].group.tense == Tense::prespart && governor < first && at(first - 1).upos != Upos::punct &&
         (is(governor, Is::undecided) || child_is(w, Deprel::mark, Is::opposing_mark));
}

// "joked that he left": whether a verb that no list has tells what somebody says or thinks.
bool ClauseReader::is_told_by(std::uint32_t w, std::uint32_t governor) const {
  const bool clause = at(governor).upos == Upos::verb && nodes_[w].group.finite && governor < w &&
                      nodes_[w].place.relation == Deprel::ccomp && view_.subject(governor) >= 0;
  if (!clause) return false;
  const std::int32_t who = view_.subject(w);
  std::uint32_t opener = view_.first(w);
  while (opener < w && at(opener).upos == Upos::punct) ++opener;
  if (is(opener, Is::signal_since, Is::signal_before, Is::signal_after)) return false;  // "depuis que le roi est mort"
  return child_is(w, Deprel::mark, Is::complementizer) ||
         (who >= 0 && view_.first(w) == view_.first(static_cast<std::uint32_t>(who)));
}

}  // namespace annal
