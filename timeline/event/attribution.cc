// Whose words a predicate is: the phrase, the clause or the verb of speech that names its source, and the word that
// takes it as its content where the tree's relation does not say so.
#include "timeline/event/clause_reader.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

// "according to the police", "wie die Polizei mitteilt": the word that heads the phrase or the clause; -1 for none.
std::int32_t ClauseReader::attribution_of(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w)) {
    const bool clause = nodes_[k].predicate;
    if (clause && (at(k).deprel != Deprel::advcl || !is(k, Is::reporting, Is::announcing))) continue;
    for (const std::uint32_t d : view_.dependents(k)) {
      const bool marks = at(d).deprel == Deprel::case_ || at(d).deprel == Deprel::mark || at(d).upos == Upos::adp;
      if (clause && is(d, Is::attribution_clause) && (marks || at(d).deprel == Deprel::advmod))
        return static_cast<std::int32_t>(k);
      if (marks && is(d, Is::attribution_mark, Is::attribution_opener)) return static_cast<std::int32_t>(k);
      // "..., so Staatsanwältin Berg"
      const bool noun = at(k).upos == Upos::noun || at(k).upos == Upos::propn;
      if (noun && w < d && d < k && at(d).upos == Upos::adv && text(d - 1) == "," && is(d, Is::attribution_adverb))
        return static_cast<std::int32_t>(k);
    }
  }
  return -1;
}

// The one phrase behind a verb of speech that what it says stands before: "..., a déclaré Kovar", which parsers take
// for its object; -1 where there are two or none.
std::int32_t ClauseReader::inverted_speaker(std::uint32_t w) const {
  std::int32_t found = -1;
  for (const std::uint32_t k : view_.dependents(w)) {
    const Deprel d = at(k).deprel;
    if (d != Deprel::nsubj && d != Deprel::obj && d != Deprel::iobj) continue;
    if (k < w || found >= 0 || (at(k).upos != Upos::noun && at(k).upos != Upos::propn)) return -1;
    found = static_cast<std::int32_t>(k);
  }
  return found;
}

// "The mill burned, Kovar said": "said", which hangs on what it frames; -1 where nothing does. A conjunct stands before
// its subject and has no conjunction: "Regen spülte ihn weg, sagte Kovar".
std::int32_t ClauseReader::speech_of(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w)) {
    if (!nodes_[k].predicate || !is(k, Is::reporting, Is::alleging)) continue;
    if (child(k, Deprel::ccomp, Deprel::xcomp) >= 0) continue;
    const std::int32_t speaker = inverted_speaker(k);
    if (child(k, Deprel::obj) >= 0 && speaker < 0) continue;
    if (at(k).deprel == Deprel::parataxis || (at(k).deprel == Deprel::conj && child(k, Deprel::cc) < 0 && speaker >= 0))
      return static_cast<std::int32_t>(k);
  }
  return -1;
}

// The phrase behind a speech that ends a sentence, where the parser takes what is told for its subject: "A stolen van
// crashed into a fence, Holt said"; -1 where `w` is not told so.
std::int32_t ClauseReader::told_before(std::uint32_t w) const {
  const std::int32_t governor = at(w).head;
  if (governor < 0 || (at(w).deprel != Deprel::acl && at(w).deprel != Deprel::amod)) return -1;
  const auto subject = static_cast<std::uint32_t>(governor);
  const std::int32_t head = at(subject).head;
  if (!view_.is_subject(subject) || head <= static_cast<std::int32_t>(w)) return -1;
  const auto speech = static_cast<std::uint32_t>(head);
  if (!is(speech, Is::reporting, Is::alleging)) return -1;
  for (const std::uint32_t k : view_.dependents(speech)) {
    if (k <= subject || k <= w || (at(k).deprel != Deprel::nsubj && at(k).deprel != Deprel::obj)) continue;
    const std::uint32_t first = std::min(view_.first(k), speech);
    if (text(first - 1) == ",") return static_cast<std::int32_t>(k);
  }
  return -1;
}

// "Police: Holt stole funds", "Holt stole funds: police": who a headline names before or behind a colon or a dash; -1
// for nobody.
std::int32_t ClauseReader::headline_source() const {
  constexpr std::uint32_t longest = 4;  // words
  const std::uint32_t n = view_.size();
  const auto divides = [&](std::uint32_t w) {
    const std::string_view mark = text(w);
    return mark == ":" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" ||
           (mark == "-" && !view_.is_hyphenated(w - 1));
  };
  for (std::uint32_t w = 1; w <= longest && w + 2 < n; ++w)
    if (text(w) == ":" && is(w - 1, Is::speaker)) return static_cast<std::int32_t>(w - 1);
  for (std::uint32_t w = n - 1; w > 1 && w + longest >= n; --w)
    if (w + 1 < n && divides(w) && is(n - 1, Is::speaker)) return static_cast<std::int32_t>(n - 1);
  return -1;
}

