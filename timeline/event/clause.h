// Shallow syntax: verb groups ("has been told to"), the clause that each heads, its opener, its subject and object. No
// parser: nearest fitting words, which news English mostly obeys. Where a phrase is not certain it stays empty.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/event/tag.h"
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

struct Clause {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  VerbGroup group;
  Opening opening = Opening::main;
  std::int32_t opener = -1;  ///< token of the conjunction, subordinator or relative
  std::int32_t parent = -1;  ///< index of the clause it depends on: its governor, or the saying that frames it
  Phrase subject, object;
  Phrase antecedent;         ///< of a relative clause: the phrase that it describes
  bool own_subject = false;  ///< the subject stands in the clause itself
  bool framed = false;       ///< told as what `parent` says, thinks or sees
};

/// The words of a text and their clauses, in order of their main verbs.
struct Reading {
  std::vector<Word> words;  ///< one for each token
  std::vector<Clause> clauses;
  std::vector<std::uint32_t> sentence_clause;  ///< for each sentence the index of its first clause; one more at the end
  bool bare = false;  ///< of a language whose words are not told apart: nothing but times ties its events
};

/// Tags the text and finds its clauses. Boilerplate and datelines have none.
Reading read_clauses(const Analysis& analysis, const EventLexicon& lexicon);

/// The noun phrase whose last word is before token `end`, not reaching before `floor`, without what follows a
/// preposition; empty where there is none.
Phrase phrase_before(const Analysis& analysis, std::span<const Word> words, std::uint32_t end, std::uint32_t floor);

/// The noun phrase that begins at token `at` (adverbs skipped), not reaching past `end`.
Phrase phrase_after(const Analysis& analysis, std::span<const Word> words, std::uint32_t at, std::uint32_t end);

/// Whether the mark at token `i` stands inside a word or a name: "U.S.", "co-operate", "Kovar's".
bool joins(const Analysis& analysis, std::span<const Word> words, std::uint32_t i);

}  // namespace annal
