#include "core/normalize/clause_reader.h"

#include <algorithm>

#include "core/normalize/tree_facts.h"
#include "core/syntax/lemmas.h"

namespace annal {

using syntax::Deprel;
using syntax::Features;
using syntax::Mood;
using syntax::Tense;
using syntax::Upos;
using syntax::VerbForm;
using syntax::Word;

namespace {

bool is_finite(const Word& word) {
  const Features& f = word.features;
  if (word.upos != Upos::verb && word.upos != Upos::aux) return false;
  return f.verb_form == VerbForm::fin ||
         (f.verb_form == VerbForm::none && (f.mood != Mood::none || f.tense != Tense::none));
}

bool is_auxiliary(Deprel relation) {
  return relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop;
}

}  // namespace

// Whether the word or its lemma is in a class.
bool TimeClauseReader::is(const Word& word, WordClass word_class) const {
  const std::string written = form(word);
  return reader_.language_.is(written, word_class) ||
         reader_.language_.is(syntax::lemma_of(word, written, reader_.language_.tag()), word_class);
}

bool TimeClauseReader::is_predicate(std::int32_t index) const {
  const Word& w = word(index);
  // "stayed closed until Friday": a participle that completes a verb is none.
  const bool completes = w.deprel == Deprel::xcomp && w.features.verb_form == VerbForm::part;
  if (w.upos == Upos::verb && w.deprel != Deprel::amod && w.deprel != Deprel::case_ && !completes) return true;
  return std::any_of(tree_.words.begin(), tree_.words.end(), [&](const Word& dependent) {
    return dependent.head == index && (is_auxiliary(dependent.deprel) || dependent.deprel == Deprel::nsubj);
  });
}

// The nearest predicate among `index` and the words above it, or -1.
std::int32_t TimeClauseReader::predicate_from(std::int32_t index) const {
  for (int i = 0; index >= 0 && i < most_heads; ++i, index = word(index).head)
    if (is_predicate(index)) return index;
  return -1;
}

Predicate TimeClauseReader::predicate(std::int32_t index) const {
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
  found.infinitive = infinitive;
  found.to_come = mark && infinitive && found.finite != nullptr && found.finite != found.main;
  return found;
}

Granularity TimeClauseReader::unit(std::int32_t time) const {
  const Timex& timex = reader_.analysis_.timexes[static_cast<std::size_t>(word(time).time)];
  return unit_of_date(reader_.analysis_.expressions, timex.expression);
}

bool TimeClauseReader::leaves_year_open(std::int32_t time) const {
  const Timex& timex = reader_.analysis_.timexes[static_cast<std::size_t>(word(time).time)];
  return leaves_year_to_tense(reader_.analysis_.expressions, timex.expression);
}

// How the time is introduced: the value of its preposition in the class "time-tie", 0 where it has none. In "until at
// least Friday" it is that of a modifier.
std::int32_t TimeClauseReader::marker(std::int32_t time) const {
  for (const Word& w : tree_.words)
    if (w.deprel == Deprel::case_ && w.head >= 0 && (w.head == time || word(w.head).head == time))
      return reader_.time_tie(form(w));
  return 0;
}

}  // namespace annal
