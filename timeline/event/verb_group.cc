// Tense, aspect, voice, modality and negation of a predicate, from its own features and those of its auxiliaries.
#include <algorithm>

#include "timeline/event/clause_reader.h"
#include "timeline/event/contrast.h"

namespace annal {

using syntax::Deprel;
using syntax::Features;
using syntax::Upos;

namespace {

Tense finite_tense(const Features& f) {
  switch (f.tense) {
    case syntax::Tense::past:
    case syntax::Tense::imperfect:
    case syntax::Tense::pluperfect: return Tense::past;
    case syntax::Tense::fut: return Tense::future;
    case syntax::Tense::pres: return Tense::present;
    case syntax::Tense::none: break;
  }
  return Tense::none;
}

bool is_present_participle(const Features& f) {
  return f.verb_form == syntax::VerbForm::ger || f.verb_form == syntax::VerbForm::conv ||
         (f.verb_form == syntax::VerbForm::part && (f.tense == syntax::Tense::pres || f.voice == syntax::Voice::act));
}

bool is_past_participle(const Features& f) {
  return f.verb_form == syntax::VerbForm::part && !is_present_participle(f);
}

Tense bare_tense(const Features& f) {
  if (f.verb_form == syntax::VerbForm::inf) return Tense::infinitive;
  if (is_present_participle(f)) return Tense::prespart;
  return is_past_participle(f) ? Tense::pastpart : Tense::none;
}

bool is_finite(const Features& f) { return f.verb_form == syntax::VerbForm::fin; }

}  // namespace

// "was sold", "wurde verkauft", "se vendió", "был продан"; a bare participle that describes a noun: "the mill sold".
bool ClauseReader::is_passive(std::uint32_t w, const std::vector<std::uint32_t>& chain) const {
  if (child(w, Deprel::aux_pass, Deprel::nsubj_pass, Deprel::csubj_pass, Deprel::obl_agent, Deprel::expl_pass) >= 0)
    return true;
  const Features& f = at(w).features;
  if (at(w).upos != Upos::verb) return false;
  // What has a plain subject is none, whatever a tagger took its form for: "Kovar trained".
  if (child(w, Deprel::nsubj) >= 0) return false;
  if (f.voice == syntax::Voice::pass && (chain.empty() || !is_past_participle(f))) return true;
  const Deprel relation = nodes_[w].place.relation;
  const bool describes = relation == Deprel::acl || relation == Deprel::advcl || relation == Deprel::xcomp;
  return chain.empty() && describes && is_past_participle(f) && child(w, Deprel::obj) < 0;
}

// Whether a word before a noun may say "no" of it: "no shop", "neither Kovar nor Brandt".
bool ClauseReader::before_noun(std::uint32_t d, std::uint32_t noun) const {
  const Deprel r = at(d).deprel;
  return r == Deprel::det || (d < noun && (r == Deprel::cc || r == Deprel::dep));
}

// "did not sell", "nobody sold", "no shop sold", "without selling".
bool ClauseReader::is_negated(std::uint32_t w) const {
  // "not only sold": the negation is that of the word behind it.
  const auto negates = [&](std::uint32_t k) {
    return is(k, Is::negation) || (at(k).features.negative && at(k).upos == Upos::adv);
  };
  for (const std::uint32_t k : view_.dependents(w)) {
    if (at(k).deprel != Deprel::advmod) continue;
    if (k > 0 && is(k, Is::only) && negates(k - 1)) return false;
    if (k + 1 < view_.size() && is(k + 1, Is::only) && negates(k)) return false;
  }
  for (const std::uint32_t k : view_.dependents(w)) {
    const syntax::Word& word = at(k);
    const bool negative = word.features.negative || word.features.pron_type == syntax::PronType::neg;
    switch (word.deprel) {
      case Deprel::advmod:
        if (word.upos == Upos::intj || word.upos == Upos::adp) break;  // "said no", "sin embargo"
        [[fallthrough]];
      case Deprel::mark:
      case Deprel::aux:
      case Deprel::cc:
        if (negative || is(k, Is::negation))
          return word.deprel != Deprel::advmod ||
                 !negates_time(view_, w, [&](std::uint32_t c) { return is(c, Is::contrast); });
        break;
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
      case Deprel::obj:
        if (word.features.pron_type == syntax::PronType::neg) return true;
        if (is(k, Is::negation)) return true;
        for (const std::uint32_t d : view_.dependents(k))
          if (before_noun(d, k) && (at(d).features.pron_type == syntax::PronType::neg || is(d, Is::negation)))
            return true;
        break;
      default: break;
    }
  }
  return false;
}

// Whether an infinitive follows auxiliary `i` of the chain of `w`: a base form is one, whatever its features.
bool ClauseReader::before_infinitive(std::uint32_t w, const std::vector<std::uint32_t>& chain, std::size_t i) const {
  if (at(chain[i]).features.tense == syntax::Tense::past) return false;
  const auto is_base = [&](std::uint32_t k) {
    return at(k).features.verb_form == syntax::VerbForm::inf || word(k).base;
  };
  return is_base(w) ||
         std::any_of(chain.begin(), chain.end(), [&](std::uint32_t k) { return k != chain[i] && is_base(k); });
}

void ClauseReader::read_tense(std::uint32_t w, const std::vector<std::uint32_t>& chain, VerbGroup& group) const {
  const Features& own = at(w).features;
  if (chain.empty()) {
    // A participle that has a subject tells of the past by itself: "дом построен", or "burned" taken for one.
    const Deprel relation = nodes_[w].place.relation;
    const bool describes = relation == Deprel::acl || relation == Deprel::xcomp;
    const bool telling = is_past_participle(own) && view_.subject(w) >= 0 && !describes;
    group.finite = is_finite(own) || own.verb_form == syntax::VerbForm::none || telling;
    group.tense = telling ? Tense::past : group.finite ? finite_tense(own) : bare_tense(own);
    return;
  }
  const Features& lead = at(chain.front()).features;
  bool perfect = false, perfect_past = false;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const std::uint32_t k = chain[i];
    const bool future = at(k).features.tense == syntax::Tense::fut;
    // "wurde verkauft" has no future in it: that of "werden" stands with an infinitive.
    if (!future && is(k, Is::modal) && word(k).value == 1 && !before_infinitive(w, chain, i)) continue;
    if (is(k, Is::modal) || future) {
      if (word(k).value == 1 || future)
        group.tense = Tense::future;
      else
        group.modal = static_cast<std::int32_t>(token_of(k));
      group.finite = true;
      continue;
    }
    if (at(k).deprel != Deprel::aux) continue;
    // What follows it in the chain.
    const Features& next = i + 1 < chain.size() ? at(chain[i + 1]).features : own;
    if (is_past_participle(next) || at(k).features.verb_form == syntax::VerbForm::none) {
      perfect = perfect || is(k, Is::aux_have);
      perfect_past = perfect_past || !is(k, Is::aux_have);
    }
    if (is_present_participle(next)) group.aspect = Aspect::progressive;
  }
  if (perfect) group.aspect = group.aspect == Aspect::progressive ? Aspect::perfective_progressive : Aspect::perfective;
  if (group.finite) return;
  group.finite = is_finite(lead);
  group.tense = group.finite ? finite_tense(lead) : bare_tense(lead);
  if (group.tense == Tense::none && is_finite(own)) {  // an auxiliary without tense: "чтобы", "бы"
    group.finite = true;
    group.tense = finite_tense(own);
  }
  // "hat verkauft", "a vendu" tell of the past, "hatte verkauft" of what lies before it.
  if (perfect_past && group.tense == Tense::past) group.aspect = Aspect::perfective;
  if (perfect_past && group.tense == Tense::present) group.tense = Tense::past;
}

