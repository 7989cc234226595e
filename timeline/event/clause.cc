// Predicates of a tree as clauses: what heads one, how it hangs in its sentence, which tokens are its own.
#include "timeline/event/clause.h"

#include <algorithm>

#include "timeline/event/clause_reader.h"
#include "timeline/event/quotation.h"
#include "timeline/event/refutation.h"
#include "timeline/model/models.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

// Its adposition and the clauses and asides behind it are left out.
Phrase phrase_of(const Analysis& analysis, const TreeView& tree, std::uint32_t w) {
  std::uint32_t first = w, last = w, name = w;
  for (const std::uint32_t k : tree.dependents(w)) {
    switch (tree[k].deprel) {
      case Deprel::acl:
      case Deprel::acl_relcl:
      case Deprel::advcl:
      case Deprel::appos:
        // "Feuerwehrsprecher Karl Ott"
        if (tree[k].upos != Upos::propn || tree.first(k) != last + 1) continue;
        if (tree[last + 1].upos == Upos::punct && !tree.is_hyphenated(last)) continue;
        name = std::max(name, k);
        break;
      case Deprel::parataxis:
      case Deprel::cop:
      case Deprel::mark:
      case Deprel::nsubj:
      case Deprel::punct: continue;
      case Deprel::case_:
        if (k < w) continue;
        break;
      case Deprel::flat: name = std::max(name, k); break;
      default: break;
    }
    first = std::min(first, tree.first(k));
    last = std::max(last, tree.last(k));
  }
  while (last > w && tree[last].upos == Upos::punct) --last;
  return {tree[first].first, tree[last].last, last_word_token(analysis, tree[name])};
}

std::string words_of(const Analysis& analysis, const Phrase& phrase) {
  std::string words;
  for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
    if (t > phrase.first && !analysis.tokens[t].no_space_before) words += ' ';
    words += slice(analysis.document.text, analysis.tokens[t].span());
  }
  return words;
}

Span span_with(const Analysis& analysis, const Clause& clause, std::uint32_t token) {
  return {analysis.tokens[std::min(clause.first, token)].begin,
          analysis.tokens[std::max(clause.last, token + 1) - 1].end};
}

// A verb heads a clause unless it modifies like an adjective or serves like an adposition: "closed" in "Council closed
// bridge", not in "the closed bridge" nor "following the vote". Of other words those that a copula or a subject makes
// predicates: "the bridge was safe".
bool ClauseReader::is_predicate(std::uint32_t w) const {
  const syntax::Word& word = at(w);
  const bool has_subject = view_.subject(w) >= 0;
  switch (word.deprel) {
    case Deprel::amod:
      // No finite verb describes a noun: "El conductor huyó a pie, dijo la fiscal".
      return word.upos == Upos::verb && word.features.verb_form == syntax::VerbForm::fin &&
             word.features.tense == syntax::Tense::past && word.time < 0;
    case Deprel::compound:
    case Deprel::compound_prt:
    case Deprel::case_:
    case Deprel::mark:
    case Deprel::cc:
    case Deprel::det:
    case Deprel::fixed:
    case Deprel::flat:
    case Deprel::goeswith:
    case Deprel::aux:
    case Deprel::aux_pass:
    case Deprel::cop:
    case Deprel::expl:
    case Deprel::punct: return false;
    case Deprel::conj:
      // "the battered and broken bridge"
      if (!nodes_[static_cast<std::uint32_t>(word.head)].predicate && !has_subject && view_.finite(w) < 0) return false;
      break;
    case Deprel::xcomp:
      // "stayed closed until Friday": one predicate with the verb before it.
      if (word.features.verb_form == syntax::VerbForm::part && word.features.tense == syntax::Tense::past &&
          view_.finite(w) < 0 && child(w, Deprel::aux, Deprel::aux_pass) < 0 &&
          child(static_cast<std::uint32_t>(word.head), Deprel::obj, Deprel::aux_pass) < 0)
        return false;
      break;
    default: break;
  }
  if (has_subject || child(w, Deprel::cop) >= 0) return true;
  return word.time < 0 && (word.upos == Upos::verb || word.upos == Upos::aux);
}

// The place of "charged" in "He said she was arrested and charged" is that of "arrested": below "said", as its ccomp.
ClauseReader::Place ClauseReader::place_of(std::uint32_t w) const {
  const syntax::Word& word = at(w);
  const auto head = static_cast<std::uint32_t>(std::max(0, word.head));
  if (word.deprel == Deprel::conj && nodes_[head].predicate) {
    Place place = nodes_[head].place;
    place.confidence = std::min(place.confidence, word.confidence);
    return place;
  }
  Found above = Found{word.head}.over(word.head < 0 ? certain : word.confidence);
  // "Anna Reed, who left": what describes a name hangs on the first of its words
  while ((word.deprel == Deprel::acl_relcl || word.deprel == Deprel::acl) &&
         at(static_cast<std::uint32_t>(above.word)).deprel == Deprel::flat)
    above.word = at(static_cast<std::uint32_t>(above.word)).head;
  return {above.word, word.deprel, w, above.confidence};
}

