// Who vouches for what a predicate tells (FactBank, Saurí and Pustejovsky 2009), from what stands with it and from the
// chain of predicates above it. "Police said prosecutors allege that Dunn refused to pay" is read from the top: said,
// so reported; alleged; and what is refused is denied.
#include <algorithm>

#include "timeline/event/clause_reader.h"

namespace annal {

using syntax::Deprel;
using syntax::Mood;
using syntax::Upos;

namespace {

// What a predicate says of itself below what stands above it.
Status combined(Status own, Status frame) {
  switch (own) {
    case Status::fact: return frame;
    case Status::reported: return frame == Status::fact ? own : frame;
    case Status::denied: return frame == Status::alleged || frame == Status::conditional ? frame : own;
    case Status::expected:
    case Status::conditional: return frame == Status::denied ? frame : own;
    case Status::alleged: break;
  }
  return own;
}

}  // namespace

// "allegedly stole", "the alleged theft", "reportedly left", "perhaps left".
Status ClauseReader::status_by_adverb(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w)) {
    // Between subject and verb it may hang on the subject: "the owner, allegedly, set fire".
    if (nodes_[w].predicate && view_.is_subject(k) && k < w)
      for (const std::uint32_t d : view_.dependents(k))
        if (d > k && !nodes_[d].predicate && at(d).deprel != Deprel::conj && at(d).deprel != Deprel::appos &&
            is(d, Is::alleged_mark))
          return Status::alleged;
    if (at(k).deprel != Deprel::advmod && at(k).deprel != Deprel::amod && at(k).deprel != Deprel::discourse) continue;
    if (is(k, Is::alleged_mark)) return Status::alleged;
    if (is(k, Is::reported_mark)) return Status::reported;
    if (is(k, Is::hedge)) return Status::conditional;
    if (nodes_[w].predicate && is(k, Is::nearly)) return Status::denied;  // "nearly killed"
  }
  return Status::fact;
}

// "Did Kovar sell the mill?": asked, not told.
bool ClauseReader::is_asked(std::uint32_t w) const {
  const Deprel relation = nodes_[w].place.relation;
  if (relation != Deprel::root && relation != Deprel::parataxis) return false;
  const Sentence& sentence = analysis_.sentences[sentence_];
  for (std::uint32_t t = sentence.last; t-- > sentence.first;) {
    if (analysis_.tokens[t].kind != TokenKind::punctuation) return false;
    if (slice(analysis_.document.text, analysis_.tokens[t].span()) == "?") return true;
  }
  return false;
}

// "soll verkauft haben": a modal of hearsay before the infinitive of a perfect.
bool ClauseReader::is_hearsay(std::uint32_t w) const {
  bool hearsay = false, perfect = false;
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::aux) continue;
    if (is(k, Is::modal_hearsay))
      hearsay = true;
    else
      perfect = perfect || !is(k, Is::modal);
  }
  return hearsay && perfect;
}

// Whether a subjunctive is that of reported speech: "soldiers hätten it mitgenommen, they said".
bool ClauseReader::is_reporting_mood(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w))
    if (at(k).deprel == Deprel::aux && at(k).features.mood == Mood::sub) return !has_condition(w);
  return false;
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

// "um zu fliehen", "para huir": an infinitive behind a word of purpose and not its bare mark.
bool ClauseReader::is_purpose(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w))
    if (at(k).deprel == Deprel::mark && (at(k).upos == Upos::sconj || at(k).upos == Upos::adp)) return true;
  return false;
}

// Whether a clause of condition hangs on `w`.
bool ClauseReader::has_condition(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w))
    if (nodes_[k].predicate && child_is(k, Deprel::mark, Is::condition)) return true;
  return false;
}

