#include "timeline/event/title_selection.h"

#include <algorithm>

namespace annal {
namespace {

using syntax::Deprel;
using syntax::Upos;

constexpr int left_out = -1;
constexpr int always = 0;
constexpr int unlikely = -2;  ///< a tree with this arc is not trusted

// Hundredths: below it an arc that a title could do without is not trusted.
constexpr int unit_confidence = 50;

// Below it an arc without which the title would say something else spoils it.
int least_confidence(Deprel d) {
  switch (d) {
    case Deprel::conj: return 65;
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::obj:
    case Deprel::iobj:
    case Deprel::ccomp:
    case Deprel::xcomp:
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::advcl:
    case Deprel::parataxis: return 50;
    default: return 0;
  }
}

bool is_nominal(const syntax::Word& w) { return w.upos == Upos::noun || w.upos == Upos::propn || w.upos == Upos::pron; }

bool is_relativizer(const syntax::Word& w) {
  return w.features.pron_type == syntax::PronType::rel || w.features.pron_type == syntax::PronType::int_;
}

class Selector {
 public:
  Selector(const Analysis& analysis, const TreeView& tree, const Predication& predication, const TitleLexicon& lexicon,
           TitleScope scope)
      : analysis_(analysis), tree_(tree), predication_(predication), lexicon_(lexicon), scope_(scope) {
    out_.unit.assign(tree.size(), -1);
    out_.units.push_back({});
    needed_.assign(tree.size(), false);
    barred_.assign(tree.size(), false);
  }

  TitleSelection run();

 private:
  std::string_view text(std::uint32_t w) const { return slice(analysis_.document.text, tree_[w].span); }
  bool is(std::uint32_t w, WordClass c) const { return c != no_class && lexicon_.language->is(text(w), c); }
  bool adposition_is(std::uint32_t w, WordClass c) const;
  bool comma_before(std::uint32_t w) const;
  bool comma_after(std::uint32_t w) const;
  bool fact() const { return predication_.status == Status::fact; }

  std::uint32_t climb(std::uint32_t w);
  bool climbs(std::uint32_t w) const;
  bool lends_subject(std::uint32_t w) const;
  bool is_marked(std::uint32_t w) const;
  bool is_argument(std::uint32_t w) const;
  bool is_complement(std::uint32_t w) const;
  bool relativized(std::uint32_t w) const;
  void need_source();
  void take(std::uint32_t w, std::int32_t unit, int depth);
  void take_shared(std::uint32_t w);
  void take_subject();
  void lend(std::uint32_t subject);
  void join_glued();

  int cost(std::uint32_t h, std::uint32_t k, int depth) const;
  int time_cost(std::uint32_t h, std::uint32_t k) const;
  int oblique_cost(std::uint32_t h, std::uint32_t k) const;
  int noun_modifier_cost(std::uint32_t h, std::uint32_t k, int depth) const;
  int relative_cost(std::uint32_t h, std::uint32_t k, int depth) const;
  int adverb_cost(std::uint32_t h, std::uint32_t k) const;
  int adverbial_clause_cost(std::uint32_t h, std::uint32_t k) const;
  int conjunct_cost(std::uint32_t h, std::uint32_t k) const;
  bool has_separable_prefix(std::uint32_t w) const;
  int marker_cost(std::uint32_t h, std::uint32_t k) const;
  bool is_fronted(std::uint32_t h, std::uint32_t k) const;

