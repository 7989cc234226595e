// Analysis, the result of core: the text with its tokens, its sentences, and its time expressions with their values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/grammar/expression.h"
#include "core/grammar/timex.h"
#include "core/syntax/tree.h"
#include "core/text/document.h"
#include "core/text/token.h"

namespace annal {

/// Something that the reader should know and the program does not correct: "February 30 is no day".
struct Warning {
  Span span;
  std::string message;
};

/// Which date a block stands under, by the structure of the text: a heading, the front of its line, a cell of its row.
struct BlockScope {
  std::int32_t label = -1;                     ///< the block of kind `date` that dates this one; -1 for none
  std::int32_t first_timex = -1, timexes = 0;  ///< of a block of kind `date` itself: its time expressions
  bool own = false;                            ///< the date stands right before this block, which tells of it alone
};

/// Everything that core knows about one text. `timeline` starts from it.
struct Analysis {
  Document document;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  ExpressionPool expressions;
  std::vector<Timex> timexes;       ///< in text order, disjoint
  std::vector<BlockScope> scopes;   ///< by block
  std::vector<syntax::Tree> trees;  ///< one for each sentence, empty where no stage asks for it; or none at all
  std::vector<Warning> warnings;
};

}  // namespace annal
