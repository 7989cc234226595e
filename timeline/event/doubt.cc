// What a text itself takes back or leaves open: what it calls untrue, what somebody denies behind it, a duty that was
// not met, what was done instead of it.
#include <algorithm>

#include "timeline/event/clause_reader.h"

namespace annal {

using syntax::Deprel;
using syntax::Features;
using syntax::Mood;
using syntax::Upos;

// "soll verkauft haben": a modal of hearsay before the infinitive of a perfect; not "hätte verkaufen sollen".
bool ClauseReader::is_hearsay(std::uint32_t w) const {
  bool hearsay = false, perfect = false;
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::aux) continue;
    if (is(k, Is::modal_hearsay))
      hearsay = true;
    else
      perfect = perfect || (!is(k, Is::modal) && at(k).features.mood != Mood::sub);
  }
  return hearsay && perfect;
}

// "should have closed it", "hätte warnen sollen", "debería haber avisado", "aurait dû prévenir": a duty that was not
// met.
bool ClauseReader::is_unmet(std::uint32_t w) const {
  const auto unreal = [&](std::uint32_t k) {
    const Mood mood = at(k).features.mood;
    return mood == Mood::cnd || (mood == Mood::sub && at(k).features.tense == syntax::Tense::past);
  };
  const Place& place = nodes_[w].place;
  if ((place.relation == Deprel::xcomp || place.relation == Deprel::ccomp) &&
      is(static_cast<std::uint32_t>(place.governor), Is::modal_duty)) {
    const auto duty = static_cast<std::uint32_t>(place.governor);
    const std::int32_t aux = child(duty, Deprel::aux);
    const bool perfect = child(w, Deprel::aux) >= 0;
    return (aux >= 0 && unreal(static_cast<std::uint32_t>(aux))) || (perfect && unreal(duty));
  }
  bool duty = false, perfect = false, counter = false;
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::aux) continue;
    if (is(k, Is::modal_duty)) {
      duty = true;
      counter = counter || unreal(k) || at(k).features.mood == Mood::none;
    } else {
      perfect = perfect || !is(k, Is::modal);
      counter = counter || unreal(k);
    }
  }
  return duty && perfect && counter && nodes_[w].group.aspect != Aspect::progressive;
}

// "konnte löschen": an ability in the past that came to something.
bool ClauseReader::is_achieved(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w))
    if (at(k).deprel == Deprel::aux && is(k, Is::modal_ability) && at(k).features.tense == syntax::Tense::past &&
        at(k).features.mood == Mood::ind)
      return true;
  return false;
}

// "Far from resigning", "instead of resigning", "statt zurückzutreten".
bool ClauseReader::is_instead(std::uint32_t w) const {
  const Tense tense = nodes_[w].group.tense;
  if (tense != Tense::infinitive && tense != Tense::prespart) return false;
  const std::uint32_t first = view_.first(w);
  return is(first, Is::instead) || (first > 0 && is(first - 1, Is::instead));
}

// The predicate behind `w` that says that `w` is not so: "stole the car, which he denies", "..., a claim her lawyer
// denies", "..., but he denies it", "..., which was untrue"; -1 for none. Behind what is said or charged it is the
// content that is denied, and "was released and denied the charge" denies no release.
std::int32_t ClauseReader::denial_of(std::uint32_t w) const {
  if (is(w, Is::reporting, Is::alleging, Is::convicting, Is::acquitting, Is::arresting)) return -1;
  const auto stands_for_all = [&](std::int32_t x) {
    if (x < 0) return false;
    const auto word = static_cast<std::uint32_t>(x);
    return at(word).upos == Upos::pron || at(word).upos == Upos::det || is_relativizer(word);
  };
  for (const std::uint32_t k : denials_) {
    if (k <= w || nodes_[k].group.negated || predicate_above(at(k).head) != static_cast<std::int32_t>(w)) continue;
    if (child(k, Deprel::ccomp, Deprel::xcomp, Deprel::csubj, Deprel::mark) >= 0) continue;
    const std::int32_t object = child(k, Deprel::obj), subject = view_.subject(k);
    if (subject < 0) continue;
    // "faced a claim that he denies": the claim is no apposition.
    const auto noun = static_cast<std::uint32_t>(at(k).head);
    if (noun < w) continue;
    const std::uint32_t first = view_.first(noun);
    if (noun != w && is(noun, Is::alleging_noun, Is::reporting_noun) && text(first) != "," &&
        (first == 0 || text(first - 1) != ","))
      continue;
    const bool relative = is_relativizer(static_cast<std::uint32_t>(subject));
    const bool bare = object < 0 && at(k).deprel != Deprel::conj;
    if (is(k, Is::denying) ? bare || (!relative && stands_for_all(object)) : stands_for_all(subject))
      return static_cast<std::int32_t>(k);
  }
  return -1;
}

// "Claims that he stole it were false", where the parser hangs the last words elsewhere: an adjective with a copula and
// no subject of its own, behind `w` and under `governor` or what governs it.
bool ClauseReader::is_called_false(std::uint32_t w, std::uint32_t governor) const {
  return std::any_of(denials_.begin(), denials_.end(), [&](std::uint32_t k) {
    const bool near = at(k).head == static_cast<std::int32_t>(governor) || at(k).head == at(governor).head;
    return k > w && near && is(k, Is::falsifying) && view_.subject(k) < 0 && !nodes_[k].group.negated;
  });
}