Status ClauseReader::own_status(std::uint32_t w) const {
  const Node& node = nodes_[w];
  const VerbGroup& group = node.group;
  // "if he left", "asked whether he left"
  if (child_is(w, Deprel::mark, Is::condition) || child_is(w, Deprel::advmod, Is::condition))
    return Status::conditional;
  if (at(w).deprel == Deprel::conj && child_is(w, Deprel::cc, Is::condition)) return Status::conditional;
  if (is_verb_first_condition(w)) return Status::conditional;
  // "is due to open"
  if (child_is(w, Deprel::mark, Is::adjective_forward)) return Status::expected;
  if (is_asked(w)) return Status::conditional;
  if (group.negated) return Status::denied;
  if (const Status said = status_by_adverb(w); said != Status::fact) return said;
  if (is_hearsay(w)) return Status::alleged;
  if (group.modal >= 0) return Status::conditional;
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::aux) continue;
    const syntax::Features& f = at(k).features;
    // "hätte verkauft" tells what did not come about.
    if (f.mood == Mood::sub && f.tense == syntax::Tense::past) return Status::conditional;
    if (f.mood != Mood::cnd) continue;
    // "aurait vendu", "habría vendido": by hearsay, unless a condition stands beside it.
    const bool perfect = at(w).features.verb_form == syntax::VerbForm::part && !has_condition(w);
    return perfect ? Status::alleged : Status::conditional;
  }
  const Mood mood = at(w).features.mood;
  if (mood == Mood::cnd) return Status::conditional;
  if (mood == Mood::imp || group.tense == Tense::future) return Status::expected;
  // "Council to close bridge"
  if (group.tense == Tense::infinitive && node.place.relation == Deprel::root) return Status::expected;
  // "A hearing is set for May."
  if (group.passive && group.finite && group.tense == Tense::present && group.aspect == Aspect::none &&
      is(w, Is::forward) && node.predication.find(Role::content) == nullptr)
    return Status::expected;
  return Status::fact;
}

// Whether `w` is what a noun tells, though the tree may call it a relative clause: "reports that Stark had killed a
// man"; not "the report that Kovar wrote".
bool ClauseReader::is_noun_content(std::uint32_t w) const {
  const Place& place = nodes_[w].place;
  if (place.governor < 0 || !is(static_cast<std::uint32_t>(place.governor), Is::alleging_noun, Is::reporting_noun))
    return false;
  if (place.relation == Deprel::acl) return true;
  if (place.relation != Deprel::acl_relcl || view_.subject(w) < 0) return false;
  if (child(w, Deprel::mark) >= 0) return true;
  std::uint32_t objects = 0;  // with the relative pronoun that is none
  for (const std::uint32_t k : view_.dependents(w)) objects += at(k).deprel == Deprel::obj ? 1U : 0U;
  return objects > 1;
}

// What the text says of a content beside what it hangs on: that it is not so ("It is untrue that", "The claim that ...
// was debunked", "falsely convicted of"), or that nothing shows it ("no evidence that"). Fact where it says neither.
Status ClauseReader::doubt_of_content(std::uint32_t w) const {
  const Place& place = nodes_[w].place;
  if (place.governor < 0) return Status::fact;
  const auto governor = static_cast<std::uint32_t>(place.governor);
  const Deprel r = place.relation;
  const bool clause = r == Deprel::ccomp || r == Deprel::csubj || r == Deprel::advcl || r == Deprel::xcomp;
  if (clause && is(governor, Is::falsifying)) return Status::denied;
  if (clause && is(governor, Is::convicting, Is::alleging) && child_is(governor, Deprel::advmod, Is::falsifying))
    return Status::denied;
  if (!is_noun_content(w)) return Status::fact;
  const std::int32_t above = at(governor).head;
  const bool subject = above >= 0 && view_.is_subject(governor);
  if (subject && is(static_cast<std::uint32_t>(above), Is::falsifying, Is::against)) return Status::denied;
  for (const std::uint32_t k : view_.dependents(governor)) {
    if (at(k).deprel == Deprel::det && (is(k, Is::negation) || at(k).features.pron_type == syntax::PronType::neg))
      return Status::conditional;
    if (k != w && is(k, Is::falsifying)) return Status::denied;
  }
  return Status::fact;
}