// "was arrested and charged", "will meet and talk": the auxiliaries of the first hold for the second.
void ClauseReader::share_group(std::uint32_t w, VerbGroup& group) const {
  const auto head = static_cast<std::uint32_t>(at(w).head);
  const VerbGroup& first = nodes_[head].group;
  const Features &mine = at(w).features, &other = at(head).features;
  const bool same = mine.verb_form == other.verb_form && mine.verb_form != syntax::VerbForm::fin;
  // An English base form may be tagged as a finite one.
  if (!same || group.finite || !nodes_[head].predicate) return;
  group.finite = first.finite;
  group.tense = first.tense;
  group.aspect = first.aspect;
  group.modal = first.modal;
  group.passive = first.passive;
}

// "did not resign or apologise", "did not resign and leave": what is joined without a verb of its own to what is
// negated; not "was not arrested, and fled".
bool ClauseReader::shares_negation(std::uint32_t w) const {
  if (at(w).deprel != Deprel::conj || view_.subject(w) >= 0 || child(w, Deprel::aux, Deprel::aux_pass) >= 0)
    return false;
  const auto head = static_cast<std::uint32_t>(at(w).head);
  if (!nodes_[head].predicate || !nodes_[head].group.negated) return false;
  if (child_is(w, Deprel::cc, Is::disjunction)) return true;
  const std::uint32_t first = view_.first(w);
  const bool comma = at(first).upos == Upos::punct || (first > 0 && at(first - 1).upos == Upos::punct);
  return at(w).features.verb_form == syntax::VerbForm::inf && at(head).features.verb_form == syntax::VerbForm::inf &&
         child(w, Deprel::cc) >= 0 && !child_is(w, Deprel::cc, Is::contrast) && !comma;
}

