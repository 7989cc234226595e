#include "core/normalize/tense.h"

#include <algorithm>
#include <string>

#include "core/syntax/lemmas.h"
#include "core/trees.h"

namespace annal {
namespace {

using syntax::Deprel;
using syntax::Features;
using syntax::Mood;
using syntax::Tense;
using syntax::Upos;
using syntax::VerbForm;
using syntax::Word;

// Values of the class "time-tie".
enum TimeTie : std::int32_t { until = 3, for_ = 6 };

// How many heads are climbed to a predicate, and how many predicates above one without a tense are asked.
constexpr int most_heads = 24, most_predicates = 6;

bool is_past(Tense tense) { return tense == Tense::past || tense == Tense::imperfect || tense == Tense::pluperfect; }

bool is_finite(const Word& word) {
  const Features& f = word.features;
  if (word.upos != Upos::verb && word.upos != Upos::aux) return false;
  return f.verb_form == VerbForm::fin ||
         (f.verb_form == VerbForm::none && (f.mood != Mood::none || f.tense != Tense::none));
}

bool is_past_participle(const Features& f) {
  return f.verb_form == VerbForm::part && f.tense != Tense::pres && f.aspect != syntax::Aspect::prog;
}

bool is_auxiliary(Deprel relation) {
  return relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop;
}

// A predicate with what its auxiliaries say.
struct Predicate {
  const Word* main = nullptr;
  const Word* finite = nullptr;  // itself, an auxiliary or the copula; null: none is finite
  bool modal = false;            // an auxiliary of the future, or of what may or must be
  bool passive = false;
  bool copula = false;
  bool perfect = false;   // "has met", "had been due"
  bool becoming = false;  // a passive with an auxiliary of the future: "wird gewählt"
  bool to_come = false;   // an infinitive with its mark under a finite auxiliary: "is to resume"

  bool past() const { return finite != nullptr && is_past(finite->features.tense); }
};

}  // namespace

// Reads one tree.
class ClauseReader {
 public:
  ClauseReader(const TenseReader& reader, const syntax::Tree& tree) : reader_(reader), tree_(tree) {}

  Direction at(std::int32_t time) const {
    const std::int32_t above = predicate_from(time);
    const std::int32_t introduced = marker(time);
    if (opens(time)) return Direction::future;
    if (above < 0) return introduced == until || proposed(time) ? Direction::future : Direction::unknown;
    const Predicate p = predicate(above);
    const Direction found = direction_of(p, 0);
    // "has until Tuesday to answer", but "until Thursday they had not called"
    if (introduced == until && found != Direction::past) return Direction::future;
    const bool ahead = introduced == until || introduced == for_;
    if (is(*p.main, reader_.scheduling_) && (p.passive || p.copula || ahead)) return scheduled(p, ahead);
    // "is due on Friday", "on Friday the league plans to hold a rally"
    const WordClass forward = p.copula ? reader_.forward_adjective_ : reader_.forward_verb_;
    if (found == Direction::present && is(*p.main, forward)) return Direction::future;
    // "would look for ways to get around Wednesday's ruling" does not say when it was.
    const bool own_tense = p.finite != nullptr || p.modal;
    if (found == Direction::future && !own_tense && word(time).deprel == Deprel::nmod_poss) return Direction::unknown;
    return found;
  }

 private:
  const Word& word(std::int32_t index) const { return tree_.words[static_cast<std::size_t>(index)]; }
  std::string form(const Word& word) const {
    return syntax::form_of(word, reader_.analysis_.document.text, reader_.language_);
  }
  /// Whether the word or its lemma is in a class.
  bool is(const Word& word, WordClass word_class) const {
    const std::string written = form(word);
    return reader_.language_.is(written, word_class) ||
           reader_.language_.is(syntax::lemma_of(word, written, reader_.language_.tag()), word_class);
  }

  bool is_predicate(std::int32_t index) const {
    const Word& w = word(index);
    // "stayed closed until Friday": a participle that completes a verb is none.
    const bool completes = w.deprel == Deprel::xcomp && w.features.verb_form == VerbForm::part;
    if (w.upos == Upos::verb && w.deprel != Deprel::amod && w.deprel != Deprel::case_ && !completes) return true;
    return std::any_of(tree_.words.begin(), tree_.words.end(), [&](const Word& dependent) {
      return dependent.head == index && (is_auxiliary(dependent.deprel) || dependent.deprel == Deprel::nsubj);
    });
  }