ClauseReader::Content ClauseReader::content_of(std::uint32_t w, std::uint32_t above) const {
  const Predication& outer = nodes_[above].predication;
  const Deprel relation = nodes_[w].place.relation;
  Content found;
  found.through = {outer.status, outer.source};
  if (holds(outer.status) || outer.status == Status::alleged) found.held = found.through;
  found.open = outer.status == Status::denied || outer.status == Status::conditional;
  // "asegura haber vendido" tells as a clause does.
  const bool perfect = child(w, Deprel::aux) >= 0 && relation == Deprel::xcomp && !nodes_[w].group.finite;
  found.clause = relation == Deprel::ccomp || relation == Deprel::acl || perfect;
  return found;
}

// What a verb, an adjective or a noun that takes predicate `w` as its content says of it. `above` is the predicate
// that it is or stands in.
ClauseReader::Frame ClauseReader::frame_of_content(std::uint32_t w, std::uint32_t governor, std::uint32_t above) const {
  const auto [through, held, open, content] = content_of(w, above);
  const VerbGroup& group = nodes_[w].group;
  // "denied that he left", "denied leaving", "refused to leave", "was acquitted of leaving"
  if (is(governor, Is::acquitting)) return {Status::denied, speaker_of(governor)};
  if (is(governor, Is::factive)) return held;
  if (is(governor, Is::alleging, Is::alleging_noun)) {
    if (open) return {Status::conditional, -1};
    return {Status::alleged, speaker_of(governor)};
  }
  // "pleaded not guilty to stealing"
  if (is(governor, Is::convicting)) return is_negated(governor) ? Frame{Status::alleged, -1} : held;
  const bool against = is(governor, Is::against);
  if (word(governor).aspect != 0 && !against) return through;  // "began to leave"
  if (against) {
    if (nodes_[governor].group.negated) return {Status::conditional, -1};
    return {Status::denied, content || group.tense == Tense::prespart ? speaker_of(governor) : -1};
  }
  return frame_of_outlook(w, governor, above);
}

// The same of a verb that looks ahead, thinks or says: "planned to leave", "believes that he left", "said that he
// left".
ClauseReader::Frame ClauseReader::frame_of_outlook(std::uint32_t w, std::uint32_t governor, std::uint32_t above) const {
  const auto [through, held, open, content] = content_of(w, above);
  const VerbGroup& group = nodes_[w].group;
  const Predication& outer = nodes_[above].predication;
  const bool cnd = at(w).features.mood == Mood::cnd;
  const bool told = content && is(governor, Is::reporting) && group.finite && group.tense != Tense::future && !cnd;
  if (is(governor, Is::forward) && !told && !(content && group.tense == Tense::past && !cnd))
    return open ? Frame{outer.status, -1} : Frame{Status::expected, content ? speaker_of(governor) : -1};
  if (is(governor, Is::attitude)) {
    // "believe he left", "is thought to have left"; "appears to have left" says nobody.
    if (open || (!content && !nodes_[governor].group.passive)) return {Status::conditional, -1};
    return {Status::alleged, speaker_of(governor)};
  }
  if (is(governor, Is::reporting, Is::announcing, Is::reporting_noun)) {
    if (open) return {Status::conditional, -1};
    // "told him to leave"
    if (!content && group.tense == Tense::infinitive && !nodes_[governor].group.passive) return {Status::expected, -1};
    return {outer.status == Status::alleged ? Status::alleged : Status::reported, speaker_of(governor)};
  }
  // "is going to leave", "is due to leave"
  const bool ahead = group.tense == Tense::infinitive || (content && group.tense != Tense::past);
  if (is(governor, Is::prospective, Is::adjective_forward) && ahead)
    return open ? through : Frame{Status::expected, outer.source};
  // "должны починить", "doit ouvrir"
  if (is(governor, Is::modal) && word(governor).value == 1) return open ? through : Frame{Status::expected, -1};
  if (is(governor, Is::bringing_about, Is::perception, Is::modal) || group.tense == Tense::prespart) return through;
  if (group.tense == Tense::infinitive) return open ? through : Frame{Status::expected, outer.source};
  return held;
}

