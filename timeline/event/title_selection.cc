#include "timeline/event/title_selection.h"

#include <algorithm>

#include "timeline/event/title_dates.h"

namespace annal {
namespace {

using syntax::Deprel;
using syntax::Upos;

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

class Selector {
 public:
  Selector(const TitleSentence& sentence, const Predication& predication, TitleScope scope, TitleSelection& out)
      : sentence_(sentence),
        tree_(sentence.tree()),
        predication_(predication),
        lexicon_(sentence.lexicon()),
        scope_(scope),
        rules_(sentence, predication.word, predication.status == Status::fact),
        out_(out),
        needed_(out.needed),
        barred_(out.barred) {
    out.clear(tree_.size());
    barred_ = sentence.beside_times();
  }

  void run();

 private:
  bool fact() const { return predication_.status == Status::fact; }

  std::uint32_t climb(std::uint32_t w);
  bool climbs(std::uint32_t w) const;
  bool lends_subject(std::uint32_t w) const;
  bool is_marked(std::uint32_t w) const;
  bool is_argument(std::uint32_t w) const;
  bool is_complement(std::uint32_t w) const;
  bool has_time(std::uint32_t w) const;
  void need_source();
  void take(std::uint32_t w, std::int32_t unit, int depth);
  void take_shared(std::uint32_t w);
  void take_subject();
  bool agrees(std::uint32_t predicate, std::uint32_t subject) const;
  void lend(std::uint32_t subject);
  void spoil(std::int32_t unit) {
    out_.units[static_cast<std::size_t>(unit)].spoiled = true;
    if (unit == 0) out_.confidence = 0;
  }
  void join_glued();

  const TitleSentence& sentence_;
  const TreeView& tree_;
  const Predication& predication_;
  const TitleLexicon& lexicon_;
  const TitleScope scope_;
  TitleRules rules_;
  TitleSelection& out_;
  NumberSet& needed_;
  NumberSet& barred_;
  std::int32_t lender_ = -1;  // first conjunct that lends the anchor its subject and auxiliaries
};

bool Selector::is_marked(std::uint32_t w) const {
  for (const std::uint32_t k : tree_.dependents(w))
    if (tree_[k].deprel == Deprel::mark) return true;
  return tree_.finite(w) >= 0;
}

// "close to signing", "succeeded in finding": what its adposition joins is no other time.
bool Selector::is_complement(std::uint32_t w) const {
  for (const std::uint32_t k : tree_.dependents(w))
    if (tree_[k].deprel == Deprel::mark || tree_[k].deprel == Deprel::case_)
      return !rules_.is(k, TitleClass::after) && !rules_.is(k, TitleClass::before) &&
             !rules_.is(k, TitleClass::since) && !rules_.is(k, TitleClass::during);
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

// Whether a time hangs on a predicate.
bool Selector::has_time(std::uint32_t w) const {
  const auto& below = tree_.dependents(w);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t k) { return tree_[k].time >= 0; });
}

// Whether the noun that the relative clause of `w` describes can stand for its relative pronoun as the subject.
bool Selector::lends_subject(std::uint32_t w) const {
  const std::int32_t own = tree_.subject(w);
  if (own < 0 || !rules_.is_relativizer(static_cast<std::uint32_t>(own))) return false;
  const auto head = static_cast<std::uint32_t>(tree_[w].head);
  if (tree_[head].upos == Upos::pron || !is_nominal(tree_[head])) return false;
  // "who attacked her": the verb cannot part in two on its way to the second place: "der gestern zurücktrat".
  const bool whole = tree_.finite(w) == static_cast<std::int32_t>(w);
  if (lexicon_.verb_second && whole && rules_.has_separable_prefix(w)) return false;
  // Where nouns have cases, one that is no subject looks like none: "затримала чоловіка, який напав".
  std::uint32_t top = head;  // "Kaiser Otto, der Erbauer, der 1897 starb"
  while (tree_[top].deprel == Deprel::appos || tree_[top].deprel == Deprel::flat)
    top = static_cast<std::uint32_t>(tree_[top].head);
  return tree_.is_subject(top) || tree_[head].features.grammatical_case == syntax::Case::none;
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
    case Deprel::acl: return !finite || !lends_subject(w);
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
    needed_.add(w);
    std::uint32_t first = w;
    while (tree_[first].deprel == Deprel::conj && tree_[first].head >= 0)
      first = static_cast<std::uint32_t>(tree_[first].head);
    if (!climbs(first)) break;
    if (first != w) needed_.add(first);
    w = anchor = static_cast<std::uint32_t>(tree_[first].head);
    if (tree_[first].deprel == Deprel::acl_relcl) {
      needed_.add(w);
      for (const std::uint32_t k : tree_.dependents(w))  // "an die Stelle des Protokolls treten, das endet"
        if (k > w && k < first && tree_[k].deprel == Deprel::nmod) needed_.add(k);
      // "Поліція затримала чоловіка, який напав на дівчину": where such a clause is no aside, the statement it is in,
      // which a time of the clause says nothing of
      if (!lexicon_.relative_comma || scope_ == TitleScope::own || has_time(first)) break;
      while (is_argument(w)) w = anchor = static_cast<std::uint32_t>(tree_[w].head), needed_.add(w);
      if (!tree_.is_clause(w)) break;
      continue;
    }
    if (tree_[first].deprel != Deprel::acl || !fact()) continue;
    needed_.add(w);
    // "hostages freed by gunmen": the noun with its participle; "a plan to sell": what is done with the plan
    // "reached the islands, killing many": whom a participle in -ing behind an object describes is not sure
    const bool loose =
        tree_[first].features.verb_form == syntax::VerbForm::ger && !tree_.is_subject(w) && is_argument(w);
    if (!is_marked(first) && !loose) break;
    while (is_argument(w)) w = anchor = static_cast<std::uint32_t>(tree_[w].head), needed_.add(w);
  }
  return anchor;
}

