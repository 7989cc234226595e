// What lay ahead when it was told, and what was called off: "was to open", "the vote was planned for 3 May", "the
// concert was cancelled". A text that tells no more does not say that it came about.
#include <algorithm>

#include "timeline/event/clause_reader.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;
using syntax::VerbForm;

// "was to open", "is to be buried"; "sollte am 3. Mai öffnen", "wollte verkaufen".
bool ClauseReader::is_planned(std::uint32_t w) const {
  std::int32_t be = -1;
  for (const std::uint32_t k : view_.dependents(w)) {
    const Deprel r = at(k).deprel;
    const bool finite = at(k).features.verb_form == VerbForm::fin;
    if (finite && (r == Deprel::cop || r == Deprel::aux || r == Deprel::aux_pass)) be = static_cast<std::int32_t>(k);
    if (be >= 0 && r == Deprel::mark && at(k).upos == Upos::part && k < w && k > static_cast<std::uint32_t>(be) &&
        !is(static_cast<std::uint32_t>(be), Is::aux_have))
      return true;
    if (r == Deprel::aux && is(k, Is::modal_hearsay) && at(k).features.tense == syntax::Tense::past &&
        at(k).features.mood == syntax::Mood::ind)
      return true;
  }
  return false;
}

// Whether noun `w` is what predicate `above` calls off: "the concert on 3 May was cancelled", "called off the strike of
// 3 May". Without a time it may be something that was in force: "the decree was cancelled".
bool ClauseReader::is_called_off(std::uint32_t w, std::uint32_t above) const {
  const VerbGroup& group = nodes_[above].group;
  if (!is(above, Is::cancelling) || group.negated || !holds(nodes_[above].predication.status)) return false;
  const auto has_time = [&](std::uint32_t k) {
    const auto& below = view_.dependents(k);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t t) { return at(t).time >= 0; });
  };
  if (!has_time(w) && !has_time(above)) return false;
  if (at(w).deprel == Deprel::obj || at(w).deprel == Deprel::nsubj_pass) return true;
  // "Концерт отменили": an object before a verb of several, which a parser takes for its subject.
  return view_.is_subject(w) && (group.passive || group.copula ||
                                 (at(w).features.number == syntax::Number::sing && child(w, Deprel::conj) < 0 &&
                                  at(above).features.number == syntax::Number::plur));
}

// Whether noun `w` is what predicate `above` sets a time for: "the vote was planned for 3 May", "estaba prevista".
bool ClauseReader::is_scheduled(std::uint32_t w, std::uint32_t above) const {
  const VerbGroup& group = nodes_[above].group;
  if (!view_.is_subject(w) || !is(above, Is::scheduling) || group.negated) return false;
  if (!group.passive && !group.copula && at(above).upos != Upos::adj) return false;
  if (nodes_[above].predication.find(Role::content) != nullptr) return false;
  const auto& below = view_.dependents(above);
  const bool target = std::any_of(below.begin(), below.end(), [&](std::uint32_t k) {
    return at(k).time >= 0 && child_is(k, Deprel::case_, Is::time_target);
  });
  return target || !is(above, Is::light);  // "the fire was set on 3 May"
}

}  // namespace annal