  // The nearest predicate among `index` and the words above it, or -1.
  std::int32_t predicate_from(std::int32_t index) const {
    for (int i = 0; index >= 0 && i < most_heads; ++i, index = word(index).head)
      if (is_predicate(index)) return index;
    return -1;
  }

  Predicate predicate(std::int32_t index) const {
    Predicate found{.main = &word(index)};
    const Features& own = found.main->features;
    if (is_finite(*found.main)) found.finite = found.main;
    bool auxiliary = false, support = false, mark = false, been = false, infinitive = own.verb_form == VerbForm::inf;
    for (const Word& dependent : tree_.words) {
      if (dependent.head != index) continue;
      mark = mark || (dependent.deprel == Deprel::mark && dependent.upos == Upos::part);
      if (!is_auxiliary(dependent.deprel)) continue;
      const bool finite = is_finite(dependent), modal = is(dependent, reader_.modal_);
      if (finite && (found.finite == nullptr || found.finite == found.main)) found.finite = &dependent;
      infinitive = infinitive || dependent.features.verb_form == VerbForm::inf;
      been = been || dependent.features.verb_form == VerbForm::part;
      found.copula = found.copula || dependent.deprel == Deprel::cop;
      found.passive = found.passive || dependent.deprel == Deprel::aux_pass;
      found.becoming = found.becoming || (dependent.deprel == Deprel::aux_pass && modal);
      if (dependent.deprel != Deprel::aux) continue;
      const bool of_what_may_be = modal && (own.verb_form != VerbForm::part || found.finite == &dependent);
      (of_what_may_be ? found.modal : auxiliary) = true;
      support = support || is(dependent, reader_.support_);
    }
    const bool participle = is_past_participle(own);
    found.passive = found.passive || (participle && own.voice == syntax::Voice::pass && !auxiliary);
    // A strong participle may pass for an infinitive: "habe begonnen".
    const bool strong = own.verb_form == VerbForm::inf && !mark && !support;
    found.perfect = (auxiliary && (participle || been || strong)) || (found.copula && participle && !found.passive);
    found.to_come = mark && infinitive && found.finite != nullptr && found.finite != found.main;
    return found;
  }

  // What the finite verb and the auxiliaries say.
  Direction finite_direction(const Predicate& p) const {
    const Features& f = p.finite != nullptr ? p.finite->features : p.main->features;
    if (p.modal) {
      if (p.perfect) return Direction::past;  // "would have been"
      return is_past(f.tense) && f.mood == Mood::ind ? Direction::past : Direction::future;
    }
    if (f.mood == Mood::imp && p.finite == p.main) return Direction::future;
    if (p.to_come && f.tense == Tense::pres) return Direction::future;
    if (p.perfect && f.tense != Tense::fut) return Direction::past;
    if (f.tense == Tense::fut || f.mood == Mood::cnd) return Direction::future;
    if (is_past(f.tense)) return Direction::past;
    if (f.tense != Tense::pres) return Direction::unknown;
    // "wird gewählt", "the exams start on Monday"
    const bool ahead = p.becoming || (!p.copula && !p.passive && is(*p.main, reader_.timetable_));
    return ahead ? Direction::future : Direction::present;
  }

  Direction direction_of(const Predicate& p, int depth) const {
    if (p.finite != nullptr || p.modal) return finite_direction(p);
    // "a law passed on Monday"; but "will stay closed", "will be arrested and charged"
    if (is_past_participle(p.main->features) && !shares_tense(*p.main)) return Direction::past;
    if (depth == most_predicates || p.main->head < 0) return Direction::unknown;
    if (lies_ahead(p)) return Direction::future;
    const std::int32_t above = predicate_from(p.main->head);
    return above < 0 ? Direction::unknown : direction_of(predicate(above), depth + 1);
  }

