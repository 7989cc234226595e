// Timex: one time expression with its place, the rule that recognised it, and its value.
#pragma once

#include <cstdint>

#include "core/calendar/calendar.h"
#include "core/calendar/value.h"
#include "core/grammar/expression.h"
#include "core/text/document.h"

namespace annal {

/// How a Timex relates to the next or previous one ("from 2014 to 2016" is two).
enum class RangeRole : std::uint8_t { none, from, to };

/// A time expression of the text with its value.
struct Timex {
  Span span;
  ExpressionIndex expression = 0;
  std::uint32_t sentence = 0;  ///< index into Analysis::sentences
  std::uint16_t rule = 0;      ///< index into the language's rules; its name is Language::rule_name
  RangeRole range = RangeRole::none;
  std::int32_t partner = -1;  ///< the other end of the range, an index into Analysis::timexes
  std::int32_t anchor = -1;   ///< with AnchorKind::reference: the timex that this one is relative to
  TimeValue value;
  DisambiguationReason reason = DisambiguationReason::none;  ///< why this reading and not `alternative`
  CalendarValue alternative;  ///< the reading that lost; granularity none where there was none
};

}  // namespace annal
