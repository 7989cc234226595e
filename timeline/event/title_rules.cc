#include "timeline/event/title_rules.h"

#include <algorithm>

#include "timeline/event/contrast.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

bool TitleRules::only_dates(std::uint32_t w) const {
  const Deprel d = tree_[w].deprel;
  bool dates = false;
  if ((d != Deprel::advcl && d != Deprel::acl) || tree_[w].time >= 0) return false;
  for (const std::uint32_t k : tree_.dependents(w)) {
    if (tree_[k].upos == Upos::punct || tree_[k].deprel == Deprel::mark) continue;
    if (tree_[k].time < 0) return false;
    dates = true;
  }
  return dates;
}

// "Hart, Lind and Marl scored": members of a list, whatever the arcs say.
bool TitleRules::is_list(std::uint32_t h, std::uint32_t k) const {
  bool joined = false;
  for (const std::uint32_t top : {h, k})
    for (const std::uint32_t other : tree_.dependents(top)) joined |= tree_[other].deprel == Deprel::conj;
  return joined && tree_[h].upos == Upos::propn && tree_[k].upos == Upos::propn;
}

// The classes of what joins a word to its head.
TitleClasses TitleRules::adposition(std::uint32_t w) const {
  TitleClasses classes;
  for (const std::uint32_t k : tree_.dependents(w))
    if (tree_[k].deprel == Deprel::case_ || tree_[k].deprel == Deprel::mark) classes.add(sentence_[k].classes);
  return classes;
}

bool TitleRules::comma_before(std::uint32_t w) const {
  const std::uint32_t first = tree_.first(w);
  if (tree_[first].upos == Upos::punct) return true;
  return first > 0 && tree_[first - 1].upos == Upos::punct;
}

bool TitleRules::comma_after(std::uint32_t w) const {
  const std::uint32_t last = tree_.last(w);
  return tree_[last].upos == Upos::punct || last + 1 >= tree_.size() || tree_[last + 1].upos == Upos::punct;
}

bool TitleRules::is_fronted(std::uint32_t h, std::uint32_t k) const {
  const std::int32_t subject = tree_.subject(h), finite = tree_.finite(h);
  std::uint32_t start = h;
  if (subject >= 0) start = std::min(start, static_cast<std::uint32_t>(subject));
  if (finite >= 0) start = std::min(start, static_cast<std::uint32_t>(finite));
  return k < start;
}

bool TitleRules::has_object(std::uint32_t w) const {
  for (const std::uint32_t k : tree_.dependents(w))
    if (tree_[k].deprel == Deprel::obj) return true;
  return false;
}

// Whether another conjunct between the two has a subject of its own: then whose the second is depends on arcs that the
// parser may have got wrong.
bool TitleRules::subject_between(std::uint32_t first, std::uint32_t last) const {
  for (const std::uint32_t k : tree_.dependents(first))
    if (k > first && k < last && tree_[k].deprel == Deprel::conj && tree_.is_clause(k) && tree_.subject(k) >= 0)
      return true;
  return false;
}

// "was changed and urlget 2.0 was released": a noun between the conjunction and the verb that hangs on it as nothing
// that a verb takes may be its subject.
bool TitleRules::has_stray_noun(std::uint32_t verb) const {
  for (std::uint32_t i = tree_.first(verb); i < verb; ++i) {
    const Upos u = tree_[i].upos;
    if ((u != Upos::noun && u != Upos::propn && u != Upos::num && u != Upos::x) || tree_[i].time >= 0) continue;
    std::uint32_t top = i;
    while (tree_[top].head >= 0 && tree_[top].head != static_cast<std::int32_t>(verb))
      top = static_cast<std::uint32_t>(tree_[top].head);
    const Deprel d = tree_[top].deprel;
    if (d != Deprel::obl && d != Deprel::obl_unmarked && d != Deprel::obj && d != Deprel::advmod && d != Deprel::advcl)
      return true;
  }
  return false;
}

