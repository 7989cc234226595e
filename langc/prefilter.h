// What a text must hold for a production to match at a place, worked out when the language is compiled: the recogniser
// walks only productions that may match, and most of those that begin like a wording of time are none.
#pragma once

#include <array>
#include <vector>

#include "langc/grammar.h"

namespace annal::compile {

/// Sets of classes of the grammar. A production whose sets the tokens do not meet cannot match; one whose sets they
/// meet may.
struct Prefilter {
  std::vector<bool> first;   ///< of the first token
  std::vector<bool> second;  ///< of the second, where there is one
  bool single = false;       ///< it may match one token alone
  std::array<std::vector<bool>, 2>
      required;  ///< every match holds a token of each: the rarest such sets that were found
};

/// Of each production, by symbol, then in the order of the rules. Classes are numbered with those that the grammar
/// looks at first; there are `classes` of them.
std::vector<Prefilter> prefilters_of(const Grammar& grammar, const Lexicon& lexicon, std::size_t classes);

}  // namespace annal::compile