  const Analysis& analysis_;
  const TreeView& tree_;
  const Predication& predication_;
  const TitleLexicon& lexicon_;
  const TitleScope scope_;
  std::vector<bool> needed_;  // on the way from the anchor to the predicate or to its source
  std::vector<bool> barred_;  // never taken
  std::int32_t lender_ = -1;  // first conjunct that lends the anchor its subject and auxiliaries
  TitleSelection out_;
};

bool Selector::adposition_is(std::uint32_t w, WordClass c) const {
  for (const std::uint32_t k : tree_.dependents(w)) {
    if ((tree_[k].deprel == Deprel::case_ || tree_[k].deprel == Deprel::mark) && is(k, c)) return true;
  }
  return false;
}

bool Selector::comma_before(std::uint32_t w) const {
  const std::uint32_t first = tree_.first(w);
  if (tree_[first].upos == Upos::punct) return true;
  return first > 0 && tree_[first - 1].upos == Upos::punct;
}

bool Selector::is_marked(std::uint32_t w) const {
  for (const std::uint32_t k : tree_.dependents(w))
    if (tree_[k].deprel == Deprel::mark) return true;
  return tree_.finite(w) >= 0;
}

// "close to signing", "succeeded in finding": what its adposition joins is no other time.
bool Selector::is_complement(std::uint32_t w) const {
  for (const std::uint32_t k : tree_.dependents(w))
    if (tree_[k].deprel == Deprel::mark || tree_[k].deprel == Deprel::case_)
      return !is(k, lexicon_.after) && !is(k, lexicon_.before) && !is(k, lexicon_.since) && !is(k, lexicon_.during);
  return false;
}

// Whether it is a noun that hangs on a predicate or on another noun.
bool Selector::is_argument(std::uint32_t w) const {
  if (tree_[w].head < 0 || !is_nominal(tree_[w])) return false;
  switch (tree_[w].deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::obj:
    case Deprel::obl:
    case Deprel::obl_agent:
    case Deprel::nmod: return true;
    default: return false;
  }
}

// Whether the noun that the relative clause of `w` describes can stand for its relative pronoun as the subject.
bool Selector::lends_subject(std::uint32_t w) const {
  const std::int32_t own = tree_.subject(w);
  if (own < 0 || !is_relativizer(tree_[static_cast<std::uint32_t>(own)])) return false;
  const syntax::Word& noun = tree_[static_cast<std::uint32_t>(tree_[w].head)];
  const syntax::Case c = noun.features.grammatical_case;
  return (c == syntax::Case::none || c == syntax::Case::nom) && noun.upos != Upos::pron && !lexicon_.verb_second;
}

bool Selector::comma_after(std::uint32_t w) const {
  const std::uint32_t last = tree_.last(w);
  return tree_[last].upos == Upos::punct || last + 1 >= tree_.size() || tree_[last + 1].upos == Upos::punct;
}

// Whether the title of what `w` heads tells what governs it too.
bool Selector::climbs(std::uint32_t w) const {
  const syntax::Word& word = tree_[w];
  if (word.head < 0) return false;
  const bool finite = tree_.finite(w) >= 0;
  switch (word.deprel) {
    // "refused to pay"
    case Deprel::xcomp:
    case Deprel::csubj:
    case Deprel::csubj_pass: return true;
    // "alleged that Dunn stole the money", "declined to say whether it was stolen"
    case Deprel::ccomp: return !finite || (!fact() && scope_ == TitleScope::framed);
    // "a plan to sell shares", "theories that he had been murdered"; "hostages freed by gunmen"
    case Deprel::acl: return true;
    // "the tenant whose roof leaked", "the ban that the council imposed"; not "Hart, who coached the team"
    case Deprel::acl_relcl: return !lends_subject(w);
    // "accused of killing a man"; not "after the mill burned"
    case Deprel::advcl:
      return (!finite && (!fact() || word.features.verb_form == syntax::VerbForm::conv || is_complement(w))) ||
             predication_.status == Status::conditional;
    default: return is_argument(w) && !fact() && scope_ == TitleScope::framed;
  }
}

// The word that the title hangs on: the predicate or one above it. Of a conjunct what it shares with the first goes
// along: "said the mill had burned and would close".
std::uint32_t Selector::climb(std::uint32_t w) {
  std::uint32_t anchor = w;
  for (;;) {
    needed_[w] = true;
    std::uint32_t first = w;
    while (tree_[first].deprel == Deprel::conj && tree_[first].head >= 0)
      first = static_cast<std::uint32_t>(tree_[first].head);
    if (!climbs(first)) break;
    if (first != w) needed_[first] = true;
    w = anchor = static_cast<std::uint32_t>(tree_[first].head);
    if (tree_[first].deprel == Deprel::acl_relcl) needed_[w] = true;
    if (tree_[first].deprel == Deprel::acl_relcl) break;
    if (tree_[first].deprel != Deprel::acl || !fact()) continue;
    needed_[w] = true;
    // "hostages freed by gunmen": the noun with its participle; "a plan to sell": what is done with the plan
    if (!is_marked(first)) break;
    while (is_argument(w)) w = anchor = static_cast<std::uint32_t>(tree_[w].head), needed_[w] = true;
  }
  return anchor;
}

// "according to the indictment", "Dunn stole it, prosecutors alleged": the way from the source up to the title's words.
void Selector::need_source() {
  if (predication_.source < 0 || scope_ == TitleScope::own) return;
  const auto source = static_cast<std::uint32_t>(predication_.source);
  if (!tree_.under(source, out_.anchor)) return;
  for (std::uint32_t w = source; w != out_.anchor && !needed_[w]; w = static_cast<std::uint32_t>(tree_[w].head))
    needed_[w] = true;
}

TitleSelection Selector::run() {
  out_.anchor = climb(static_cast<std::uint32_t>(predication_.word));
  need_source();
  out_.units[0].word = out_.anchor;
  take_subject();
  if (lender_ >= 0) take_shared(static_cast<std::uint32_t>(lender_));
  take(out_.anchor, 0, 0);
  join_glued();
  return std::move(out_);
}

// The subject of the anchor: its own, the one it shares with its first conjunct, or the noun that a relative pronoun
// stands for: "Hart, who coached the team": "Hart coached the team".
void Selector::take_subject() {
  const std::uint32_t a = out_.anchor;
  const std::int32_t own = tree_.subject(a);
  if (own >= 0 && !is_relativizer(tree_[static_cast<std::uint32_t>(own)])) {
    out_.subject = own;
    out_.confidence = tree_[static_cast<std::uint32_t>(own)].confidence;
    for (const std::uint32_t k : tree_.dependents(a))
      if (k != static_cast<std::uint32_t>(own) && tree_.is_subject(k) && tree_[k].deprel != Deprel::nsubj_outer &&
          tree_[static_cast<std::uint32_t>(own)].deprel != Deprel::nsubj_outer)
        out_.confidence = 0;  // no verb has two
    return;
  }
  std::uint32_t first = a;
  while (tree_[first].deprel == Deprel::conj && tree_[first].head >= 0)
    first = static_cast<std::uint32_t>(tree_[first].head);
  if (first != a && tree_.is_clause(a)) lender_ = static_cast<std::int32_t>(first);
  // "A search began as crews from Ohio arrived": what nothing joins shares nothing
  bool coordinated = first == a || comma_before(a);
  for (const std::uint32_t k : tree_.dependents(a)) coordinated |= tree_[k].deprel == Deprel::cc;
  if (!coordinated) {
    out_.confidence = 0;
    return;
  }
  const bool subordinate = tree_[a].deprel == Deprel::advcl || tree_[a].deprel == Deprel::ccomp;
  if (predication_.word == static_cast<std::int32_t>(a) && !(subordinate && tree_.finite(a) >= 0)) {
    for (const Argument& argument : predication_.arguments) {
      if (!argument.shared || (argument.role != Role::agent && argument.role != Role::undergoer)) continue;
      if (argument.role == Role::undergoer && predication_.find(Role::agent)) continue;
      if (own >= 0) barred_[static_cast<std::uint32_t>(own)] = true;
      out_.confidence = std::min<int>(argument.confidence, predication_.confidence);
      lend(argument.word);
      return;
    }
  }
  if (lender_ < 0) return;
  const std::int32_t lent = tree_.subject(first);
  if (lent < 0) return;
  out_.confidence = std::min(tree_[static_cast<std::uint32_t>(lent)].confidence, tree_[a].confidence);
  if (!is_relativizer(tree_[static_cast<std::uint32_t>(lent)])) lend(static_cast<std::uint32_t>(lent));
}

// Takes a subject that stands elsewhere, without the clause that it is lent to.
void Selector::lend(std::uint32_t subject) {
  out_.subject = static_cast<std::int32_t>(subject);
  out_.borrowed = true;
  for (const std::uint32_t k : tree_.dependents(subject))
    if (tree_[k].deprel == Deprel::case_ || tree_[k].deprel == Deprel::cc) barred_[k] = true;
  std::uint32_t w = out_.anchor;
  for (std::int32_t up = tree_[w].head; up >= 0; up = tree_[w].head) {
    if (static_cast<std::uint32_t>(up) == subject) {
      barred_[w] = true;
      break;
    }
    w = static_cast<std::uint32_t>(up);
  }
  take(subject, 0, 0);
}

// "was arrested and charged": what the first conjunct has that the second goes without.
void Selector::take_shared(std::uint32_t first) {
  const std::uint32_t a = out_.anchor;
  const bool complete = tree_.finite(a) >= 0;
  for (const std::uint32_t k : tree_.dependents(first)) {
    const Deprel d = tree_[k].deprel;
    const bool auxiliary = d == Deprel::aux || d == Deprel::aux_pass || (d == Deprel::cop && !tree_.is_clause(a));
    const bool negation = tree_[k].features.negative && k < first;
    if (!complete && k < a && (auxiliary || negation)) take(k, 0, 0);
  }
}

bool Selector::relativized(std::uint32_t w) const {
  for (std::uint32_t i = tree_.first(w); i < tree_.last(w); ++i)
    if (is_relativizer(tree_[i])) return true;
  return tree_.finite(w) < 0;
}

void Selector::take(std::uint32_t w, std::int32_t unit, int depth) {
  if (out_.unit[w] >= 0) return;
  out_.unit[w] = unit;
  // "the nurse who treated the boy died" with a clause for "died" that nothing joins to its noun: no such tree is right
  if (tree_[w].deprel == Deprel::acl_relcl && w != out_.anchor && tree_.subject(w) < 0 && !relativized(w))
    out_.confidence = 0;
  std::int32_t list = -1;
  for (const std::uint32_t k : tree_.dependents(w)) {
    if (barred_[k] || tree_[k].deprel == Deprel::punct) continue;
    const int price = needed_[k] ? always : cost(w, k, depth);
    if (price == unlikely) out_.confidence = 0;
    if (price < always) continue;
    // "a lorry escaped": the noun is all but the subject
    const bool participle = tree_[k].deprel == Deprel::acl || tree_[k].deprel == Deprel::acl_relcl;
    if (needed_[k] && w == out_.anchor && participle)
      out_.confidence = std::min<int>(out_.confidence, tree_[k].confidence);
    if (price == always && tree_[k].confidence < least_confidence(tree_[k].deprel)) out_.confidence = 0;
    std::int32_t in = unit;
    // members of a list go together
    if (price > always && tree_[k].deprel == Deprel::conj && list >= 0) {
      in = list;
    } else if (price > always) {
      in = static_cast<std::int32_t>(out_.units.size());
      out_.units.push_back({price, k, unit, tree_[k].confidence < unit_confidence});
      if (tree_[k].deprel == Deprel::conj) list = in;
    }
    const bool deeper = is_nominal(tree_[w]) || tree_[w].upos == Upos::num;
    take(k, in, depth + (deeper ? 1 : 0));
  }
}

int Selector::cost(std::uint32_t h, std::uint32_t k, int depth) const {
  const syntax::Word& word = tree_[k];
  if (word.time >= 0) return time_cost(h, k);
  switch (word.deprel) {
    case Deprel::mark: return marker_cost(h, k);
    case Deprel::case_: return h == out_.anchor && !tree_.is_clause(h) ? left_out : always;
    case Deprel::cc:
      // "neither the laboratory nor the clinic" keeps it; "either resigned or ..." not without the other
      return h == out_.anchor && (tree_.is_clause(h) || tree_[h].deprel == Deprel::conj) ? left_out : always;
    case Deprel::conj: return conjunct_cost(h, k);
    case Deprel::advmod: return adverb_cost(h, k);
    case Deprel::obl:
    case Deprel::obl_unmarked: return oblique_cost(h, k);
    case Deprel::obl_agent: return 2;
    case Deprel::nmod:
    case Deprel::nmod_unmarked: return noun_modifier_cost(h, k, depth);
    case Deprel::acl:
    case Deprel::acl_relcl: return relative_cost(h, k, depth);
    case Deprel::advcl: return adverbial_clause_cost(h, k);
    case Deprel::appos:
      // "the goalkeeper Ivan Hart"; "the home secretary, Anna Reed,"; not "Anna Reed, the home secretary,"
      // "firemen, the guard and other rescuers were sent" is a list
      if (!comma_before(k) && word.upos != Upos::propn && tree_[h].upos != Upos::propn) return unlikely;
      if (!comma_before(k) || !comma_after(k)) return always;
      return word.upos == Upos::propn && tree_[h].upos != Upos::propn && tree_[tree_.first(k)].upos == Upos::propn
                 ? 4
                 : left_out;
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
int Selector::time_cost(std::uint32_t h, std::uint32_t k) const {
  const syntax::Word& word = tree_[k];
  const bool length = analysis_.timexes[static_cast<std::size_t>(word.time)].value.type == TimexType::duration;
  switch (word.deprel) {
    case Deprel::obj:
      // "spent five days"; "met Tuesday" only looks like an object
      return length || word.head < 0 ? always : left_out;
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::iobj:
    case Deprel::xcomp: return always;
    case Deprel::conj: return out_.unit[h] >= 0 && tree_[h].time >= 0 ? always : left_out;
    case Deprel::flat:
    case Deprel::compound:
      if (tree_[h].upos == Upos::propn) return always;
      [[fallthrough]];
    case Deprel::nmod:
    case Deprel::nmod_poss:
    case Deprel::nmod_unmarked:
    case Deprel::nummod:
    case Deprel::amod: {
      if (length) return always;
      const TimeValue& value = analysis_.timexes[static_cast<std::size_t>(word.time)].value;
      const bool narrow = value.interval.end - value.interval.begin < 300 * seconds_per_day;
      const bool first = word.deprel == Deprel::nmod && narrow;
      const std::string_view words = text(k);
      const bool figures = std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
      return figures && !first && static_cast<std::int32_t>(h) != predication_.word ? always : left_out;
    }
    case Deprel::obl: return length && !comma_before(k) && k > h ? 5 : left_out;
    default: return left_out;
  }
}

bool Selector::is_fronted(std::uint32_t h, std::uint32_t k) const {
  const std::int32_t subject = tree_.subject(h), finite = tree_.finite(h);
  std::uint32_t start = h;
  if (subject >= 0) start = std::min(start, static_cast<std::uint32_t>(subject));
  if (finite >= 0) start = std::min(start, static_cast<std::uint32_t>(finite));
  return k < start;
}

// The first phrase of a verb without object makes it whole ("flew to Vell"), others tell it from others.
int Selector::oblique_cost(std::uint32_t h, std::uint32_t k) const {
  if (adposition_is(k, lexicon_.attribution)) return fact() ? 6 : 2;
  if (adposition_is(k, lexicon_.after) || adposition_is(k, lexicon_.before) || adposition_is(k, lexicon_.since) ||
      adposition_is(k, lexicon_.during))
    return 9;
  if (is_fronted(h, k)) return 8;
  int before = 0;
  for (const std::uint32_t other : tree_.dependents(h)) {
    if (other >= k) break;
    const Deprel d = tree_[other].deprel;
    if (d == Deprel::obj || d == Deprel::xcomp || d == Deprel::ccomp) before += 2;
    if (d == Deprel::obl && tree_[other].time < 0 && !is_fronted(h, other)) ++before;
  }
  if (comma_before(k)) return 8;
  // "insist upon a withdrawal": what follows the verb may be what makes it whole
  if (before == 0 && k > h) return h != out_.anchor && tree_[h].deprel == Deprel::xcomp ? always : 2;
  return std::min(7, 3 + before);
}

// "the mayor of Vell", "a shot from Dorn": the nearest says most. Of "most of those", "dozens of people" never.
int Selector::noun_modifier_cost(std::uint32_t h, std::uint32_t k, int depth) const {
  const syntax::Word& head = tree_[h];
  if (head.upos == Upos::pron || head.upos == Upos::num || head.upos == Upos::det || head.upos == Upos::adj ||
      is(h, lexicon_.quantity))
    return always;
  const bool nearest = tree_.first(k) == h + 1;
  if (comma_before(k) && !nearest) return left_out;
  if (static_cast<std::int32_t>(h) == predication_.word) return nearest ? 1 : 3;
  return std::min(8, (nearest ? 3 : 5) + depth);
}

// "The man who attacked the girl was jailed": without it, it is any man. What a comma sets off only tells more, unless
// the language always sets it off.
int Selector::relative_cost(std::uint32_t h, std::uint32_t k, int depth) const {
  if (comma_before(k) && (!lexicon_.relative_comma || tree_[h].upos == Upos::propn)) return left_out;
  if (comma_before(k)) return std::min(8, 6 + depth);
  if (tree_[h].upos == Upos::pron || tree_[h].upos == Upos::det || tree_[h].upos == Upos::num) return always;
  return std::min(8, 2 + 2 * depth);
}

int Selector::adverb_cost(std::uint32_t h, std::uint32_t k) const {
  const syntax::Word& word = tree_[k];
  // "when the company announced a plan": what joins the clause goes
  if (is_relativizer(word)) return h == out_.anchor && tree_[h].head >= 0 ? left_out : always;
  if (word.features.negative || is(k, lexicon_.adverb_kept) || is(k, lexicon_.hedge)) return always;
  if (!tree_.is_clause(h)) return always;  // "about 50", "nearly all", "the then secretary"
  if (is(k, lexicon_.adverb_linking)) return left_out;
  if (k + 1 == h && tree_[h].upos != Upos::verb) return always;  // "very thin"
  return is_fronted(h, k) || comma_before(k) ? left_out : 7;
}

int Selector::adverbial_clause_cost(std::uint32_t h, std::uint32_t k) const {
  if (adposition_is(k, lexicon_.condition)) return 2;
  if (k < h || comma_before(k)) return left_out;
  if (tree_.finite(k) >= 0) return 9;
  bool whole = false;
  for (const std::uint32_t other : tree_.dependents(h)) {
    const Deprel d = tree_[other].deprel;
    whole |= d == Deprel::obj || d == Deprel::xcomp || d == Deprel::ccomp || d == Deprel::obl;
  }
  return whole ? 6 : 3;
}

// "North and South Korea" keeps its members; a second clause is an event of its own.
int Selector::conjunct_cost(std::uint32_t h, std::uint32_t k) const {
  const std::uint32_t first_of = tree_.first(k);
  for (const std::uint32_t i : {first_of, first_of - 1})
    if (i < tree_.size() && tree_[i].upos == Upos::punct && text(i) == ";") return left_out;
  if (!tree_.is_clause(k) || !tree_.is_clause(h)) return tree_.subject(k) >= 0 ? left_out : always;
  for (const std::uint32_t c : tree_.dependents(k))
    if (tree_[c].deprel == Deprel::cc && is(c, lexicon_.disjunction)) return always;
  return h == out_.anchor || tree_.subject(k) >= 0 ? left_out : 6;
}

int Selector::marker_cost(std::uint32_t h, std::uint32_t k) const {
  if (h == out_.anchor) {
    // "were to continue": what stands behind the finite verb is part of the verb, not of how the clause is joined
    const std::int32_t finite = tree_.finite(h);
    const bool inside = finite >= 0 && static_cast<std::uint32_t>(finite) < k;
    // "als der Minister zurücktrat": its verb cannot take the second place as one word
    const bool stays = finite == static_cast<std::int32_t>(h) && has_separable_prefix(h);
    return inside || stays || is(k, lexicon_.condition) ? always : left_out;
  }
  return is(k, lexicon_.complementizer) ? 9 : always;
}

bool Selector::has_separable_prefix(std::uint32_t w) const {
  const std::string_view word = text(w);
  for (std::size_t size = 2; size + 2 < word.size() && size <= 9; ++size)
    if (lexicon_.separable != no_class && lexicon_.language->is(word.substr(0, size), lexicon_.separable)) return true;
  return false;
}

// Words that no space parts stay together: "shelter-in-place".
void Selector::join_glued() {
  const auto glued = [&](std::uint32_t a, std::uint32_t b) { return tree_[a].span.end >= tree_[b].span.begin; };
  const auto join = [&](std::uint32_t from, std::uint32_t to) {
    if (out_.unit[from] >= 0 && out_.unit[to] < 0 && tree_[to].time < 0) out_.unit[to] = out_.unit[from];
  };
  const std::uint32_t size = tree_.size();
  for (int pass = 0; pass < 2; ++pass) {
    for (std::uint32_t i = 1; i + 1 < size; ++i) {
      if (tree_[i].upos != Upos::punct || !glued(i - 1, i) || !glued(i, i + 1)) continue;
      join(i - 1, i + 1);
      join(i + 1, i - 1);
    }
  }
}

}  // namespace

namespace {

std::string_view genitive_ending(const Language& l) {
  const WordClass c = l.word_class("genitive-ending");
  const std::int32_t value = c == no_class ? -1 : l.value_in("genitive", c, -1);
  return value < 0 ? std::string_view() : l.text_of(c, value);
}

}  // namespace

TitleLexicon::TitleLexicon(const Language& l)
    : language(&l),
      adverb_kept(l.word_class("adverb-kept")),
      adverb_linking(l.word_class("adverb-linking")),
      complementizer(l.word_class("complementizer-optional")),
      condition(l.word_class("condition")),
      hedge(l.word_class("hedge")),
      disjunction(l.word_class("disjunction")),
      attribution(l.word_class("attribution-mark")),
      quantity(l.word_class("quantity-noun")),
      after(l.word_class("signal-after")),
      before(l.word_class("signal-before")),
      since(l.word_class("signal-since")),
      during(l.word_class("signal-during")),
      separable(l.word_class("separable-prefix")),
      genitive(genitive_ending(l)),
      verb_second(l.is("verb-second", l.word_class("word-order"))),
      relative_comma(l.is("relative-comma", l.word_class("word-order"))) {}

TitleSelection select_words(const Analysis& analysis, const TreeView& tree, const Predication& predication,
                            const TitleLexicon& lexicon, TitleScope scope) {
  return Selector(analysis, tree, predication, lexicon, scope).run();
}

}  // namespace annal
