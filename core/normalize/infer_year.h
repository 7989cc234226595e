// The year of a text that states no day of writing: one unknown, which every weekday told with its date ("Friday,
// November 14") and every day that recurs by a rule (an election day) narrows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/analysis.h"
#include "core/calendar/calendar.h"
#include "core/normalize/tense.h"

namespace annal {

/// What the text leaves of its year.
struct InferredYear {
  bool known = false;       ///< one year is left
  CalendarValue day;        ///< where one is left: the day of what narrowed it, in that year
  std::int32_t timex = -1;  ///< what narrowed it, an index into Analysis::timexes
  std::string reason;       ///< for the reader: the year or the candidates, and why
};

/// The year in which the dates of `analysis` that state none lie. It is given only where evidence of the calendar
/// leaves one year of the six that begin with the latest one that the text tells as past; nullopt where nothing narrows
/// it. Reads the trees of the time expressions, not their values. Linear in their number.
std::optional<InferredYear> infer_year(const Analysis& analysis, const TenseReader& tense);

}  // namespace annal
