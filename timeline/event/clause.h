// What a text tells of: its predicates with their clauses and its nouns of happenings, read from the dependency trees
// of its sentences; who does what to whom in each, and who vouches for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/syntax/tree.h"
#include "timeline/event/tree_view.h"
#include "timeline/event/word.h"
#include "timeline/timeline.h"

namespace annal {

/// Tokens [first, last) with the token that carries the meaning.
struct Phrase {
  std::uint32_t first = 0, last = 0, head = 0;
  bool empty() const { return first == last; }
};

/// An auxiliary chain with its main verb.
struct VerbGroup {
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  std::uint32_t main = 0;             ///< the main verb; of a bare auxiliary, that auxiliary
  Tense tense = Tense::none;
  Aspect aspect = Aspect::none;
  bool negated = false;
  bool passive = false;
  bool finite = false;
  bool copula = false;          ///< "be" with a predicate
  std::int32_t modal = -1;      ///< token of the modal
  std::int32_t predicate = -1;  ///< token of a predicative adjective or noun
};

/// How a clause hangs in its sentence.
enum class Opening : std::uint8_t {
  main,
  coordinate,
  relative,
  subordinate,
  complement,
  infinitive,
  participle,
  gerund
};

/// An argument of a predicate, by the word that heads it.
struct Argument {
  Role role = Role::oblique;
  std::uint32_t word = 0;       ///< index into the words of the sentence's tree
  std::uint8_t confidence = 0;  ///< hundredths: the least of the arcs that lead from the predicate to it
  bool shared = false;          ///< stands elsewhere: the noun of a relative clause, the subject of what governs it
};

/// A word of the tree of another sentence.
struct Elsewhere {
  std::int32_t sentence = -1;  ///< -1 for none
  std::uint32_t word = 0;      ///< index into the words of its tree
};

/// A predicate of a tree: a verb, a predicative adjective or noun, or a noun of a happening, with who does what to
/// whom, and who vouches for it.
struct Predication {
  std::int32_t word = -1;           ///< index into the words of the sentence's tree; -1 without a tree
  std::vector<Argument> arguments;  ///< in order of place, resolved: never a relative pronoun
  std::uint8_t confidence =
      0;  ///< hundredths, of the agent, or of the undergoer where it has no agent; 100 for neither
  Status status = Status::fact;
  std::int32_t source = -1;    ///< word of the tree that heads the phrase which names who reports, alleges or denies it
  Elsewhere speaker;           ///< of a quotation that runs over sentences: the same, in another sentence
  std::int32_t governor = -1;  ///< word of the tree: the predicate above; -1 for none
  syntax::Deprel relation = syntax::Deprel::root;  ///< to it; of a conjunct that of the first of its coordination

  /// The first argument of this role; nullptr where it has none.
  const Argument* find(Role role) const {
    for (const Argument& argument : arguments)
      if (argument.role == role) return &argument;
    return nullptr;
  }
};

/// The least confidence with which an agent is asserted, in hundredths: below it titles name none.
inline constexpr std::uint8_t sure_enough = 80;

struct Clause {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  Predication predication;
  VerbGroup group;
  Opening opening = Opening::main;
  std::int32_t opener = -1;  ///< token of the conjunction, subordinator or relative
  std::int32_t parent = -1;  ///< index of the clause it depends on: its governor, or the saying that frames it
  Phrase subject, object;
  Phrase antecedent;         ///< of a relative clause: the phrase that it describes
  bool own_subject = false;  ///< the subject stands in the clause itself
  bool framed = false;       ///< told as what `parent` says, thinks or sees
};

/// A noun of a happening.
struct NominalEvent {
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;   ///< the noun
  std::int32_t clause = -1;  ///< index of the clause that it stands in, or -1
  Predication predication;
};

/// The words of a text and their clauses, in order of their main verbs.
struct Reading {
  std::vector<Word> words;  ///< one for each token
  LemmaIndex lemmas;        ///< of the words of all trees
  TreeViews trees;          ///< of the analysis
  std::vector<Clause> clauses;
  std::vector<std::uint32_t> sentence_clause;  ///< for each sentence the index of its first clause; one more at the end
  std::vector<NominalEvent> nominals;          ///< in order of place
  bool modelled = false;                       ///< in a language that the models of events and relations have learned
};

/// The noun phrase that word `w` of a tree heads.
Phrase phrase_of(const Analysis& analysis, const TreeView& tree, std::uint32_t w);

/// The words of `phrase` as the text has them, with one space where it has any.
std::string words_of(const Analysis& analysis, const Phrase& phrase);

/// The words of `clause`, from or up to `token` at least.
Span span_with(const Analysis& analysis, const Clause& clause, std::uint32_t token);

/// Reads the clauses and nominal events of the sentences that have a tree. Boilerplate and datelines have none.
Reading read_clauses(const Analysis& analysis, const EventLexicon& lexicon);

}  // namespace annal
