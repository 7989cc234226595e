// What the stages of core hand on: the text with its tokens, sentences and time expressions, and what became of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/grammar/expression.h"
#include "core/grammar/timex.h"
#include "core/text/document.h"
#include "core/text/token.h"

namespace annal {

/// Something the reader should know and the program will not mend: "February 30 is no day".
struct Warning {
  Span span;
  std::string message;
};

/// All that core knows of one text; what `timeline` starts from.
struct Analysis {
  Document document;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  ExpressionPool expressions;
  std::vector<Timex> timexes;  ///< in order of place, disjoint
  std::vector<Warning> warnings;
};

}  // namespace annal