// "[después del ataque]": the adverb that it goes with is one that titles leave out.
bool TitleRules::follows_adverb(std::uint32_t w) const {
  const std::uint32_t first = tree_.first(w);
  return first > 0 && first < w && is(first - 1, TitleClass::adverb_linking) &&
         lexicon_.is_pair(sentence_[first - 1].text, sentence_[first].text, lexicon_.adverb_adposition);
}

int TitleRules::cost(std::uint32_t h, std::uint32_t k, int depth) const {
  const syntax::Word& word = tree_[k];
  if (word.time >= 0) return time_cost(h, k);
  if (follows_adverb(k)) return left_out;
  if (tree_.is_hyphenated(k) && k + 2 == h) return always;  // "year-old"
  switch (word.deprel) {
    case Deprel::mark: return marker_cost(h, k);
    case Deprel::case_:
      // "the embassy | in the capital"
      if (k > h && word.upos == Upos::adp && word.confidence < 50) return unlikely;
      return h == anchor_ && !tree_.is_clause(h) ? left_out : always;
    case Deprel::cc: return conjunction_cost(h, k);
    // "an [Oct. 11] presentation"
    case Deprel::det: return k + 1 < tree_.size() && tree_[k + 1].time >= 0 && k + 1 < h ? time_cost(h, k + 1) : always;
    case Deprel::conj: return conjunct_cost(h, k);
    case Deprel::advmod: return adverb_cost(h, k);
    case Deprel::obl:
    case Deprel::obl_unmarked: return oblique_cost(h, k);
    case Deprel::obl_agent: return 2;
    case Deprel::ccomp:
      // "began talks | aimed at peace"
      return word.features.verb_form == syntax::VerbForm::part && tree_.finite(k) < 0 && tree_.subject(k) < 0 ? unlikely
                                                                                                              : always;
    case Deprel::xcomp: return comma_before(k) && k > h && !lexicon_.relative_comma ? unlikely : always;
    case Deprel::nmod:
    case Deprel::nmod_unmarked: return noun_modifier_cost(h, k, depth);
    case Deprel::acl:
    case Deprel::acl_relcl: return relative_cost(h, k, depth);
    case Deprel::advcl: return adverbial_clause_cost(h, k);
    case Deprel::appos:
      // "the goalkeeper Ivan Hart"; "the home secretary, Anna Reed,"; not "Anna Reed, the home secretary,"
      // "firemen, the guard and other rescuers were sent" is a list
      if (is_list(h, k)) return unlikely;
      if (!comma_before(k) && word.upos != Upos::propn && tree_[h].upos != Upos::propn) return unlikely;
      if (!comma_before(k) || !comma_after(k)) return always;
      return word.upos == Upos::propn && tree_[h].upos != Upos::propn ? 4 : left_out;
    case Deprel::advcl_relcl:
    case Deprel::parataxis:
    case Deprel::discourse:
    case Deprel::vocative:
    case Deprel::dislocated:
    case Deprel::reparandum:
    case Deprel::list:
    case Deprel::root: return left_out;
    default: return always;
  }
}

