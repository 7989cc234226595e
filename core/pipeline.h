// Read this first: text to values on the calendar, in one function.
//
//   bytes -> Document (text/read) -> tokens, sentences (token/) -> time expressions (find/) -> values (resolve/)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/date/calendar.h"
#include "core/date/interval.h"
#include "core/find/expression.h"
#include "core/resolve/value.h"
#include "core/result.h"
#include "core/text/document.h"
#include "core/token/token.h"

namespace annal {

class Language;

/// What a Timex has to do with the next or the one before ("from 2014 to 2016" is two).
enum class RangeRole : std::uint8_t { none, from, to };

/// A time expression of the text with its value.
struct Timex {
  Span span;
  ExpressionIndex expression = 0;
  std::uint32_t sentence = 0;   ///< index into Analysis::sentences
  std::uint16_t rule = 0;       ///< index into the language's rules; its name is Language::rule_name
  RangeRole range = RangeRole::none;
  std::int32_t partner = -1;    ///< the other end of the range, an index into Analysis::timexes
  std::int32_t anchor = -1;     ///< of AnchorKind::reference: the timex that this one was counted from
  TimeValue value;
  Choice choice = Choice::none;  ///< why this reading and not `other`
  CalendarValue other;           ///< the reading that lost; granularity none where there was none
};

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

/// Finds and resolves every time expression of `document`. A function of its arguments alone.
Analysis analyse(Document document, const Language& language);

/// How the value of `analysis.timexes[i]` came about, for a reader: "week before t0".
std::string reading(const Analysis& analysis, std::size_t i);

/// The other reading of `analysis.timexes[i]` and why it lost: "2017-11-14, but the clause looks back"; empty where the words leave
/// no choice.
std::string other_reading(const Analysis& analysis, std::size_t i);

}  // namespace annal
