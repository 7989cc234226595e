#include "timeline/event/refutation.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/text/phrases.h"
#include "timeline/event/head_lemma.h"

namespace annal {
namespace {

using syntax::Deprel;
using syntax::PronType;
using syntax::Upos;

class Refuter {
 public:
  Refuter(const Analysis& analysis, const EventLexicon& lexicon, Reading& reading)
      : analysis_(analysis),
        language_(lexicon.language()),
        mistaken_(language_.word_class("mistaken")),
        correcting_(language_.word_class("correcting")),
        reading_(reading) {}

  void run() {
    for (std::uint32_t s = 1; s < analysis_.trees.size() && s + 1 < reading_.sentence_clause.size(); ++s) {
      if (analysis_.sentences[s].block != analysis_.sentences[s - 1].block) continue;
      const Clause* const main = main_clause(s);
      if (main == nullptr || !reports(s - 1)) continue;
      if (calls_untrue(*main))
        deny_all(s - 1);
      else if (opens_correction(s))
        deny_corrected(s - 1, *main);
    }
  }

 private:
  static bool is_report(Status status) { return status == Status::reported || status == Status::alleged; }
  std::span<Clause> clauses(std::uint32_t s) {
    return std::span(reading_.clauses)
        .subspan(reading_.sentence_clause[s], reading_.sentence_clause[s + 1] - reading_.sentence_clause[s]);
  }
  bool reports(std::uint32_t s) {
    const auto of = clauses(s);
    return std::any_of(of.begin(), of.end(), [](const Clause& c) { return is_report(c.predication.status); });
  }

  // The clause of the root of a sentence; nullptr where that heads none.
  const Clause* main_clause(std::uint32_t s) {
    for (const Clause& clause : clauses(s))
      if (at(s, clause.predication.word).head < 0) return &clause;
    return nullptr;
  }

  const syntax::Word& at(std::uint32_t s, std::int32_t word) const {
    return analysis_.trees[s].words[static_cast<std::size_t>(word)];
  }
  template <class... C>
  bool is(const syntax::Word& w, C... c) const {
    const Word& in = reading_.words[last_word_token(analysis_, w)];
    return in.self.any(c...) || in.meaning.any(c...);
  }

  // "That is wrong", "Das stimmt nicht", "No es cierto": of nothing but what was said before.
  bool calls_untrue(const Clause& clause) const {
    const TreeView& view = reading_.trees[clause.sentence];
    const auto root = static_cast<std::uint32_t>(clause.predication.word);
    const bool negated = clause.group.negated;
    const bool untrue = negated ? is(view[root], Is::verifying)
                                : is(view[root], Is::falsifying, Is::falsehood) ||
                                      (mistaken_ != no_class && language_.is(lemma(clause), mistaken_));
    if (!untrue || clause.group.modal >= 0) return false;
    for (const std::uint32_t k : view.dependents(root)) {
      const Deprel d = view[k].deprel;
      if (d == Deprel::ccomp || d == Deprel::csubj || d == Deprel::advcl || d == Deprel::obj || d == Deprel::obl)
        return false;
    }
    const std::int32_t subject = view.subject(root);
    if (subject < 0) return view.finite(root) >= 0;
    const syntax::Word& who = view[static_cast<std::uint32_t>(subject)];
    const bool pronoun = who.upos == Upos::pron || who.upos == Upos::det;
    return pronoun && (who.features.pron_type == PronType::dem ||
                       (who.features.person == 3 && who.features.gender == syntax::Gender::neut));
  }

  // "In fact", "en réalité".
  bool opens_correction(std::uint32_t s) const {
    if (correcting_ == no_class) return false;
    const Phrases words(slice(analysis_.document.text, analysis_.sentences[s].span), language_);
    std::size_t length = 0;
    return words.size() > 0 && words.match(0, correcting_, length) > 0;
  }

  void deny(Predication& predication) const {
    if (!is_report(predication.status)) return;
    predication.status = Status::denied;
    predication.source = -1;
    predication.speaker = {};
  }

  void deny_all(std::uint32_t s) {
    for (Clause& clause : clauses(s)) deny(clause.predication);
    for (NominalEvent& noun : reading_.nominals)
      if (noun.sentence == s) deny(noun.predication);
  }

  // Of what sentence `s` reports the clause that `other` tells with the same verb, of the same one, a pronoun or
  // nobody, at another time.
  void deny_corrected(std::uint32_t s, const Clause& other) {
    const std::string verb = lemma(other);
    for (Clause& clause : clauses(s))
      if (is_report(clause.predication.status) && !verb.empty() && lemma(clause) == verb && fits(clause, other) &&
          differ(clause, other))
        deny(clause.predication);
  }

  std::string lemma(const Clause& clause) const {
    const syntax::Word& head = at(clause.sentence, clause.predication.word);
    return head_lemma(analysis_, reading_, language_, clause.sentence, last_word_token(analysis_, head));
  }

  bool fits(const Clause& clause, const Clause& other) const {
    if (other.group.negated || !holds(other.predication.status)) return false;
    if (other.subject.empty() || reading_.words[other.subject.head].upos == Upos::pron) return true;
    return !clause.subject.empty() && slice(analysis_.document.text, analysis_.tokens[clause.subject.head].span()) ==
                                          slice(analysis_.document.text, analysis_.tokens[other.subject.head].span());
  }

  // The one time that hangs on the clause.
  std::optional<Interval> time_of(const Clause& clause) const {
    std::optional<Interval> found;
    for (const syntax::Word& word : analysis_.trees[clause.sentence].words) {
      if (word.time < 0 || word.head != clause.predication.word) continue;
      const TimeValue& value = analysis_.timexes[static_cast<std::size_t>(word.time)].value;
      if (found || value.type == TimexType::duration || value.type == TimexType::set || value.frame != Frame::calendar)
        return std::nullopt;
      found = value.interval;
    }
    return found;
  }

  bool differ(const Clause& clause, const Clause& other) const {
    const std::optional<Interval> a = time_of(clause), b = time_of(other);
    return a && b && (a->end <= b->begin || b->end <= a->begin);
  }

  const Analysis& analysis_;
  const Language& language_;
  WordClass mistaken_, correcting_;
  Reading& reading_;
};

}  // namespace

void deny_refuted(const Analysis& analysis, const EventLexicon& lexicon, Reading& reading) {
  Refuter(analysis, lexicon, reading).run();
}

}  // namespace annal