VerbGroup ClauseReader::group_of(std::uint32_t w) {
  VerbGroup group;
  std::vector<std::uint32_t> chain;  // auxiliaries and copula, in text order
  std::int32_t copula = -1;
  for (const std::uint32_t k : view_.dependents(w)) {
    const Deprel d = at(k).deprel;
    if (d == Deprel::cop) copula = static_cast<std::int32_t>(k);
    if (d == Deprel::aux || d == Deprel::aux_pass || d == Deprel::cop) chain.push_back(k);
  }
  group.copula = copula >= 0 || (at(w).upos != Upos::verb && at(w).upos != Upos::aux);
  const std::uint32_t main = copula >= 0 ? static_cast<std::uint32_t>(copula) : w;
  group.main = token_of(main);
  if (group.copula && at(w).time < 0) group.predicate = static_cast<std::int32_t>(token_of(w));
  group.first = at(main).first;
  group.last = at(main).last;
  for (const std::uint32_t k : chain) group.first = at(k).last == group.first ? at(k).first : group.first;
  if (!chain.empty() && at(chain.front()).first < group.first) {
    // With the adverbs between them: "has not yet sold".
    bool adjacent = true;
    for (std::uint32_t k = chain.front() + 1; k < main; ++k)
      adjacent = adjacent && (at(k).upos == Upos::adv || at(k).upos == Upos::part || at(k).upos == Upos::aux);
    if (adjacent) group.first = at(chain.front()).first;
  }
  // A predicate behind a verb that links: "became president", "remained closed".
  if (const std::int32_t x = child(w, Deprel::xcomp); x >= 0 && !group.copula) {
    const Upos upos = at(static_cast<std::uint32_t>(x)).upos;
    if (upos == Upos::adj || upos == Upos::noun)
      group.predicate = static_cast<std::int32_t>(token_of(static_cast<std::uint32_t>(x)));
  }
  group.passive = is_passive(w, chain);
  if (copula >= 0) chain.pop_back(), chain.push_back(static_cast<std::uint32_t>(copula));
  read_tense(copula >= 0 ? main : w, copula >= 0 ? std::vector(chain.begin(), chain.end() - 1) : chain, group);
  if (at(w).deprel == Deprel::conj && chain.empty()) share_group(w, group);
  group.negated = is_negated(w) || shares_negation(w);
  // "puede vender", "peut vendre": a modal that is a verb of its own.
  if (nodes_[w].place.relation == Deprel::xcomp && group.modal < 0) {
    const auto above = static_cast<std::uint32_t>(nodes_[w].place.governor);
    if (is(above, Is::modal) && word(above).value != 1) group.modal = static_cast<std::int32_t>(token_of(above));
  }
  return group;
}

}  // namespace annal