// "The company closed on Monday": what dates it goes. "The year 2010 saw", "the 2010 election", "sentenced to nine
// years" stay.
int TitleRules::time_cost(std::uint32_t h, std::uint32_t k) const {
  const syntax::Word& word = tree_[k];
  if (tree_.is_hyphenated(k)) return always;
  const TimeValue& value = sentence_.analysis().timexes[static_cast<std::size_t>(word.time)].value;
  const bool length = value.type == TimexType::duration;
  switch (word.deprel) {
    case Deprel::obj:
      // "spent five days"; "met Tuesday" only looks like an object
      return length || word.head < 0 ? always : left_out;
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::iobj:
    case Deprel::xcomp: return always;
    case Deprel::nmod_poss: return static_cast<std::int32_t>(h) == event_ ? left_out : always;  // "in Sunday's final"
    case Deprel::conj: return tree_[h].time >= 0 ? always : left_out;
    case Deprel::flat:
    case Deprel::compound:
      if (tree_[h].upos == Upos::propn) return always;
      [[fallthrough]];
    case Deprel::nmod:
    case Deprel::nmod_unmarked:
    case Deprel::nummod:
    case Deprel::amod: {
      if (length) return always;
      // "cancelled the evening crossings": not all of them
      const bool tells_apart = k < h && (word.deprel == Deprel::compound || word.deprel == Deprel::amod);
      if (tells_apart && static_cast<std::int32_t>(h) != event_) return always;
      const bool narrow = value.interval.end - value.interval.begin < 300 * seconds_per_day;
      const bool dates = narrow && k > h;  // "his death on 3 May"; not "the 3 May vote"
      const std::string_view words = sentence_[k].text;
      const bool figures = std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
      return figures && !dates && static_cast<std::int32_t>(h) != event_ ? always : left_out;
    }
    case Deprel::obl:
    case Deprel::obl_unmarked: {
      if (!length || comma_before(k) || k < h) return left_out;
      for (const std::uint32_t other : tree_.dependents(h))
        if (tree_[other].deprel == Deprel::obj || word.deprel == Deprel::obl) return 5;
      return needed;  // "lasted seven months"
    }
    default: return left_out;
  }
}

// The first phrase of a verb without object makes it whole ("flew to Vell"), others tell it from others.
int TitleRules::oblique_cost(std::uint32_t h, std::uint32_t k) const {
  const TitleClasses adposition = this->adposition(k);
  if (adposition.has(TitleClass::attribution)) return fact_ ? 6 : 2;
  if (adposition.any(TitleClass::after, TitleClass::before, TitleClass::since, TitleClass::during)) return 9;
  if (is(k, TitleClass::adverb_linking)) return left_out;
  if (is_fronted(h, k)) return 8;
  int before = 0;
  for (const std::uint32_t other : tree_.dependents(h)) {
    if (other >= k) break;
    const Deprel d = tree_[other].deprel;
    if (d == Deprel::obj || d == Deprel::xcomp || d == Deprel::ccomp) before += 2;
    if (d == Deprel::obl && tree_[other].time < 0 && !is_fronted(h, other)) ++before;
  }
  if (comma_before(k)) return 8;
  // "insist upon a withdrawal": what follows the verb may be what makes it whole; "accused of fraud", "named as envoy"
  if (k > h && (before == 0 || adposition.has(TitleClass::valency))) return needed;
  return std::min(7, 3 + before);
}

// "the mayor of Vell", "a shot from Dorn": the nearest says most. Of "most of those", "dozens of people" never.
int TitleRules::noun_modifier_cost(std::uint32_t h, std::uint32_t k, int depth) const {
  const syntax::Word& head = tree_[h];
  if (head.upos == Upos::pron || head.upos == Upos::num || head.upos == Upos::det || head.upos == Upos::adj ||
      is(h, TitleClass::quantity))
    return adposition(k).has(TitleClass::genitive_mark) || head.upos == Upos::pron ? always : needed;
  const bool nearest = tree_.first(k) == h + 1;
  if (comma_before(k) && !nearest) return left_out;
  // "the start of talks"; "a value above 9,000", where nothing else says which
  bool genitive = tree_[k].features.grammatical_case == syntax::Case::gen, described = false, marked = false;
  for (const std::uint32_t other : tree_.dependents(k)) marked |= tree_[other].deprel == Deprel::case_;
  for (const std::uint32_t other : tree_.dependents(h)) {
    const Deprel d = tree_[other].deprel;
    described |= d == Deprel::amod || d == Deprel::compound || d == Deprel::nmod_poss || d == Deprel::nummod;
  }
  genitive = adposition(k).has(TitleClass::genitive_mark) || (genitive && !marked);
  if (genitive || (nearest && !described && head.upos == Upos::noun)) return needed;
  if (static_cast<std::int32_t>(h) == event_) return nearest ? 1 : 3;
  return std::min(8, (nearest ? 3 : 5) + depth);
}

