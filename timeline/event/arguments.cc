// Who does what to whom. A predicate takes the arguments that hang on it, and those that stand elsewhere: the noun of
// its relative clause, the subject of the verb that governs it, what its coordination shares. Each comes with the least
// confidence of the arcs that lead to it.
#include <algorithm>

#include "timeline/event/clause_reader.h"
#include "timeline/event/tie.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

// "who", "which", "that" of a relative clause: it stands for the noun that the clause describes.
bool ClauseReader::is_relativizer(std::uint32_t w) const {
  const syntax::Word& word = at(w);
  if (word.features.pron_type == syntax::PronType::rel) return true;
  return (word.upos == Upos::pron || word.upos == Upos::det || word.upos == Upos::sconj) &&
         (view_.is_relativizer(w) || is(w, Is::relative)) && word.deprel != Deprel::det;
}

void ClauseReader::add(Predication& predication, Role role, Found found, bool shared) const {
  if (found.word < 0) return;
  const auto w = static_cast<std::uint32_t>(found.word);
  if (at(w).time >= 0) return;
  const auto after = std::find_if(predication.arguments.begin(), predication.arguments.end(),
                                  [&](const Argument& a) { return a.word > w; });
  predication.arguments.insert(after, {role, w, found.confidence, shared});
}

// The subject of an infinitive or an -ing form: in "told him to leave" he, in "promised him to leave" who promised, in
// "was told to leave" who was told.
ClauseReader::Found ClauseReader::controller_of(std::uint32_t w) {
  const auto above = static_cast<std::uint32_t>(nodes_[w].place.governor);
  if (!nodes_[above].predicate) return {};
  const std::uint8_t arc = nodes_[w].place.confidence;
  if (!is(above, Is::subject_control)) {
    const std::int32_t object = child(above, Deprel::obj) >= 0 ? child(above, Deprel::obj) : child(above, Deprel::iobj);
    if (object >= 0) {
      const auto o = static_cast<std::uint32_t>(object);
      if (!is_relativizer(o)) return Found{object, at(o).confidence}.over(arc);
      return Found{nodes_[above].place.governor, at(o).confidence}.over(nodes_[above].place.confidence).over(arc);
    }
  }
  return nodes_[above].subject.over(arc);
}

// "After leaving Vell, Kovar resigned": who resigned. "accused Brandt of stealing": the accused. "thanked Brandt for
// coming": not said.
ClauseReader::Found ClauseReader::subject_of_adverbial(std::uint32_t w, std::uint32_t above) {
  const std::uint8_t arc = nodes_[w].place.confidence;
  if (is(above, Is::alleging, Is::against, Is::convicting, Is::acquitting) &&
      child(w, Deprel::mark) > static_cast<std::int32_t>(above))
    return controller_of(w);
  const bool own = child_is(w, Deprel::mark, Is::signal_after, Is::signal_before, Is::signal_since, Is::signal_while,
                            Is::signal_when, Is::agent_mark, Is::negation);
  const bool marked = child(w, Deprel::mark) >= 0 && nodes_[w].group.tense != Tense::infinitive;
  if (marked && !own && child(above, Deprel::obj) >= 0) return {};
  return nodes_[above].subject.over(arc);
}

// "the man arrested on Monday", "a man wearing a hat": the man. "Kovar's plan to sell the mill", "Kovar has a plan to
// sell it": Kovar; of "rejected a plan to sell it" nobody.
ClauseReader::Found ClauseReader::subject_behind_noun(std::uint32_t w, std::uint32_t noun) {
  const std::uint8_t arc = nodes_[w].place.confidence;
  const VerbGroup& group = nodes_[w].group;
  if (group.tense == Tense::pastpart || group.tense == Tense::prespart)
    return Found{static_cast<std::int32_t>(noun)}.over(arc);
  if (const std::int32_t owner = child(noun, Deprel::nmod_poss); owner >= 0)
    return Found{owner, at(static_cast<std::uint32_t>(owner)).confidence}.over(arc);
  const std::int32_t above = predicate_above(static_cast<std::int32_t>(noun));
  if (above < 0 || !is(static_cast<std::uint32_t>(above), Is::light, Is::forward, Is::reporting)) return {};
  return nodes_[static_cast<std::uint32_t>(above)].subject.over(arc).over(at(noun).confidence);
}