// The nearest predicate at or above word `w`, or -1.
std::int32_t ClauseReader::predicate_above(std::int32_t w) const {
  while (w >= 0 && !nodes_[static_cast<std::uint32_t>(w)].predicate) w = at(static_cast<std::uint32_t>(w)).head;
  return w;
}

// How a clause begins: "that he left" a complement, "who left" relative, "to leave", "leaving".
Opening ClauseReader::opening_of(std::uint32_t w) const {
  const Node& node = nodes_[w];
  const bool conjunct = node.place.first != w;
  const VerbGroup& group = node.group;
  const Opening bare = group.tense == Tense::infinitive ? Opening::infinitive
                       : group.tense == Tense::pastpart ? Opening::participle
                                                        : Opening::gerund;
  switch (node.place.relation) {
    case Deprel::acl_relcl:
    case Deprel::advcl_relcl: return conjunct ? Opening::coordinate : Opening::relative;
    case Deprel::acl:
      if (!group.finite) return bare;
      for (const std::uint32_t k : view_.dependents(w))
        if (is_relativizer(k)) return Opening::relative;
      return Opening::complement;
    case Deprel::advcl: return !group.finite ? bare : conjunct ? Opening::coordinate : Opening::subordinate;
    case Deprel::ccomp:
    case Deprel::csubj:
    case Deprel::csubj_pass:
    case Deprel::xcomp:
    case Deprel::obj:
    case Deprel::nsubj:
    case Deprel::obl:
    case Deprel::nmod: return !group.finite ? bare : conjunct ? Opening::coordinate : Opening::complement;
    default: return conjunct ? Opening::coordinate : Opening::main;
  }
}

// The word that opens the clause: "after" of "after he left", "who", or the conjunction before a conjunct.
std::int32_t ClauseReader::opener_of(std::uint32_t w) const {
  const auto token = [&](std::uint32_t k) { return static_cast<std::int32_t>(at(k).first); };
  if (nodes_[w].place.first != w) {
    const std::int32_t cc = child(w, Deprel::cc);
    return cc < 0 ? -1 : token(static_cast<std::uint32_t>(cc));
  }
  for (const std::uint32_t k : view_.dependents(w)) {
    // The "to" of an infinitive says nothing that the form does not.
    if (at(k).deprel == Deprel::mark && at(k).upos != Upos::part) return token(k);
    if (k < w && at(k).deprel == Deprel::advmod && is(k, Is::signal_when, Is::signal_once, Is::signal_while))
      return token(k);
    if (k < w && is_relativizer(k)) return token(k);
  }
  // "after the mayor resigned", where the parser gives the word to the mayor: no subject has an adposition.
  const std::int32_t subject = view_.subject(w);
  if (subject >= 0 && nodes_[w].place.relation == Deprel::advcl)
    if (const std::int32_t k = child(static_cast<std::uint32_t>(subject), Deprel::case_); k >= 0 && k < subject)
      return token(static_cast<std::uint32_t>(k));
  return -1;
}

Clause ClauseReader::make_clause(std::uint32_t w) const {
  const Node& node = nodes_[w];
  Clause clause;
  clause.sentence = sentence_;
  clause.group = node.group;
  clause.predication = node.predication;
  clause.opening = opening_of(w);
  clause.opener = opener_of(w);
  clause.subject = phrase(node.subject.word);
  clause.own_subject = view_.subject(w) >= 0 && !is_relativizer(static_cast<std::uint32_t>(view_.subject(w)));
  for (const std::uint32_t k : view_.dependents(w))
    if (at(k).deprel == Deprel::obj && !is_relativizer(k)) clause.object = phrase(static_cast<std::int32_t>(k));
  if (node.place.relation == Deprel::acl_relcl) clause.antecedent = phrase(node.place.governor);
  return clause;
}