// "found him guilty of stealing": "guilty", under `governor` and before `w`; -1 for none.
std::int32_t ClauseReader::convicting_word(std::uint32_t governor, std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(governor)) {
    if (k >= w) break;
    if (at(k).upos == Upos::adj && is(k, Is::convicting)) return static_cast<std::int32_t>(k);
    for (const std::uint32_t d : view_.dependents(k))
      if (d < w && at(d).upos == Upos::adj && is(d, Is::convicting)) return static_cast<std::int32_t>(d);
  }
  return -1;
}

// The word that takes predicate `w` as its content although its relation says something else; -1 for none.
std::int32_t ClauseReader::content_governor(std::uint32_t w) const {
  const Place& place = nodes_[w].place;
  if (place.governor < 0) return -1;
  const auto governor = static_cast<std::uint32_t>(place.governor);
  const std::int32_t mark = child(place.first, Deprel::mark);
  const bool complement = mark >= 0 && is(static_cast<std::uint32_t>(mark), Is::complementizer);
  const std::int32_t head = at(governor).head;
  for (const std::int32_t up : {place.governor, head})
    if (const std::int32_t found = up < 0 ? -1 : convicting_word(static_cast<std::uint32_t>(up), w); found >= 0)
      return found;
  // "accused him in that he stole": behind a pronoun that stands for the content; "told the Courier that he stole":
  // behind the one who is told.
  if (complement && head >= 0) {
    if (at(governor).upos == Upos::pron) return head;
    const bool told = is(static_cast<std::uint32_t>(head), Is::reporting, Is::announcing, Is::alleging, Is::forward);
    if (!nodes_[governor].predicate && told && !is(governor, Is::reporting_noun, Is::alleging_noun, Is::factive))
      return head;
  }
  // "accuses the tannery of polluting": behind the one who is accused, or kept from it.
  const Deprel relation = place.relation;
  const bool bare = !nodes_[w].group.finite && (mark >= 0 || nodes_[w].group.tense == Tense::infinitive);
  if (relation == Deprel::acl && bare && head >= 0 && !nodes_[governor].predicate &&
      !is(governor, Is::reporting_noun) &&
      is(static_cast<std::uint32_t>(head), Is::alleging, Is::against, Is::convicting, Is::acquitting))
    return head;
  if (relation != Deprel::ccomp && relation != Deprel::xcomp && relation != Deprel::advcl && relation != Deprel::acl)
    return -1;
  // "stands under suspicion to have stolen": beside a noun that takes content.
  for (const std::uint32_t k : view_.dependents(governor))
    if (k < w && !nodes_[k].predicate && is(k, Is::alleging_noun) &&
        !is(governor, Is::alleging, Is::against, Is::acquitting))
      return static_cast<std::int32_t>(k);
  if (relation != Deprel::advcl || !nodes_[governor].predicate) return -1;
  if (complement) return place.governor;
  // "Rain had washed it away, said residents": without a mark, and with a verb that takes content.
  const bool speaks = is(governor, Is::reporting, Is::announcing, Is::alleging);
  return speaks && mark < 0 && nodes_[w].group.finite ? place.governor : -1;
}

// Who says what `w` reports: the agent of a verb, the owner of a noun ("the council's claim that"). Only where sure.
std::int32_t ClauseReader::speaker_of(std::uint32_t w) const {
  std::int32_t speaker = nodes_[w].predicate ? nearest_subject(w) : child(w, Deprel::nmod_poss);
  if (nodes_[w].predicate && speaker < 0) speaker = child(w, Deprel::obl_agent);
  if (nodes_[w].predicate && speaker < 0 &&
      child(w, Deprel::ccomp, Deprel::xcomp, Deprel::advcl) <= static_cast<std::int32_t>(w) && is(w, Is::reporting))
    speaker = inverted_speaker(w);
  std::uint8_t confidence = speaker < 0 ? certain : at(static_cast<std::uint32_t>(speaker)).confidence;
  if (const Argument* agent = nodes_[w].predication.find(Role::agent); agent != nullptr) {
    speaker = static_cast<std::int32_t>(agent->word);
    confidence = agent->confidence;
  } else if (nodes_[w].group.passive) {
    return -1;
  }
  if (confidence >= sure_enough) return speaker;
  // Alone beside a verb of speech there is nobody else.
  const bool beside = speaker >= 0 && (view_.last(static_cast<std::uint32_t>(speaker)) + 1 == w ||
                                       view_.first(static_cast<std::uint32_t>(speaker)) == w + 1);
  const bool alone = nodes_[w].predicate && is(w, Is::reporting) && (inverted_speaker(w) >= 0 || beside);
  return alone && confidence >= sure_enough / 2 ? speaker : -1;
}

}  // namespace annal