// Of several subjects that the parser gives a predicate the one that stands nearest to it; -1 for none.
std::int32_t ClauseReader::nearest_subject(std::uint32_t w) const {
  std::int32_t found = -1;
  const auto distance = [&](std::uint32_t k) { return k < w ? w - k : k - w; };
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::nsubj && at(k).deprel != Deprel::nsubj_pass) continue;
    if (found < 0 || distance(k) < distance(static_cast<std::uint32_t>(found))) found = static_cast<std::int32_t>(k);
  }
  return found;
}

// The grammatical subject, or what stands for it.
ClauseReader::Found ClauseReader::subject_of(std::uint32_t w) {
  const Node& node = nodes_[w];
  const std::uint8_t arc = node.place.confidence;
  if (const std::int32_t nearest = nearest_subject(w); nearest >= 0) {
    const auto k = static_cast<std::uint32_t>(nearest);
    // "the man who fled": the man.
    if (is_relativizer(k)) {
      const bool relative = node.place.relation == Deprel::acl_relcl || node.place.relation == Deprel::acl;
      if (relative) return Found{node.place.governor, at(k).confidence}.over(arc);
      return {};
    }
    return {nearest, at(k).confidence};
  }
  if (view_.subject(w) >= 0 || child(w, Deprel::expl) >= 0) return {};
  const auto head = static_cast<std::uint32_t>(std::max(0, at(w).head));
  // "Kovar came and left": Kovar.
  if (at(w).deprel == Deprel::conj && nodes_[head].predicate && !leaves_quotation(analysis_.document.text, view_, w))
    return nodes_[head].subject.over(at(w).confidence);
  if (at(w).head < 0) return {};
  switch (node.place.relation) {
    case Deprel::xcomp: return controller_of(w);
    case Deprel::advcl: {
      const std::int32_t above = predicate_above(node.place.governor);
      return above < 0 || node.group.finite ? Found{} : subject_of_adverbial(w, static_cast<std::uint32_t>(above));
    }
    case Deprel::acl: return subject_behind_noun(w, static_cast<std::uint32_t>(node.place.governor));
    default: return {};
  }
}

// "the ban that the council imposed", "the ban the council imposed": what the clause describes is what was imposed.
void ClauseReader::read_gap(std::uint32_t w) {
  Node& node = nodes_[w];
  if (node.place.relation != Deprel::acl_relcl || node.place.governor < 0) return;
  const std::int32_t object = child(w, Deprel::obj);
  const Found noun{node.place.governor, node.place.confidence};
  if (object >= 0 && is_relativizer(static_cast<std::uint32_t>(object)))
    return add(node.predication, Role::undergoer, noun.over(at(static_cast<std::uint32_t>(object)).confidence), true);
  const bool bare = object < 0 && !node.group.passive && !node.group.copula && node.subject.word >= 0 &&
                    node.subject.word != node.place.governor && child(w, Deprel::ccomp, Deprel::xcomp) < 0;
  if (!bare) return;
  // "the house where he died", "the bank he worked for": no object.
  for (const std::uint32_t k : view_.dependents(w))
    if ((at(k).deprel == Deprel::advmod || at(k).deprel == Deprel::obl) && (is_relativizer(k) || is(k, Is::relative)))
      return;
  if (opener_of(w) >= 0 && child(w, Deprel::mark) < 0) return;
  if (child(w, Deprel::obl) < 0) add(node.predication, Role::undergoer, noun, true);
}

// Whether nothing but times and adverbs hangs on it.
bool ClauseReader::stands_alone(std::uint32_t w) const {
  return std::all_of(view_.dependents(w).begin(), view_.dependents(w).end(), [&](std::uint32_t k) {
    const Deprel d = at(k).deprel;
    return at(k).time >= 0 || d == Deprel::cc || d == Deprel::advmod || d == Deprel::punct;
  });
}