// The word that `w` hangs on, or, where that is a pronoun that stands for what `w` tells, the word above it: "сообщения
// о том, что он ушёл".
std::uint32_t ClauseReader::content_holder(std::uint32_t w) const {
  const auto governor = static_cast<std::uint32_t>(nodes_[w].place.governor);
  const bool pronoun = at(governor).upos == Upos::pron || at(governor).upos == Upos::det;
  return pronoun && nodes_[w].place.relation == Deprel::acl && at(governor).head >= 0
             ? static_cast<std::uint32_t>(at(governor).head)
             : governor;
}

// Whether predicate `w` says of its subject that it is not so: "was debunked", "proved false".
bool ClauseReader::is_refuting(std::uint32_t w) const {
  if (nodes_[w].predicate && nodes_[w].group.negated) return false;
  return is(w, Is::falsifying, Is::against) || child_is(w, Deprel::xcomp, Is::falsifying) ||
         child_is(w, Deprel::obl, Is::falsifying);
}

// Whether `w` is what a noun tells, though the tree may call it a relative clause: "reports that Stark had killed a
// man"; not "the report that Kovar wrote".
bool ClauseReader::is_noun_content(std::uint32_t w) const {
  const Place& place = nodes_[w].place;
  if (place.governor < 0 || !is(content_holder(w), Is::alleging_noun, Is::reporting_noun)) return false;
  if (place.relation == Deprel::acl || place.relation == Deprel::ccomp) return true;
  if (place.relation != Deprel::acl_relcl || view_.subject(w) < 0) return false;
  if (child(w, Deprel::mark) >= 0) return true;
  std::uint32_t objects = 0;  // with the relative pronoun that is none
  for (const std::uint32_t k : view_.dependents(w)) objects += at(k).deprel == Deprel::obj ? 1U : 0U;
  return objects > 1;
}

// "niega que haya vendido", "niega haber vendido", where the parser takes the denial for something else than a verb.
bool ClauseReader::is_denied_before(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::mark && at(k).deprel != Deprel::aux) continue;
    return k > 0 && k < w && !nodes_[k - 1].predicate && at(k - 1).deprel == Deprel::amod && is(k - 1, Is::denying);
  }
  return false;
}

// What a judgement says of the clause `w` that it judges: "it is not true that", "it is doubtful that", "it is not
// known that", "I doubt that". Fact where it is none.
Status ClauseReader::doubt_of_judgement(std::uint32_t w, std::uint32_t governor) const {
  const Deprel r = nodes_[w].place.relation;
  const bool noun = r == Deprel::acl || r == Deprel::acl_relcl;
  if (r != Deprel::ccomp && r != Deprel::csubj && !(noun && child(w, Deprel::mark) >= 0)) return Status::fact;
  if (!nodes_[w].group.finite) return Status::fact;
  const bool negated = is_negated(governor) || is_absent(governor);
  if (negated && is(governor, Is::verifying)) return Status::denied;
  if (negated && is(governor, Is::assuring)) return Status::conditional;
  // "it is a myth that", "the lie that"
  const bool is_noun = at(governor).upos == Upos::noun || child(governor, Deprel::cop) >= 0;
  if (!negated && is_noun && is(governor, Is::falsehood)) return Status::denied;
  return !negated && is(governor, Is::doubting) ? Status::conditional : Status::fact;
}

// Whether the text says that there is none of noun `w`: "no evidence", "немає доказів".
bool ClauseReader::is_absent(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w))
    if (at(k).deprel == Deprel::det && (is(k, Is::negation) || at(k).features.pron_type == syntax::PronType::neg))
      return true;
  const std::int32_t above = at(w).head;
  return above >= 0 && view_.is_subject(w) && is(static_cast<std::uint32_t>(above), Is::negation);
}

// What the text says of a content beside what it hangs on: that it is not so ("It is untrue that", "The claim that ...
// was debunked", "falsely convicted of"), or that nothing shows it ("no evidence that"). Fact where it says neither.
Status ClauseReader::doubt_of_content(std::uint32_t w) const {
  const Place& place = nodes_[w].place;
  if (is_denied_before(w)) return Status::denied;
  if (place.governor < 0) return Status::fact;
  const std::uint32_t governor = content_holder(w);
  if (const Status doubt = doubt_of_judgement(w, governor); doubt != Status::fact) return doubt;
  const Deprel r = place.relation;
  const bool clause = r == Deprel::ccomp || r == Deprel::csubj || r == Deprel::advcl || r == Deprel::xcomp;
  if (clause && is(governor, Is::falsifying)) return Status::denied;
  if (clause && is(governor, Is::convicting, Is::alleging) && child_is(governor, Deprel::advmod, Is::falsifying))
    return Status::denied;
  if (is(governor, Is::alleging_noun, Is::reporting_noun, Is::alleging, Is::reporting) && is_called_false(w, governor))
    return Status::denied;
  const std::int32_t above = at(governor).head;
  const bool subject = above >= 0 && view_.is_subject(governor);
  const bool refuted = subject && is_refuting(static_cast<std::uint32_t>(above));
  if (is(governor, Is::alleging_noun, Is::reporting_noun) && is_absent(governor)) return Status::conditional;
  // "the report that Stark had lied was untrue", and "the report that Stark wrote was untrue"
  if (!is_noun_content(w))
    return refuted && is(governor, Is::alleging_noun, Is::reporting_noun) ? Status::conditional : Status::fact;
  if (refuted) return Status::denied;
  // "cleared him of claims that he stole", "denied reports that he stole"
  const std::int32_t top = predicate_above(above);
  if (!subject && top >= 0 && is(static_cast<std::uint32_t>(top), Is::acquitting, Is::denying) &&
      !nodes_[static_cast<std::uint32_t>(top)].group.negated)
    return Status::denied;
  for (const std::uint32_t k : view_.dependents(governor))
    if (k != w && is(k, Is::falsifying)) return Status::denied;
  return Status::fact;
}

}  // namespace annal
