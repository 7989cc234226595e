// Who vouches for what a predicate tells (FactBank, Saurí and Pustejovsky 2009), from what stands with it and from the
// chain of predicates above it. "Police said prosecutors allege that Dunn refused to pay" is read from the top: said,
// so reported; alleged; and what is refused is denied.
#include <algorithm>

#include "timeline/event/clause_reader.h"

namespace annal {

using syntax::Deprel;
using syntax::Features;
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
    case Status::alleged: return frame == Status::denied || frame == Status::conditional ? frame : own;
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
    // "nearly killed", "por poco se cae"
    const bool beside = at(k).deprel == Deprel::advmod || at(k).deprel == Deprel::obl;
    if (nodes_[w].predicate && beside && is(k, Is::nearly)) return Status::denied;
    if (at(k).deprel != Deprel::advmod && at(k).deprel != Deprel::amod && at(k).deprel != Deprel::discourse) continue;
    if (is(k, Is::alleged_mark)) return Status::alleged;
    if (is(k, Is::reported_mark)) return Status::reported;
    if (is(k, Is::hedge)) return Status::conditional;
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

// Whether a subjunctive is that of reported speech: "soldiers hätten it mitgenommen, they said".
bool ClauseReader::is_reporting_mood(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w))
    if (at(k).deprel == Deprel::aux && at(k).features.mood == Mood::sub) return !has_condition(w);
  return false;
}

// "Er habe den Tresor nie geöffnet": the subjunctive of the present in a main clause tells what somebody says.
bool ClauseReader::is_reported_mood(std::uint32_t w) const {
  const Deprel relation = nodes_[w].place.relation;
  const std::int32_t verb = view_.finite(w);
  if (verb < 0 || (relation != Deprel::root && relation != Deprel::parataxis)) return false;
  const Features& f = at(static_cast<std::uint32_t>(verb)).features;
  const std::int32_t subject = view_.subject(w);
  return f.mood == Mood::sub && f.tense == syntax::Tense::pres && subject >= 0 && subject < verb &&
         at(static_cast<std::uint32_t>(subject)).features.person != 1 &&
         !is(static_cast<std::uint32_t>(subject), Is::subordinator);
}

// "um zu fliehen", "para huir": an infinitive behind a word of purpose and not its bare mark.
bool ClauseReader::is_purpose(std::uint32_t w) const {
  for (const std::uint32_t k : view_.dependents(w))
    if (at(k).deprel == Deprel::mark && (at(k).upos == Upos::sconj || at(k).upos == Upos::adp)) return true;
  return false;
}

Status ClauseReader::own_status(std::uint32_t w) const {
  const Node& node = nodes_[w];
  const VerbGroup& group = node.group;
  if (stands_in_condition(w)) return Status::conditional;
  if (goes_on_condition(w) || is_verb_first_condition(w) || is_inverted_condition(w)) return Status::conditional;
  // "is due to open"
  if (child_is(w, Deprel::mark, Is::adjective_forward)) return Status::expected;
  if (is_asked(w) || is_compared(w)) return Status::conditional;
  if (is_unmet(w)) return group.negated ? Status::conditional : Status::denied;
  if (group.negated || is_instead(w)) return Status::denied;
  if (const Status said = status_by_adverb(w); said != Status::fact) return said;
  if (is_hearsay(w)) return Status::alleged;
  if (is_achieved(w)) return Status::fact;
  if (is_planned(w)) return Status::expected;
  if (group.modal >= 0) return Status::conditional;
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::aux) continue;
    const Features& f = at(k).features;
    // "hätte verkauft" tells what did not come about.
    if (f.mood == Mood::sub && f.tense == syntax::Tense::past) return Status::conditional;
    if (f.mood != Mood::cnd) continue;
    // "aurait vendu", "habría vendido": by hearsay, unless a condition stands beside it.
    const bool perfect = at(w).features.verb_form == syntax::VerbForm::part && !has_condition(w);
    return perfect ? Status::alleged : Status::conditional;
  }
  if (is_reported_mood(w)) return Status::reported;
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