// "according to the indictment", "Dunn stole it, prosecutors alleged": the way from the source up to the title's words.
void Selector::need_source() {
  if (predication_.source < 0 || scope_ == TitleScope::own) return;
  const auto source = static_cast<std::uint32_t>(predication_.source);
  if (!tree_.under(source, out_.anchor)) return;
  for (std::uint32_t w = source; w != out_.anchor && !needed_[w]; w = static_cast<std::uint32_t>(tree_[w].head))
    needed_.add(w);
}

void Selector::run() {
  out_.event = predication_.word;
  out_.anchor = climb(static_cast<std::uint32_t>(predication_.word));
  rules_.set_anchor(out_.anchor);
  need_source();
  out_.units[0].word = out_.anchor;
  take_subject();
  // "Общество основали и запретили" has no subject, but what agrees with neither verb is the object of both
  const auto subject = static_cast<std::uint32_t>(out_.subject);
  if (lender_ >= 0 && out_.borrowed && !agrees(out_.anchor, subject) &&
      (rules_.has_object(out_.anchor) || agrees(static_cast<std::uint32_t>(lender_), subject)))
    out_.confidence = 0;
  if (lender_ >= 0) take_shared(static_cast<std::uint32_t>(lender_));
  take(out_.anchor, 0, 0);
  date_bare_participle(sentence_, out_);
  if (predication_.status == Status::expected) date_governed(sentence_, out_);
  join_glued();
  if (leaves_quotation(sentence_.analysis().document.text, tree_, out_.anchor)) out_.confidence = 0;
}

// Whether the subject of the first conjunct is one where the finite verb of `predicate` says one, and several where it
// says several.
bool Selector::agrees(std::uint32_t predicate, std::uint32_t subject) const {
  using syntax::Number;
  const std::int32_t finite = tree_.finite(predicate);
  if (finite < 0 || is_nominal(tree_[subject]) == (tree_[subject].upos == Upos::pron)) return true;
  const Number verb = tree_[static_cast<std::uint32_t>(finite)].features.number;
  const Number noun = tree_[subject].features.number;
  for (const std::uint32_t k : tree_.dependents(subject)) {
    const Deprel d = tree_[k].deprel;
    if (d == Deprel::conj || d == Deprel::nummod || d == Deprel::nmod || d == Deprel::det) return true;
  }
  return verb == Number::none || noun == Number::none || verb == noun;
}

