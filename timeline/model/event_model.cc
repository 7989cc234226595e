#include "timeline/model/event_model.h"

#include <cmath>
#include <cstring>

#include "core/simd.h"

namespace annal {
namespace {

using syntax::Deprel;
using syntax::Upos;

bool is_noun(const syntax::Word& w) { return w.upos == Upos::noun || w.upos == Upos::propn; }
bool is_verb(const syntax::Word& w) { return w.upos == Upos::verb || w.upos == Upos::aux; }

// What hangs on a word, and where it hangs.
struct Surroundings {
  std::uint32_t chain = 0, chain_first = 0;  ///< its auxiliaries
  std::uint32_t opener = 0, opener_tag = 0;  ///< what stands before its noun phrase
  std::uint32_t dependents = 0;              ///< the relations to those that tell
  std::uint32_t preposition = 0;             ///< before it
  std::uint32_t head = 0, head_tag = 0;      ///< the word above
};

// The dependents that tell an event from a thing, as bits.
std::uint32_t bit_of(Deprel relation) {
  switch (relation) {
    case Deprel::nsubj: return 1U;
    case Deprel::nsubj_pass: return 2U;
    case Deprel::obj: return 4U;
    case Deprel::ccomp: return 8U;
    case Deprel::xcomp: return 16U;
    case Deprel::nmod: return 32U;
    case Deprel::nmod_poss: return 64U;
    case Deprel::cop: return 128U;
    case Deprel::compound: return 256U;
    case Deprel::amod: return 512U;
    case Deprel::advcl: return 1024U;
    default: return 0;
  }
}

constexpr std::size_t reach = 12;  // words to either side that are looked at

Surroundings surroundings_of(const EventInput& in, std::size_t i) {
  Surroundings s;
  const std::size_t n = in.words.size();
  for (std::size_t k = i > reach ? i - reach : 0; k < n && k <= i + reach; ++k) {
    const syntax::Word& w = in.words[k];
    if (w.head != static_cast<std::int32_t>(i)) continue;
    s.dependents |= bit_of(w.deprel);
    if (k > i) continue;
    if (w.deprel == Deprel::case_ || w.deprel == Deprel::mark) s.preposition = in.forms[k].word;
    if (w.deprel == Deprel::aux || w.deprel == Deprel::aux_pass || w.deprel == Deprel::mark) {
      if (s.chain == 0) s.chain_first = in.forms[k].lemma;
      s.chain = s.chain * 31U + in.forms[k].lemma + tag_of(w);
    }
  }
  for (std::size_t k = i, steps = 0; k-- > 0 && steps < 8; ++steps) {
    const syntax::Word& w = in.words[k];
    const bool inside = is_noun(w) || w.upos == Upos::adj || w.upos == Upos::num || w.upos == Upos::sym ||
                        (w.upos == Upos::verb && w.deprel == Deprel::amod);
    if (inside) continue;
    s.opener = in.forms[k].word;
    s.opener_tag = tag_of(w);
    if ((w.upos == Upos::det || w.features.possessive || w.upos == Upos::part) && k > 0) {
      s.opener = in.forms[k - 1].lemma;
      s.opener_tag += 64U;
    }
    break;
  }
  if (const std::int32_t head = in.words[i].head; head >= 0) {
    s.head = in.forms[static_cast<std::size_t>(head)].lemma;
    s.head_tag = tag_of(in.words[static_cast<std::size_t>(head)]);
  }
  return s;
}

// The lemma of the nearest verb before or behind word `i`.
std::uint32_t nearest_verb(const EventInput& in, std::size_t i, bool behind) {
  for (std::size_t steps = 1; steps <= 10; ++steps) {
    const std::size_t k = behind ? i + steps : i - steps;  // i - steps wraps round at the edge
    if (k >= in.words.size()) break;
    if (is_verb(in.words[k])) return in.forms[k].lemma;
  }
  return 0;
}

}  // namespace

std::uint32_t tag_of(const syntax::Word& word) {
  const syntax::Features& f = word.features;
  auto form = static_cast<std::uint32_t>(f.verb_form);
  auto tense = static_cast<std::uint32_t>(f.tense);
  // An "-ing" form is a gerund in one treebank and a participle in another.
  if (f.verb_form == syntax::VerbForm::ger) {
    form = static_cast<std::uint32_t>(syntax::VerbForm::part);
    tense = static_cast<std::uint32_t>(syntax::Tense::pres);
  }
  const std::uint32_t plural = f.number == syntax::Number::plur && !is_verb(word) ? 1U : 0U;
  return static_cast<std::uint32_t>(word.upos) | form << 5U | tense << 8U | plural << 11U |
         (f.possessive ? 1U << 12U : 0U);
}

bool may_be_event(const EventInput& in, std::size_t i) {
  const syntax::Word& w = in.words[i];
  if (w.time >= 0) return false;
  switch (w.upos) {
    case Upos::verb:
    case Upos::noun:
    case Upos::propn:
    case Upos::adj:
    case Upos::adv:
    case Upos::adp:
    case Upos::sconj:
    case Upos::num: return true;
    case Upos::aux: return w.features.tense != syntax::Tense::none || w.features.verb_form != syntax::VerbForm::fin;
    default: return false;
  }
}

void event_keys(const EventInput& in, std::size_t i, EventKeys& keys) {
  static const Form edge;
  const std::size_t n = in.forms.size();
  const auto form = [&](std::size_t at) -> const Form& { return at < n ? in.forms[at] : edge; };
  const auto tag = [&](std::size_t at) { return at < n ? tag_of(in.words[at]) : 0U; };
  const Form& w = in.forms[i];
  const std::uint32_t t = tag(i);
  // i - 1 of the first word wraps round and is past the end: the edge.
  const Form &b = form(i - 1), &bb = form(i - 2), &a = form(i + 1), &aa = form(i + 2);
  const std::uint32_t t_b = tag(i - 1), t_bb = tag(i - 2), t_a = tag(i + 1), t_aa = tag(i + 2);
  const Surroundings s = surroundings_of(in, i);
  const auto relation = static_cast<std::uint32_t>(in.words[i].deprel);
  const std::uint32_t edge_of_phrase = i + 1 < n && is_noun(in.words[i + 1]) ? 1U : 0U;
  const std::uint32_t verb_before = nearest_verb(in, i, false), verb_next = nearest_verb(in, i, true);
  const std::uint32_t noun_file = w.senses.noun_first() << 5U | w.senses.noun_second();
  const std::uint32_t from_verb = w.senses.from_verb() ? 1U : 0U;

  std::uint32_t name = 100;
  std::size_t k = 0;
  const auto put = [&](std::uint32_t x, std::uint32_t y) { keys[k++] = row_of(++name, x, y, 32); };
  put(t, 0);
  put(w.word, t);
  put(w.lemma, 0);
  put(w.lemma, t);
  put(w.suffix3, t);
  put(w.suffix4, t);
  put(t_b << 16U | t, t_a);
  put(t_bb << 16U | t_b, t);
  put(t_a << 16U | t_aa, t);
  put(b.word, t);
  put(a.word, t);
  put(bb.word, t);
  put(aa.word, t);
  put(b.lemma, w.lemma);
  put(w.lemma, a.lemma);
  put(s.chain, t);
  put(w.lemma, s.chain_first);
  put(w.lemma, s.dependents);
  put(s.dependents << 16U | t, w.senses.verb_first());
  put(s.opener, t << 1U | edge_of_phrase);
  put(s.opener_tag << 16U | t, noun_file << 2U | edge_of_phrase << 1U | from_verb);
  put(w.lemma, t << 1U | edge_of_phrase);
  put(verb_before, t << 1U | from_verb);
  put(verb_next, t);
  put(noun_file << 1U | from_verb, t);
  put(w.senses.noun_first() << 6U | w.senses.verb_first() << 1U | from_verb, t);
  put(w.senses.verb_first(), t << 16U | t_a);
  put(w.lemma, s.opener_tag);
  put(w.senses.noun_first() << 16U | t, verb_before);
  put(static_cast<std::uint32_t>(w.shape), t << 16U | t_b);
  put(relation, t);
  put(relation << 16U | s.dependents, t);
  put(relation << 16U | t, s.head);
  put(relation << 16U | t, s.head_tag << 8U | from_verb);
  put(s.preposition, relation << 16U | t);
  put(w.lemma, relation);
}

EventGuess guess_of(const EventTables& tables, const EventKeys& keys) {
  static_assert(EventTables::classes == 8);
  simd::Words sum{};  // 36 rows of 8-bit weights do not fill 16 bits
  for (const std::uint32_t key : keys)
    if (const std::uint32_t row = tables.row(key); row != EventTables::no_row)
      sum += simd::widened(tables.weights(row));
  std::array<std::int16_t, EventTables::classes> score{};
  std::memcpy(score.data(), &sum, sizeof sum);
  std::size_t nearest = 1;
  for (std::size_t c = 2; c < EventTables::classes; ++c)
    if (score[c] > score[nearest]) nearest = c;
  static const auto margin = static_cast<std::int32_t>(std::log(EventGuess::odds) * EventTables::scale);
  EventGuess guess;
  guess.nearest = static_cast<std::uint8_t>(nearest);
  guess.label = score[nearest] > score[0] ? guess.nearest : std::uint8_t{0};
  guess.unlikely = score[0] - score[nearest] > margin;
  return guess;
}

EventGuess classify_event(const EventTables& tables, const EventInput& in, std::size_t i) {
  if (!may_be_event(in, i)) return {0, 0, true};
  EventKeys keys;
  event_keys(in, i, keys);
  return guess_of(tables, keys);
}

}  // namespace annal