// The clause above it, and whether it is told as what that says, thinks or sees: "he said that the mill burned".
void ClauseReader::hang(Clause& clause) const {
  const Node& node = nodes_[static_cast<std::uint32_t>(clause.predication.word)];
  const std::int32_t speech = speech_of(node.place.first);
  const std::int32_t above = speech >= 0 ? speech : predicate_above(node.place.governor);
  if (above < 0) return;
  const auto p = static_cast<std::uint32_t>(above);
  if (speech_of(nodes_[p].place.first) == clause.predication.word) return;  // it frames what it hangs on
  clause.parent = nodes_[p].clause;
  const Deprel relation = node.place.relation;
  const bool content = relation == Deprel::ccomp || (relation == Deprel::xcomp && node.group.finite);
  clause.framed =
      speech >= 0 || (content && is(p, Is::reporting, Is::attitude, Is::perception, Is::act_toward, Is::alleging));
}

// Gives every token its clause, the innermost one, and every clause the stretch of its own tokens.
void ClauseReader::cover(std::vector<Clause>& clauses) const {
  for (const std::uint32_t w : order_) {
    const std::int32_t top = predicate_above(static_cast<std::int32_t>(w));
    if (top < 0) continue;
    const std::int32_t c = nodes_[static_cast<std::uint32_t>(top)].clause;
    for (std::uint32_t t = at(w).first; t < at(w).last; ++t) reading_.words[t].clause = c;
    if (at(w).upos == Upos::punct) continue;
    Clause& clause = clauses[static_cast<std::size_t>(c)];
    clause.first = clause.last == 0 ? at(w).first : std::min(clause.first, at(w).first);
    clause.last = std::max(clause.last, at(w).last);
  }
}

void ClauseReader::run() {
  // Heads before their dependents: what a predicate takes from the one above it is known when it is read.
  order_.reserve(view_.size());
  for (std::uint32_t w = 0; w < view_.size(); ++w)
    if (at(w).head < 0) order_.push_back(w);
  for (std::size_t i = 0; i < order_.size(); ++i)
    for (const std::uint32_t k : view_.dependents(order_[i])) order_.push_back(k);
  std::vector<std::uint32_t> heads;
  heads.reserve(view_.size());
  for (const std::uint32_t w : order_) {
    nodes_[w].predication.word = static_cast<std::int32_t>(w);
    nodes_[w].predicate = is_predicate(w);
    if (!nodes_[w].predicate) continue;
    nodes_[w].place = place_of(w);
    nodes_[w].group = group_of(w);
    heads.push_back(w);
  }
  std::sort(heads.begin(), heads.end(), [&](std::uint32_t a, std::uint32_t b) {
    return nodes_[a].group.main != nodes_[b].group.main ? nodes_[a].group.main < nodes_[b].group.main : a < b;
  });
  auto next = static_cast<std::int32_t>(reading_.clauses.size());
  for (const std::uint32_t w : heads) {
    nodes_[w].clause = next++;
    if (is(w, Is::denying, Is::falsifying)) denials_.push_back(w);
  }
  headline_source_ = headline_source();
  for (const std::uint32_t w : order_) {
    if (nodes_[w].predicate)
      read_arguments(w);
    else if (is_nominal_event(w))
      read_nominal(w);
    read_status(w);
  }
  for (const std::uint32_t w : heads) reading_.clauses.push_back(make_clause(w));
  for (const std::uint32_t w : heads) hang(reading_.clauses[static_cast<std::size_t>(nodes_[w].clause)]);
  cover(reading_.clauses);
  for (std::uint32_t w = 0; w < view_.size(); ++w) {
    if (!is_nominal_event(w)) continue;  // a predicate too: "it was an attack"
    const std::uint32_t token = token_of(w);
    reading_.nominals.push_back({sentence_, token, reading_.words[token].clause, nodes_[w].predication});
  }
}

Reading read_clauses(const Analysis& analysis, const EventLexicon& lexicon) {
  Reading reading;
  reading.modelled = models_know(lexicon.language().tag());
  reading.trees = TreeViews(analysis.trees);
  ReadWords read = read_words(analysis, lexicon);
  reading.words = std::move(read.words);
  reading.lemmas = std::move(read.lemmas);
  reading.sentence_clause.reserve(analysis.sentences.size() + 1);
  const auto& blocks = analysis.document.blocks;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    reading.sentence_clause.push_back(static_cast<std::uint32_t>(reading.clauses.size()));
    const std::uint32_t block = analysis.sentences[s].block;
    const bool prose =
        block >= blocks.size() || blocks[block].kind == BlockKind::paragraph || blocks[block].kind == BlockKind::title;
    if (prose && s < analysis.trees.size() && !analysis.trees[s].empty()) ClauseReader(analysis, reading, s).run();
  }
  reading.sentence_clause.push_back(static_cast<std::uint32_t>(reading.clauses.size()));
  attribute_quotations(analysis, reading);
  deny_refuted(analysis, lexicon, reading);
  return reading;
}

}  // namespace annal