// "The mill burned, Kovar said", "according to Kovar": who says what stands beside the saying.
std::optional<ClauseReader::Frame> ClauseReader::frame_of_speaker(std::uint32_t w) const {
  const std::uint32_t first = nodes_[w].place.first;
  if (const std::int32_t speech = speech_of(first); speech >= 0) {
    const auto s = static_cast<std::uint32_t>(speech);
    return Frame{is(s, Is::alleging) ? Status::alleged : Status::reported, speaker_of(s)};
  }
  for (const std::uint32_t k : {w, first}) {
    const std::int32_t source = attribution_of(k);
    if (source < 0) continue;
    const bool clause = nodes_[static_cast<std::uint32_t>(source)].predicate;
    return Frame{Status::reported, clause ? speaker_of(static_cast<std::uint32_t>(source)) : source};
  }
  return std::nullopt;
}

ClauseReader::Frame ClauseReader::frame_of(std::uint32_t w) const {
  const Place& place = nodes_[w].place;
  if (const std::optional<Frame> said = frame_of_speaker(w)) return *said;
  if (const Status doubt = doubt_of_content(w); doubt != Status::fact) return {doubt, -1};
  const std::int32_t top = predicate_above(place.governor);
  if (is_noun_content(w) && place.relation == Deprel::acl_relcl)
    return frame_of_content(w, static_cast<std::uint32_t>(place.governor),
                            static_cast<std::uint32_t>(top < 0 ? place.governor : top));
  // "Council to raise fares"
  if (top < 0 && place.relation == Deprel::acl && nodes_[w].group.tense == Tense::infinitive &&
      at(static_cast<std::uint32_t>(place.governor)).head < 0)
    return {Status::expected, -1};
  if (top < 0) return {};
  const auto above = static_cast<std::uint32_t>(top);
  if (speech_of(nodes_[above].place.first) == static_cast<std::int32_t>(place.first)) return {};
  if (const std::int32_t found = content_governor(w); found >= 0)
    return frame_of_content(w, static_cast<std::uint32_t>(found), above);
  const auto governor = static_cast<std::uint32_t>(place.governor);
  const Predication& outer = nodes_[above].predication;
  const bool infinitive = nodes_[w].group.tense == Tense::infinitive;
  switch (place.relation) {
    case Deprel::ccomp:
    case Deprel::xcomp: return frame_of_content(w, governor, above);
    case Deprel::acl:
      // "the claim that he left", "a plan to leave"; "a man wearing a hat" is no content.
      if (opening_of(w) == Opening::complement || infinitive || is(governor, Is::alleging_noun))
        return frame_of_content(w, governor, above);
      // "kept the crews from reaching the fire", where the parser gives the clause to the crews.
      if (!nodes_[w].group.finite && at(governor).deprel == Deprel::obj &&
          child_is(w, Deprel::mark, Is::preventing_mark))
        return {Status::denied, -1};
      break;
    case Deprel::advcl:
      // "accused of leaving", "kept from leaving"
      if (governor < w && !nodes_[w].group.finite && child(w, Deprel::mark) > static_cast<std::int32_t>(governor) &&
          is(governor, Is::alleging, Is::against, Is::convicting, Is::acquitting))
        return frame_of_content(w, governor, above);
      // "kept the crews from reaching the fire", "hinderte ihn, zu fliehen"
      if (!nodes_[w].group.finite && governor < w && child_is(w, Deprel::mark, Is::preventing_mark))
        return {Status::denied, -1};
      if (infinitive && governor < w && is(governor, Is::against) && !is_purpose(w)) return {Status::denied, -1};
      if (infinitive && is(governor, Is::bringing_about)) return frame_of_content(w, governor, above);
      // "went to buy", "will sail when the storm ends"
      if (infinitive) return {outer.status == Status::denied ? Status::denied : Status::expected, -1};
      if (outer.status == Status::expected && nodes_[w].group.tense == Tense::present) return {Status::expected, -1};
      break;
    default: break;
  }
  if (outer.status == Status::reported || outer.status == Status::alleged) return {outer.status, outer.source};
  // "The report, that the mill burned, was denied": what is beside a denial stays as it is told.
  return {};
}

