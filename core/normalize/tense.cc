#include "core/normalize/tense.h"

#include <algorithm>
#include <string>

#include "core/normalize/clause_reader.h"
#include "core/normalize/tree_facts.h"
#include "core/syntax/lemmas.h"
#include "core/trees.h"

namespace annal {

using syntax::Deprel;
using syntax::Features;
using syntax::Mood;
using syntax::Tense;
using syntax::Upos;
using syntax::VerbForm;
using syntax::Word;

namespace {

// How many predicates above one without a tense are asked.
constexpr int most_predicates = 6;

}  // namespace

Direction TimeClauseReader::at(std::int32_t time) const {
  const std::int32_t above = predicate_from(time);
  const std::int32_t introduced = marker(time);
  if (const std::int32_t opening = opener(time); opening >= 0) {
    const Predicate due = predicate(opening);  // "was due in May"
    return due.copula && due.past() && leaves_year_open(time) ? Direction::past : Direction::future;
  }
  if (above < 0) return introduced == until || proposed(time) ? Direction::future : Direction::unknown;
  const Predicate p = predicate(above);
  const Direction found = direction_of(p, 0);
  // "has until Tuesday to answer", but "until Thursday they had not called"
  if (introduced == until && found != Direction::past) return Direction::future;
  // "Bridge closed until Friday"
  if (introduced == until && p.finite == nullptr && !p.modal && p.main->head < 0) return Direction::future;
  const bool ahead = introduced == until || introduced == for_ || aims_at(time);
  if (is(*p.main, reader_.scheduling_) && (p.passive || p.copula || ahead)) return scheduled(p, ahead, time);
  const bool moved_to = aims_at(time) && (introduced != until || p.passive);
  if (moved_to && is_with_particle(above, reader_.shifting_)) return Direction::future;
  // "is due on Friday", "on Friday the league plans to hold a rally"
  const WordClass forward = p.copula ? reader_.forward_adjective_ : reader_.forward_verb_;
  if (found == Direction::present && is(*p.main, forward)) return Direction::future;
  // "would look for ways to get around Wednesday's ruling" does not say when it was.
  const bool own_tense = p.finite != nullptr || p.modal;
  if (found == Direction::future && !own_tense && word(time).deprel == Deprel::nmod_poss) return Direction::unknown;
  return found;
}

// What the finite verb and the auxiliaries say.
Direction TimeClauseReader::finite_direction(const Predicate& p) const {
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
  // "Banks cut rates on Thursday" tells of the past by a form that may be either; not "we set sail on Thursday".
  if (p.finite == p.main && reader_.language_.is(form(*p.main), reader_.past_like_base_) && is_told_of_others(p))
    return Direction::past;
  // "wird gewählt", "the exams start on Monday"
  const bool ahead = p.becoming || (!p.copula && !p.passive && is(*p.main, reader_.timetable_));
  return ahead ? Direction::future : Direction::present;
}

// Whether its subject is neither who speaks nor who is spoken to.
bool TimeClauseReader::is_told_of_others(const Predicate& p) const {
  const auto main = static_cast<std::int32_t>(p.main - tree_.words.data());
  return std::any_of(tree_.words.begin(), tree_.words.end(), [&](const Word& w) {
    return w.head == main && w.deprel == Deprel::nsubj && w.features.person != 1 && w.features.person != 2;
  });
}

Direction TimeClauseReader::direction_of(const Predicate& p, int depth) const {
  if (p.finite != nullptr || p.modal) return finite_direction(p);
  // "a law passed on Monday"; but "will stay closed", "will be arrested and charged"
  if (is_past_participle(p.main->features) && !p.infinitive && !shares_tense(*p.main)) return Direction::past;
  if (depth == most_predicates || p.main->head < 0) return Direction::unknown;
  if (lies_ahead(p)) return Direction::future;
  const std::int32_t above = predicate_from(p.main->head);
  return above < 0 ? Direction::unknown : direction_of(predicate(above), depth + 1);
}

// Whether a participle is of the tense of the verb above it: "stay closed", "be arrested and charged".
bool TimeClauseReader::shares_tense(const Word& participle) const {
  if (participle.head < 0) return false;
  if (participle.deprel == Deprel::conj) return is_past_participle(word(participle.head).features);
  return participle.deprel == Deprel::xcomp && std::none_of(tree_.words.begin(), tree_.words.end(), [&](const Word& w) {
           return w.head == participle.head && w.deprel == Deprel::obj;
         });
}

// Whether an infinitive depends on what looks ahead: "plans to open", "is going to meet", "was due to expire"; but
// not "had been due to expire", and "was ready to sail".
bool TimeClauseReader::lies_ahead(const Predicate& p) const {
  const Deprel relation = p.main->deprel;
  if (!p.infinitive ||
      (relation != Deprel::xcomp && relation != Deprel::ccomp && relation != Deprel::acl && relation != Deprel::advcl))
    return false;
  const auto main = static_cast<std::int32_t>(p.main - tree_.words.data());
  if (std::any_of(tree_.words.begin(), tree_.words.end(), [&](const Word& w) {
        return w.head == main && w.deprel == Deprel::mark && is(w, reader_.forward_adjective_);
      }))
    return true;  // "a report due to be published"
  const Word& governor = word(p.main->head);
  const Predicate above = predicate(p.main->head);
  if (above.past() && above.perfect) return false;
  if (is(governor, reader_.forward_verb_) || is(governor, reader_.prospective_) || is(governor, reader_.scheduling_))
    return true;
  return is(governor, reader_.forward_adjective_) && !above.past();
}

// The time of what is scheduled: "is set for Friday", "a vote planned for Monday". What had been scheduled lies back,
// and so does what is told of as past: "a rally planned for Saturday was canceled".
// "was due in May" is told from after it; of a weekday, it may be either.
Direction TimeClauseReader::scheduled(const Predicate& p, bool ahead, std::int32_t time) const {
  if (p.past() && !ahead && (p.perfect || (p.copula && !p.passive && leaves_year_open(time)))) return Direction::past;
  if (p.finite != nullptr || p.main->deprel != Deprel::acl) return Direction::future;
  const Word& noun = word(p.main->head);
  const bool subject = noun.deprel == Deprel::nsubj || noun.deprel == Deprel::nsubj_pass;
  return subject && finite_direction(predicate(noun.head)) == Direction::past ? Direction::past : Direction::future;
}

// The word that makes something begin or end with a time, or -1: "effective February 1", "due Monday".
std::int32_t TimeClauseReader::opener(std::int32_t time) const {
  const auto found = std::find_if(tree_.words.begin(), tree_.words.end(), [&](const Word& w) {
    return w.head == time && (is(w, reader_.opening_) || is(w, reader_.forward_adjective_));
  });
  return found == tree_.words.end() ? -1 : static_cast<std::int32_t>(found - tree_.words.begin());
}

// "How about Friday?", "lets meet Friday": without a verb that tells the tense, what is proposed is still to come.
bool TimeClauseReader::proposed(std::int32_t time) const {
  constexpr std::int32_t farthest = 5;
  for (std::int32_t i = std::max(0, time - farthest); i < time; ++i)
    if (is(word(i), reader_.proposing_)) return true;
  return false;
}

// Whether its preposition says where something is moved or fixed to: "moved to Saturday".
bool TimeClauseReader::aims_at(std::int32_t time) const {
  return std::any_of(tree_.words.begin(), tree_.words.end(), [&](const Word& w) {
    return w.deprel == Deprel::case_ && w.head == time && is(w, reader_.target_);
  });
}

// Whether a verb is in a class, alone or with its particle: "put off".
bool TimeClauseReader::is_with_particle(std::int32_t verb, WordClass word_class) const {
  if (is(word(verb), word_class)) return true;
  return std::any_of(tree_.words.begin(), tree_.words.end(), [&](const Word& w) {
    if ((w.deprel != Deprel::compound_prt && w.deprel != Deprel::advmod) || w.head != verb) return false;
    const std::string lemma = syntax::lemma_of(word(verb), form(word(verb)), reader_.language_.tag());
    return reader_.language_.is(lemma + " " + form(w), word_class);
  });
}

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
      past_like_base_(language.word_class("past-like-base")),
      time_tie_(language.word_class("time-tie")),
      support_(language.word_class("aux-do")),
      opening_(language.word_class("time-opening")),
      proposing_(language.word_class("time-proposing")),
      shifting_(language.word_class("verb-shifting")),
      target_(language.word_class("time-target")),
      reporting_(language.word_class("verb-reporting")),
      announcing_(language.word_class("verb-announcing")) {}

// The word of a time expression, or -1.
std::int32_t TenseReader::word_of(const syntax::Tree& tree, std::size_t timex) {
  const auto found = std::find_if(tree.words.begin(), tree.words.end(),
                                  [&](const Word& word) { return word.time == static_cast<std::int32_t>(timex); });
  return found == tree.words.end() ? -1 : static_cast<std::int32_t>(found - tree.words.begin());
}

Direction TenseReader::at(std::size_t timex, std::size_t sentence) {
  const syntax::Tree& tree = trees_.tree(sentence);
  const std::int32_t time = word_of(tree, timex);
  return time < 0 ? Direction::unknown : TimeClauseReader(*this, tree).at(time);
}

// The value of a word in the class `time-tie`; 0 for none.
std::int32_t TenseReader::time_tie(std::string_view word) const {
  const std::int32_t value = language_.value_in(word, time_tie_, 0);
  return value == by ? until : value;
}

// "In 1914 ...": told without a look at the tree.
bool TenseReader::is_framed(std::size_t timex, std::size_t sentence) const {
  const std::uint32_t first = analysis_.sentences[sentence].first;
  if (first + 1 >= analysis_.tokens.size() || analysis_.tokens[first].end > analysis_.timexes[timex].span.begin)
    return false;
  if (analysis_.tokens[first + 1].begin < analysis_.timexes[timex].span.begin) return false;
  const std::string_view word = slice(analysis_.document.text, analysis_.tokens[first].span());
  const std::int32_t tie = time_tie(word);
  return tie == in || tie == during;
}

DateTelling TenseReader::telling(std::size_t timex, std::size_t sentence) {
  if (is_framed(timex, sentence)) return DateTelling::frame;
  const syntax::Tree& tree = trees_.tree(sentence);
  const std::int32_t time = word_of(tree, timex);
  return time < 0 ? DateTelling::unknown : TimeClauseReader(*this, tree).telling(time);
}

bool TenseReader::within(std::size_t inner, std::size_t outer, std::size_t sentence) {
  const syntax::Tree& tree = trees_.tree(sentence);
  const std::int32_t a = word_of(tree, inner), b = word_of(tree, outer);
  return a >= 0 && b >= 0 && TimeClauseReader(*this, tree).within(a, b);
}

bool TenseReader::dates_report(std::size_t timex, std::size_t sentence) {
  const syntax::Tree& tree = trees_.tree(sentence);
  const std::int32_t time = word_of(tree, timex);
  return time >= 0 && TimeClauseReader(*this, tree).dates_report(time);
}

}  // namespace annal