  // Whether a participle is of the tense of the verb above it: "stay closed", "be arrested and charged".
  bool shares_tense(const Word& participle) const {
    if (participle.head < 0) return false;
    if (participle.deprel == Deprel::conj) return is_past_participle(word(participle.head).features);
    return participle.deprel == Deprel::xcomp &&
           std::none_of(tree_.words.begin(), tree_.words.end(),
                        [&](const Word& w) { return w.head == participle.head && w.deprel == Deprel::obj; });
  }

  // Whether an infinitive depends on what looks ahead: "plans to open", "is going to meet", "was due to expire"; but
  // not "had been due to expire", and "was ready to sail".
  bool lies_ahead(const Predicate& p) const {
    const Deprel relation = p.main->deprel;
    if (p.main->features.verb_form != VerbForm::inf || (relation != Deprel::xcomp && relation != Deprel::ccomp &&
                                                        relation != Deprel::acl && relation != Deprel::advcl))
      return false;
    const Word& governor = word(p.main->head);
    const Predicate above = predicate(p.main->head);
    if (above.past() && above.perfect) return false;
    if (is(governor, reader_.forward_verb_) || is(governor, reader_.prospective_) || is(governor, reader_.scheduling_))
      return true;
    return is(governor, reader_.forward_adjective_) && !above.past();
  }

  // The time of what is scheduled: "is set for Friday", "a vote planned for Monday". What had been scheduled lies back,
  // and so does what is told of as past: "a rally planned for Saturday was canceled".
  Direction scheduled(const Predicate& p, bool ahead) const {
    if (p.past() && p.perfect && !ahead) return Direction::past;
    if (p.finite != nullptr || p.main->deprel != Deprel::acl) return Direction::future;
    const Word& noun = word(p.main->head);
    const bool subject = noun.deprel == Deprel::nsubj || noun.deprel == Deprel::nsubj_pass;
    return subject && finite_direction(predicate(noun.head)) == Direction::past ? Direction::past : Direction::future;
  }

  // How the time is introduced: the value of its preposition in the class "time-tie", 0 where it has none. In "until at
  // least Friday" it is that of a modifier.
  std::int32_t marker(std::int32_t time) const {
    for (const Word& w : tree_.words)
      if (w.deprel == Deprel::case_ && w.head >= 0 && (w.head == time || word(w.head).head == time))
        return reader_.language_.value_in(form(w), reader_.time_tie_, 0);
    return 0;
  }

  // "effective February 1", "due Monday"
  bool opens(std::int32_t time) const {
    return std::any_of(tree_.words.begin(), tree_.words.end(), [&](const Word& w) {
      return w.head == time && (is(w, reader_.opening_) || is(w, reader_.forward_adjective_));
    });
  }

  // "How about Friday?", "lets meet Friday": without a verb that tells the tense, what is proposed is still to come.
  bool proposed(std::int32_t time) const {
    constexpr std::int32_t farthest = 5;
    for (std::int32_t i = std::max(0, time - farthest); i < time; ++i)
      if (is(word(i), reader_.proposing_)) return true;
    return false;
  }

  const TenseReader& reader_;
  const syntax::Tree& tree_;
};

TenseReader::TenseReader(Analysis& analysis, const Language& language)
    : analysis_(analysis),
      language_(language),
      trees_(tree_reader(analysis, language)),
      modal_(language.word_class("modal")),
      forward_verb_(language.word_class("verb-forward")),
      forward_adjective_(language.word_class("adjective-forward")),
      prospective_(language.word_class("verb-prospective")),
      scheduling_(language.word_class("verb-scheduling")),
      timetable_(language.word_class("verb-timetable")),
      time_tie_(language.word_class("time-tie")),
      support_(language.word_class("aux-do")),
      opening_(language.word_class("time-opening")),
      proposing_(language.word_class("time-proposing")) {}

Direction TenseReader::at(std::size_t timex, std::size_t sentence) {
  const syntax::Tree& tree = trees_.tree(sentence);
  const auto found = std::find_if(tree.words.begin(), tree.words.end(),
                                  [&](const Word& word) { return word.time == static_cast<std::int32_t>(timex); });
  if (found == tree.words.end()) return Direction::unknown;
  return ClauseReader(*this, tree).at(static_cast<std::int32_t>(found - tree.words.begin()));
}

}  // namespace annal