// Of a noun: "charged with murder", "an alleged theft", "charges of theft", "convicted of theft".
ClauseReader::Frame ClauseReader::frame_of_nominal(std::uint32_t w) const {
  bool definite = child(w, Deprel::nmod_poss) >= 0;
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::det) continue;
    if (is(k, Is::negation) || at(k).features.pron_type == syntax::PronType::neg) return {Status::denied, -1};
    definite = definite || at(k).features.definite || is(k, Is::definite);
  }
  if (const Status said = status_by_adverb(w); said != Status::fact) return {said, -1};
  const std::int32_t top = predicate_above(at(w).head);
  const bool told_after = child_is(w, Deprel::case_, Is::signal_after, Is::signal_since);
  std::int32_t g = at(w).head;
  for (; g >= 0 && g != top; g = at(static_cast<std::uint32_t>(g)).head)
    if (is(static_cast<std::uint32_t>(g), Is::alleging_noun))
      return {Status::alleged, speaker_of(static_cast<std::uint32_t>(g))};
  if (top < 0) return {};
  const auto above = static_cast<std::uint32_t>(top);
  const Predication& outer = nodes_[above].predication;
  const VerbGroup& group = nodes_[above].group;
  const Frame held =
      holds(outer.status) || outer.status == Status::alleged ? Frame{outer.status, outer.source} : Frame{};
  const bool direct = at(w).head == top, subject = view_.is_subject(w);
  if (direct && !subject && !told_after) {
    if (is(above, Is::alleging)) return {Status::alleged, speaker_of(above)};
    if (is(above, Is::acquitting)) return {Status::denied, speaker_of(above)};
    if (is(above, Is::convicting)) return held;
    if (is(above, Is::against) && !definite && at(w).deprel == Deprel::obj) return {Status::denied, -1};
    if (is(above, Is::forward) && !definite && !group.copula) return {Status::expected, -1};
  }
  if (told_after) return held;
  if (subject) return outer.status == Status::expected && group.tense == Tense::future ? Frame{outer.status, -1} : held;
  if (definite && outer.status == Status::denied) return {};
  return {outer.status, outer.source};
}

void ClauseReader::read_status(std::uint32_t w) {
  Predication& predication = nodes_[w].predication;
  if (!nodes_[w].predicate) {
    const Frame frame = is_nominal_event(w) ? frame_of_nominal(w) : Frame{};
    predication.status = frame.status;
    predication.source = frame.source;
    return;
  }
  const Frame frame = frame_of(w);
  Status own = own_status(w);
  // "said it would close the mill"
  const bool would = nodes_[w].group.modal >= 0 &&
                     reading_.words[static_cast<std::uint32_t>(nodes_[w].group.modal)].self.has(Is::modal_reported);
  const bool told = frame.status == Status::reported || frame.status == Status::expected;
  if (own == Status::conditional && told && (would || at(w).features.mood == Mood::cnd)) own = Status::expected;
  if (own == Status::conditional && frame.status == Status::reported && is_reporting_mood(w)) own = Status::fact;
  predication.status = combined(own, frame.status);
  predication.source = frame.source;
}

}  // namespace annal