// "The man who attacked the girl was jailed": without it, it is any man. What a comma sets off only tells more, unless
// the language always sets it off.
int TitleRules::relative_cost(std::uint32_t h, std::uint32_t k, int depth) const {
  if (comma_before(k) && (!lexicon_.relative_comma || tree_[h].upos == Upos::propn)) return left_out;
  if (comma_before(k)) return depth == 0 ? needed : std::min(8, 6 + depth);
  if (tree_[h].upos == Upos::pron || tree_[h].upos == Upos::det || tree_[h].upos == Upos::num) return always;
  return depth == 0 ? needed : std::min(8, 2 + 2 * depth);
}

// "brach nicht am 3. Mai, sondern am 5. Mai aus": both times are left out, and what negates the first with them. "Not
// only sold the mill": a title does without both words.
bool TitleRules::negates_beside(std::uint32_t w) const {
  for (const std::uint32_t k : tree_.dependents(w))
    if (is_negated_only(k)) return true;
  return negates_time(tree_, w, [&](std::uint32_t k) { return is(k, TitleClass::contrast); });
}

bool TitleRules::is_negated_only(std::uint32_t w) const {
  const auto negates = [&](std::uint32_t k) {
    return is(k, TitleClass::negation) || (tree_[k].features.negative && tree_[k].upos == Upos::adv);
  };
  if (tree_[w].deprel != Deprel::advmod) return false;
  return (w > 0 && is(w, TitleClass::only) && negates(w - 1)) ||
         (w + 1 < tree_.size() && is(w + 1, TitleClass::only) && negates(w));
}

// "noch einmal", "not yet": with the word beside it, it says what neither says alone.
bool TitleRules::is_paired(std::uint32_t w) const {
  const auto pairs = [&](std::uint32_t a) {
    return a + 1 < tree_.size() && tree_[a].time < 0 && tree_[a + 1].time < 0 &&
           lexicon_.is_pair(sentence_[a].text, sentence_[a + 1].text, lexicon_.adverb_pair);
  };
  return pairs(w) || (w > 0 && pairs(w - 1));
}

// "Up to 30 people died"
bool TitleRules::limits_number(std::uint32_t k) const {
  if (k + 2 >= tree_.size() || tree_[k + 1].deprel != Deprel::case_) return false;
  return tree_[k + 2].upos == Upos::num && tree_[k + 2].time < 0 &&
         tree_[k + 1].head == static_cast<std::int32_t>(k) + 2;
}

int TitleRules::adverb_cost(std::uint32_t h, std::uint32_t k) const {
  const syntax::Word& word = tree_[k];
  // "when the company announced a plan": what joins the clause goes
  if (is_relativizer(k)) return h == anchor_ && tree_[h].head >= 0 ? left_out : always;
  if (is_negated_only(k)) return left_out;
  if (word.features.negative || is(k, TitleClass::negation)) return negates_beside(h) ? left_out : always;
  if (is(k, TitleClass::adverb_kept) || is(k, TitleClass::hedge)) return always;
  if (!tree_.is_clause(h)) return always;  // "about 50", "nearly all", "the then secretary"
  if (is(k, TitleClass::adverb_linking)) return is_paired(k) ? always : left_out;
  if (is(k, TitleClass::adverb_focus) && k + 1 < tree_.size()) {
    const std::int32_t of = tree_[k + 1].deprel == Deprel::case_ ? tree_[k + 1].head : static_cast<std::int32_t>(k) + 1;
    if (of >= 0 && tree_[static_cast<std::uint32_t>(of)].time >= 0) return left_out;
  }
  if (k + 1 == h && tree_[h].upos != Upos::verb) return always;  // "very thin"
  if (limits_number(k)) return always;
  // "rose | close to 2 percent": it may belong to what follows
  const bool leads =
      k > h && k + 1 < tree_.size() && (tree_[k + 1].upos == Upos::adp || tree_[k + 1].upos == Upos::num);
  if (leads && tree_[k + 1].head != static_cast<std::int32_t>(k)) return always;
  if (k == h + 1 && tree_.dependents(k).empty()) return needed;  // "rolled back"
  return is_fronted(h, k) || comma_before(k) ? left_out : 7;
}