// "The court found that he stole it": a verdict.
bool ClauseReader::is_finding(std::uint32_t w) const {
  const std::int32_t who = view_.subject(w);
  return who >= 0 && is(w, Is::finding) && is(static_cast<std::uint32_t>(who), Is::court);
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
  // "Provided that he left, ..."
  if (is(governor, Is::condition)) return {Status::conditional, -1};
  const bool forgotten = group.tense == Tense::infinitive && is(governor, Is::against);  // "forgot to leave"
  if ((is(governor, Is::factive) && !forgotten) || is_finding(governor)) return held;
  if (is(governor, Is::alleging, Is::alleging_noun)) {
    if (open) return {Status::conditional, -1};
    return {Status::alleged, speaker_of(governor)};
  }
  // "pleaded not guilty to stealing"
  if (is(governor, Is::convicting)) return is_negated(governor) ? Frame{Status::alleged, -1} : held;
  // "pretended to faint"
  if (is(governor, Is::feigning)) return {Status::denied, -1};
  // "escaped being arrested"
  if (is(governor, Is::escaping) && !nodes_[governor].group.negated) return {Status::denied, -1};
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
  const bool infinitive = group.tense == Tense::infinitive;
  // "was supposed to open"; not "is supposed to have opened"
  if (is(governor, Is::adjective_forward) && infinitive && child(w, Deprel::aux) < 0)
    return open ? through : Frame{Status::expected, outer.source};
  if (is(governor, Is::attitude)) {
    // "suppose he left", "wished that he had left", "feared that he had left"
    const bool imagined = at(governor).features.mood == Mood::imp || (is(governor, Is::forward) && content);
    if (imagined) return {Status::conditional, -1};
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
  const bool ahead = infinitive || (content && group.tense != Tense::past);
  if (is(governor, Is::prospective, Is::adjective_forward) && ahead)
    return open ? through : Frame{Status::expected, outer.source};
  // "должны починить", "doit ouvrir"
  if (is(governor, Is::modal) && word(governor).value == 1) return open ? through : Frame{Status::expected, -1};
  if (is_left_open(w, governor)) return {Status::conditional, -1};
  if (is(governor, Is::bringing_about, Is::perception, Is::modal) || group.tense == Tense::prespart) return through;
  if (infinitive) return open ? through : Frame{Status::expected, outer.source};
  // "It is possible that the king decrees that he won"; not "is not happy that he won".
  if (outer.status == Status::conditional && nodes_[w].place.relation == Deprel::ccomp && !is(governor, Is::assuring))
    return {Status::conditional, -1};
  if (is_told_by(w, governor))
    return {outer.status == Status::alleged ? Status::alleged : Status::reported, speaker_of(governor)};
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
    const auto s = static_cast<std::uint32_t>(source);
    // "was not, as the Gazette wrote, arrested": who wrote so does not deny it.
    if (nodes_[s].predicate) return Frame{Status::reported, nodes_[w].group.negated ? -1 : speaker_of(s)};
    // "по словам свидетелей"
    const std::int32_t whose = is(s, Is::attribution_mark) ? child(s, Deprel::nmod) : -1;
    return Frame{Status::reported, whose >= 0 ? whose : source};
  }
  return std::nullopt;
}

// The same of an adverbial clause; nothing where it is told beside what it hangs on.
std::optional<ClauseReader::Frame> ClauseReader::frame_of_adverbial(std::uint32_t w, std::uint32_t governor,
                                                                    std::uint32_t above) const {
  const Predication& outer = nodes_[above].predication;
  const bool infinitive = nodes_[w].group.tense == Tense::infinitive;
  if (!nodes_[w].group.finite && is(governor, Is::arresting) && child_is(w, Deprel::mark, Is::reason_mark))
    return Frame{Status::alleged, -1};
  // "accused of leaving", "kept from leaving"
  if (governor < w && !nodes_[w].group.finite && child(w, Deprel::mark) > static_cast<std::int32_t>(governor) &&
      is(governor, Is::alleging, Is::against, Is::convicting, Is::acquitting))
    return frame_of_content(w, governor, above);
  if (is_left_open(w, governor)) return Frame{Status::conditional, -1};
  // "kept the crews from reaching the fire", "hinderte ihn, zu fliehen"
  if (!nodes_[w].group.finite && governor < w && child_is(w, Deprel::mark, Is::preventing_mark))
    return Frame{Status::denied, -1};
  if (infinitive && governor < w && is(governor, Is::against) && !is_purpose(w)) return Frame{Status::denied, -1};
  if (infinitive && is(governor, Is::bringing_about)) return frame_of_content(w, governor, above);
  // "went to buy", "will sail when the storm ends"
  if (infinitive) return Frame{outer.status == Status::denied ? Status::denied : Status::expected, -1};
  if (outer.status == Status::expected && nodes_[w].group.tense == Tense::present) return Frame{Status::expected, -1};
  return std::nullopt;
}