// "bought and sold two mills": the mills were bought, too, and sold. "Товариство заснували і заборонили": what stands
// before two verbs of which nobody is the subject is the object of both.
void ClauseReader::share_object(std::uint32_t w) {
  if (at(w).deprel != Deprel::conj) return;
  const auto first = static_cast<std::uint32_t>(at(w).head);
  const std::int32_t object = child(first, Deprel::obj);
  if (!nodes_[first].predicate || object < 0 || child(w, Deprel::obj) >= 0) return;
  const bool before = object < static_cast<std::int32_t>(first) && view_.subject(first) < 0 && stands_alone(w);
  if (object < static_cast<std::int32_t>(w) && !before) return;
  const auto o = static_cast<std::uint32_t>(object);
  add(nodes_[w].predication, Role::undergoer, Found{object, at(o).confidence}.over(at(w).confidence), true);
}

void ClauseReader::read_arguments(std::uint32_t w) {
  Node& node = nodes_[w];
  Predication& predication = node.predication;
  predication.governor = node.place.governor;
  predication.relation = node.place.relation;
  node.subject = subject_of(w);
  const bool passive = node.group.passive;
  add(predication, passive ? Role::undergoer : Role::agent, node.subject,
      node.subject.word >= 0 && at(static_cast<std::uint32_t>(node.subject.word)).head != static_cast<std::int32_t>(w));
  for (const std::uint32_t k : view_.dependents(w)) {
    const Found here{static_cast<std::int32_t>(k), at(k).confidence};
    const bool in_relative_clause = is_relativizer(k);
    switch (at(k).deprel) {
      case Deprel::obj:
        if (!in_relative_clause) add(predication, Role::undergoer, here, false);
        break;
      case Deprel::iobj: add(predication, Role::recipient, here, false); break;
      case Deprel::obl_agent: add(predication, Role::agent, here, false); break;
      case Deprel::obl: {
        if (in_relative_clause) break;
        // "was sold by Kovar", "был продан Коваром"
        const bool marked = child_is(k, Deprel::case_, Is::agent_mark);
        const bool instrumental = at(k).features.grammatical_case == syntax::Case::ins && child(k, Deprel::case_) < 0;
        add(predication, passive && (marked || instrumental) ? Role::agent : Role::oblique, here, false);
        break;
      }
      case Deprel::ccomp:
      case Deprel::xcomp: add(predication, Role::content, here, false); break;
      default: break;
    }
  }
  read_gap(w);
  share_object(w);
  const Argument* who = predication.find(Role::agent);
  if (who == nullptr) who = predication.find(Role::undergoer);
  predication.confidence = who == nullptr ? certain : who->confidence;
}

bool ClauseReader::is_nominal_event(std::uint32_t w) const {
  const syntax::Word& noun = at(w);
  // The capital of a first word may make a name of it.
  const bool first = noun.upos == Upos::propn && w == 0 && is(w, Is::noun_event);
  if ((noun.upos != Upos::noun && !first) || noun.time >= 0 || noun.deprel == Deprel::compound ||
      noun.deprel == Deprel::fixed)
    return false;
  return first || event_guess(analysis_, reading_.words, token_of(w)).label != 0 || names_event(view_, reading_, w);
}

// "the sale of the mill by Kovar", "Kovar's visit": "of" and a bare genitive name what it is done to, "by" who does it,
// a possessor who does it.
void ClauseReader::read_nominal(std::uint32_t w) {
  Predication& predication = nodes_[w].predication;
  predication.governor = at(w).head;
  predication.relation = at(w).deprel;
  for (const std::uint32_t k : view_.dependents(w)) {
    const Found here{static_cast<std::int32_t>(k), at(k).confidence};
    if (at(k).deprel == Deprel::nmod_poss) add(predication, Role::agent, here, false);
    if (at(k).deprel != Deprel::nmod) continue;
    const bool genitive = at(k).features.grammatical_case == syntax::Case::gen && child(k, Deprel::case_) < 0;
    const Role role = child_is(k, Deprel::case_, Is::agent_mark)                  ? Role::agent
                      : genitive || child_is(k, Deprel::case_, Is::genitive_mark) ? Role::undergoer
                                                                                  : Role::oblique;
    add(predication, role, here, false);
  }
  const Argument* const agent = predication.find(Role::agent);
  predication.confidence = agent == nullptr ? certain : agent->confidence;
}

}  // namespace annal