int TitleRules::adverbial_clause_cost(std::uint32_t h, std::uint32_t k) const {
  if (only_dates(k) && static_cast<std::int32_t>(k) != event_) return left_out;
  if (adposition(k).has(TitleClass::condition)) return 2;
  if (k < h || comma_before(k)) return left_out;
  if (adposition(k).has(TitleClass::valency)) return needed;
  // "fell in overnight | trading": a noun that nothing joins is no clause
  bool joined = tree_[k].upos != Upos::noun;
  for (const std::uint32_t other : tree_.dependents(k)) {
    const Deprel d = tree_[other].deprel;
    joined |= d == Deprel::mark || d == Deprel::case_ || d == Deprel::cop || tree_.is_subject(other);
  }
  if (!joined) return unlikely;
  if (tree_.finite(k) >= 0) return 9;
  if (tree_.first(k) == h + 1 && h != anchor_) return needed;  // "talks aimed at ending the war"
  bool whole = false;
  for (const std::uint32_t other : tree_.dependents(h)) {
    const Deprel d = tree_[other].deprel;
    whole |= d == Deprel::obj || d == Deprel::xcomp || d == Deprel::ccomp || d == Deprel::obl;
  }
  return whole ? 6 : 3;
}

// "Neither the laboratory nor the clinic" keeps both; "And Ottawa held on" goes without.
int TitleRules::conjunction_cost(std::uint32_t h, std::uint32_t k) const {
  if (is(k, TitleClass::negation)) return always;
  if (h == anchor_ && (tree_.is_clause(h) || tree_[h].deprel == Deprel::conj)) return left_out;
  bool joins = tree_[h].deprel == Deprel::conj;
  for (const std::uint32_t other : tree_.dependents(h)) joins |= other > k && tree_[other].deprel == Deprel::conj;
  return joins ? always : left_out;
}

// "North and South Korea" keeps its members; a second clause is an event of its own.
int TitleRules::conjunct_cost(std::uint32_t h, std::uint32_t k) const {
  const std::uint32_t first_of = tree_.first(k);
  for (const std::uint32_t i : {first_of, first_of - 1})
    if (i < tree_.size() && tree_[i].upos == Upos::punct && sentence_[i].text == ";") return left_out;
  if (!tree_.is_clause(k) || !tree_.is_clause(h)) {
    if (tree_.subject(k) >= 0) return left_out;
    return tree_.is_subject(h) ? always : needed;
  }
  for (const std::uint32_t c : tree_.dependents(k))
    if (tree_[c].deprel == Deprel::cc && is(c, TitleClass::disjunction)) return always;
  return h == anchor_ || tree_.subject(k) >= 0 ? left_out : 6;
}

bool TitleRules::has_separable_prefix(std::uint32_t w) const {
  const std::string_view word = sentence_[w].text;
  if (!lexicon_.separable) return false;
  for (std::size_t size = 2; size + 2 < word.size() && size <= 9; ++size)
    if (lexicon_.classes(word.substr(0, size)).has(TitleClass::separable)) return true;
  return false;
}

int TitleRules::marker_cost(std::uint32_t h, std::uint32_t k) const {
  if (h == anchor_) {
    // "were to continue": what stands behind the finite verb is part of the verb, not of how the clause is joined
    const std::int32_t finite = tree_.finite(h);
    const bool inside = finite >= 0 && static_cast<std::uint32_t>(finite) < k;
    // "als der Minister zurücktrat": its verb cannot take the second place as one word
    const bool stays = finite == static_cast<std::int32_t>(h) && has_separable_prefix(h);
    return inside || stays || is(k, TitleClass::condition) ? always : left_out;
  }
  return is(k, TitleClass::complementizer) ? 9 : always;
}

}  // namespace annal
