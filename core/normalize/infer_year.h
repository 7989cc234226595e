// Infers the year of a text that states no date of writing. The year is one unknown; every weekday given with its date
// ("Friday, November 14") and every day that recurs by a rule (an election day) narrows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/analysis.h"
#include "core/calendar/calendar.h"
#include "core/normalize/tense.h"

namespace annal {

/// What the text says about its year.
struct InferredYear {
  bool known = false;       ///< exactly one year is possible
  CalendarValue day;        ///< if known: the day that decided it, in that year
  std::int32_t timex = -1;  ///< what decided it, an index into Analysis::timexes
  std::string reason;       ///< for the user: the year or the candidates, and why
};

/// Returns the year of the dates of `analysis` that state none. It is known only if the calendar allows one of the six
/// years from the latest year that the text speaks of as past. Returns nullopt if nothing narrows it. Reads the trees
/// of the time expressions, not their values. Linear in their number.
std::optional<InferredYear> infer_year(const Analysis& analysis, TenseReader& tense);

}  // namespace annal