// The subject of the anchor: its own, the one it shares with its first conjunct, or the noun that a relative pronoun
// stands for: "Hart, who coached the team": "Hart coached the team".
void Selector::take_subject() {
  const std::uint32_t a = out_.anchor;
  const std::int32_t own = tree_.subject(a);
  if (own >= 0 && !rules_.is_relativizer(static_cast<std::uint32_t>(own))) {
    out_.subject = own;
    out_.confidence = tree_[static_cast<std::uint32_t>(own)].confidence;
    for (const std::uint32_t k : tree_.dependents(a))
      if (k != static_cast<std::uint32_t>(own) && tree_.is_subject(k) && tree_[k].deprel != Deprel::nsubj_outer &&
          tree_[static_cast<std::uint32_t>(own)].deprel != Deprel::nsubj_outer)
        out_.confidence = 0;  // no verb has two
    return;
  }
  // "Bell spoke, and Ray was arrested and confessed": the nearest conjunct that has a subject lends it.
  std::uint32_t first = a;
  while (tree_[first].deprel == Deprel::conj && tree_[first].head >= 0 && (first == a || tree_.subject(first) < 0))
    first = static_cast<std::uint32_t>(tree_[first].head);
  if (rules_.subject_between(first, a)) {
    out_.confidence = 0;
    return;
  }
  if (first != a && tree_.is_clause(a)) lender_ = static_cast<std::int32_t>(first);
  // "A search began as crews from Ohio arrived": what nothing joins shares nothing
  bool coordinated = first == a || rules_.comma_before(a);
  for (const std::uint32_t k : tree_.dependents(a)) coordinated |= tree_[k].deprel == Deprel::cc;
  if (!coordinated || (first != a && rules_.has_stray_noun(a))) {
    out_.confidence = 0;
    return;
  }
  const std::int32_t lent = lender_ < 0 ? -1 : tree_.subject(first);
  const bool has_lent = lent >= 0 && !rules_.is_relativizer(static_cast<std::uint32_t>(lent));
  const bool subordinate = tree_[a].deprel == Deprel::advcl || tree_[a].deprel == Deprel::ccomp;
  if (predication_.word == static_cast<std::int32_t>(a) && !has_lent && !(subordinate && tree_.finite(a) >= 0)) {
    for (const Argument& argument : predication_.arguments) {
      if (!argument.shared || (argument.role != Role::agent && argument.role != Role::undergoer)) continue;
      if (argument.role == Role::undergoer && predication_.find(Role::agent)) continue;
      if (own >= 0) barred_.add(static_cast<std::uint32_t>(own));
      out_.confidence = std::min<int>(argument.confidence, predication_.confidence);
      lend(argument.word);
      return;
    }
  }
  if (!has_lent || (lexicon_.subject_drop && rules_.is_impersonal(a, first))) return;
  // "The goal is to build a market and establish a system": the copula would go
  const std::int32_t finite = tree_.finite(first);
  if (tree_.finite(a) < 0 && finite >= 0 && tree_[static_cast<std::uint32_t>(finite)].deprel == Deprel::cop) {
    out_.confidence = 0;
    return;
  }
  out_.confidence = std::min(tree_[static_cast<std::uint32_t>(lent)].confidence, tree_[a].confidence);
  lend(static_cast<std::uint32_t>(lent));
}

