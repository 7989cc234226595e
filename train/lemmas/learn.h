// Learns the rules by which core/syntax/lemmas.h makes lemmas.
//
// A rule says what to take off and put on. Rules stand under endings of words, with a part of speech and, where they
// help, its features; the longest ending wins. An ending gets a rule of its own only where that mends more words than
// the shorter endings get right: from the empty ending upward, and at last whole words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/syntax/tree.h"

namespace annal::syntax {

struct LemmaExample {
  std::string form, lemma;
  Upos upos = Upos::none;
  Features features;
  std::uint32_t count = 1;
};

/// Returns the bytes of a file of rules, of at most `most_bytes` where that is possible: whole words that are rare are
/// left out first.
std::string learn_lemmas(std::vector<LemmaExample> examples, std::size_t most_bytes);

}  // namespace annal::syntax
