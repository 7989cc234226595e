// Sentences of treebanks, as CoNLL-U has them, to learn from.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/syntax/tree.h"

namespace annal::syntax {

/// A word with what an annotator says of it.
struct GoldWord {
  std::string form;  ///< time_form for a time expression
  Upos upos = Upos::none;
  std::string name;  ///< language-specific part of speech
  Features features;
  std::int32_t head = 0;  ///< from 1; 0 for the root
  Deprel deprel = Deprel::none;
  bool certain = true;               ///< false: head and relation are not to be learned
  std::uint32_t begin = 0, end = 0;  ///< its bytes of GoldSentence::text; the words of a contraction share them
};

struct GoldSentence {
  std::string text;
  std::vector<GoldWord> words;
  std::vector<GoldWord> with_times;  ///< the same with its time expressions as one word each; empty where it has none
};

/// The sentences of `file` whose words make one tree. Of the relations, what some treebanks tell apart and others do
/// not is made alike: a clause with a relative pronoun is acl:relcl, the subject of a passive auxiliary's verb is
/// nsubj:pass. With `names`, the fifth column is kept.
std::vector<GoldSentence> read_treebank(const std::filesystem::path& file, bool names);

}  // namespace annal::syntax