// Takes a subject that stands elsewhere, without the clause that it is lent to.
void Selector::lend(std::uint32_t subject) {
  out_.subject = static_cast<std::int32_t>(subject);
  out_.borrowed = true;
  // "It was Frost who sold the mill": Frost sold it; not "it was not Frost".
  const bool cleft =
      tree_.finite(subject) >= 0 && tree_[static_cast<std::uint32_t>(tree_.finite(subject))].deprel == Deprel::cop;
  for (const std::uint32_t k : tree_.dependents(subject)) {
    const Deprel d = tree_[k].deprel;
    if (d == Deprel::case_ || d == Deprel::cc) barred_.add(k);
    if (!cleft) continue;
    if (d == Deprel::cop || d == Deprel::expl || d == Deprel::nsubj) barred_.add(k);
    if (d == Deprel::advmod || d == Deprel::aux) out_.confidence = 0;
  }
  std::uint32_t w = out_.anchor, clause = w;
  for (std::int32_t up = tree_[w].head; up >= 0; up = tree_[w].head) {
    if (tree_[w].deprel != Deprel::flat) clause = w;  // "Anna Reed, who left": the clause may hang on "Reed"
    if (static_cast<std::uint32_t>(up) == subject) {
      barred_.add(clause);
      break;
    }
    w = static_cast<std::uint32_t>(up);
  }
  take(subject, 0, 0);
}

// "was arrested and charged": what the first conjunct has that the second goes without.
void Selector::take_shared(std::uint32_t first) {
  const std::uint32_t a = out_.anchor;
  if (tree_.finite(a) >= 0) return;
  for (const std::uint32_t k : tree_.dependents(first)) {
    const Deprel d = tree_[k].deprel;
    const bool auxiliary = d == Deprel::aux || d == Deprel::aux_pass || (d == Deprel::cop && !tree_.is_clause(a));
    if (auxiliary && k < a) take(k, 0, 0);
    if (tree_[k].features.negative && k < first) spoil(0);  // "not convicted but acquitted": the words themselves tell
  }
}

void Selector::take(std::uint32_t w, std::int32_t unit, int depth) {
  if (out_.unit[w] >= 0) return;
  out_.unit[w] = unit;
  std::int32_t list = -1;
  const bool deeper = is_nominal(tree_[w]) || tree_[w].upos == Upos::num;
  for (const std::uint32_t k : tree_.dependents(w)) {
    if (barred_[k] || tree_[k].deprel == Deprel::punct) continue;
    const int price = needed_[k] ? always : rules_.cost(w, k, depth);
    if (price == unlikely) spoil(unit);
    if (price < always) continue;
    // "a lorry escaped": the noun is all but the subject
    const bool participle = tree_[k].deprel == Deprel::acl || tree_[k].deprel == Deprel::acl_relcl;
    if (needed_[k] && w == out_.anchor && participle)
      out_.confidence = std::min<int>(out_.confidence, tree_[k].confidence);
    const int least = least_confidence(tree_[k].deprel);
    if (price == always && tree_[k].confidence < least) spoil(unit);
    std::int32_t in = unit;
    // members of a list go together
    if (price > always && tree_[k].deprel == Deprel::conj && list >= 0) {
      in = list;
    } else if (price > always) {
      in = static_cast<std::int32_t>(out_.units.size());
      out_.units.push_back({price, k, unit, tree_[k].confidence < std::max(unit_confidence, least), false});
      if (tree_[k].deprel == Deprel::conj) list = in;
    }
    take(k, in, depth + (deeper ? 1 : 0));
  }
}

// Words that no space parts stay together: "shelter-in-place".
void Selector::join_glued() {
  const auto glued = [&](std::uint32_t a, std::uint32_t b) { return tree_[a].span.end >= tree_[b].span.begin; };
  const auto join = [&](std::uint32_t from, std::uint32_t to) {
    if (out_.unit[from] < 0 || out_.unit[to] >= 0 || tree_[to].time >= 0) return;
    out_.unit[to] = out_.unit[from];
    // "one-[year adjustable mortgages]": what hangs on it is left out
    for (const std::uint32_t k : tree_.dependents(to))
      if (out_.unit[k] < 0 && tree_[k].upos != Upos::punct) out_.confidence = 0;
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

void select_words(const TitleSentence& sentence, const Predication& predication, TitleScope scope,
                  TitleSelection& selection) {
  Selector(sentence, predication, scope, selection).run();
}

}  // namespace annal
