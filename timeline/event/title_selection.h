// Which words of a sentence stand in the title of an event. A title is a choice of words of the dependency tree in the
// order of the text: what makes a statement whole is kept, the rest comes in units, whole subtrees, each with a cost
// that says how well a reader does without it. Rules over labels of Universal Dependencies, the same for all languages.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/event/clause.h"
#include "timeline/event/number_set.h"
#include "timeline/event/title_rules.h"

namespace annal {

/// A part of a title that can be left out whole.
struct TitleUnit {
  int cost = 0;              ///< the higher, the sooner it is left out
  std::uint32_t word = 0;    ///< that heads it
  std::int32_t parent = -1;  ///< unit that it stands in; -1 for none
  bool doubtful = false;     ///< its arc is not to be trusted: it may only go on where the words before it stand
  bool spoiled = false;      ///< it holds an arc that is not to be trusted: it is left out
};

struct TitleSelection {
  std::vector<std::int32_t> unit;  ///< for each word of the tree its unit; -1 where it is left out
  std::vector<TitleUnit> units;    ///< the first is what always stands
  std::int32_t event = -1;         ///< the predicate or the noun of the event
  std::uint32_t anchor = 0;        ///< the word that the others hang on
  std::int32_t subject = -1;       ///< of the anchor, or what stands for it; -1 for none
  bool borrowed = false;           ///< the subject stands outside the anchor's clause
  int confidence = 100;            ///< hundredths: the least of the arcs that make the statement
  NumberSet needed;                ///< words on the way from the anchor to the predicate or to its source
  NumberSet barred;                ///< words that are never taken

  /// Makes it no words of a tree of `size`, in the one unit that always stands.
  void clear(std::uint32_t size) {
    unit.assign(size, -1);
    units.assign(1, {});
    event = subject = -1;
    anchor = 0;
    borrowed = false;
    confidence = 100;
    needed.clear(size);
    barred.clear(size);
  }
};

/// How much of what stands above the predicate a title tells.
enum class TitleScope : std::uint8_t {
  framed,  ///< with the clause that reports, denies or plans it
  own,     ///< its own clause alone
};

/// Chooses the words for the title of `predication`, of a word of `sentence`. Room that `selection` has is used again.
void select_words(const TitleSentence& sentence, const Predication& predication, TitleScope scope,
                  TitleSelection& selection);

}  // namespace annal