ClauseReader::Frame ClauseReader::frame_of(std::uint32_t w) const {
  const Place& place = nodes_[w].place;
  // "tendría que haber avisado"
  if (place.governor >= 0 && is(static_cast<std::uint32_t>(place.governor), Is::modal_duty) && is_unmet(w)) return {};
  if (const std::int32_t denial = denial_of(w); denial >= 0)
    return {Status::denied, speaker_of(static_cast<std::uint32_t>(denial))};
  if (const std::optional<Frame> said = frame_of_speaker(w)) return *said;
  if (const Status doubt = doubt_of_content(w); doubt != Status::fact) return {doubt, -1};
  if (const std::int32_t told = told_before(w); told >= 0) return {Status::reported, told};
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
    case Deprel::csubj:
    case Deprel::csubj_pass:
      // "it is rumoured that he left"
      if (nodes_[w].group.finite && is(governor, Is::alleging, Is::reporting, Is::announcing))
        return frame_of_content(w, governor, above);
      break;
    case Deprel::acl:
      // "the claim that he left", "a plan to leave"; "a man wearing a hat" is no content.
      // "on the verge of leaving"
      if (opening_of(w) == Opening::complement || infinitive || is(governor, Is::alleging_noun, Is::adjective_forward))
        return frame_of_content(w, governor, above);
      // "kept the crews from reaching the fire", where the parser gives the clause to the crews.
      if (!nodes_[w].group.finite && at(governor).deprel == Deprel::obj &&
          child_is(w, Deprel::mark, Is::preventing_mark))
        return {Status::denied, -1};
      break;
    case Deprel::advcl:
      if (const std::optional<Frame> frame = frame_of_adverbial(w, governor, above)) return *frame;
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
  bool beside_subject = false;
  for (; g >= 0 && g != top; g = at(static_cast<std::uint32_t>(g)).head) {
    beside_subject = beside_subject || view_.is_subject(static_cast<std::uint32_t>(g));
    if (is(static_cast<std::uint32_t>(g), Is::alleging_noun))
      return {Status::alleged, speaker_of(static_cast<std::uint32_t>(g))};
  }
  if (top < 0) return {};
  const auto above = static_cast<std::uint32_t>(top);
  const Predication& outer = nodes_[above].predication;
  const VerbGroup& group = nodes_[above].group;
  const Frame held =
      holds(outer.status) || outer.status == Status::alleged ? Frame{outer.status, outer.source} : Frame{};
  const bool direct = at(w).head == top, subject = view_.is_subject(w);
  if (direct && !subject && !told_after) {
    if (is(above, Is::alleging)) return {Status::alleged, speaker_of(above)};
    // "arrested for theft", "mis en examen pour meurtre"
    if (!definite && child_is(w, Deprel::case_, Is::reason_mark) &&
        (is(above, Is::arresting) || child_is(above, Deprel::obl, Is::alleging_noun)))
      return {Status::alleged, -1};
    if (is(above, Is::acquitting)) return {Status::denied, speaker_of(above)};
    if (is(above, Is::convicting)) return held;
    const bool object = at(w).deprel == Deprel::obj || at(w).deprel == Deprel::xcomp;
    if (is(above, Is::against) && !definite && object) return {Status::denied, -1};
    if (is(above, Is::escaping) && object && child(w, Deprel::det) < 0) return {Status::denied, -1};
    if (is(above, Is::forward) && !definite && !group.copula) return {Status::expected, -1};
  }
  if (told_after) return held;
  if (direct && is_called_off(w, above)) return {Status::denied, -1};
  if (direct && is_scheduled(w, above)) return {Status::expected, -1};
  if (subject) return may_not_be(w, above, definite) ? Frame{outer.status, outer.source} : held;
  // "The toll of the earthquake is yet to emerge."
  if (definite && (outer.status == Status::denied || beside_subject)) return held;
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
  if (own == Status::conditional && told && (would || at(w).features.mood == Mood::cnd) && !has_condition(w))
    own = Status::expected;
  if (own == Status::conditional && frame.status == Status::reported && is_reporting_mood(w)) own = Status::fact;
  predication.status = combined(own, frame.status);
  // Who denies it is not who alleges it.
  const bool denier = frame.status == Status::denied && predication.status != Status::denied;
  predication.source = denier ? -1 : frame.source;
  if (predication.status != Status::fact || headline_source_ < 0 || headline_source_ == static_cast<std::int32_t>(w))
    return;
  predication.status = Status::reported;
  predication.source = headline_source_;
}

}  // namespace annal
