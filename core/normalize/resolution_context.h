// What an expression may be counted from: the document, what was read before, and the clause.
#pragma once

#include <cstdint>

#include "core/calendar/calendar.h"
#include "core/normalize/tense.h"

namespace annal {

/// A date told before, with its year.
struct Told {
  std::int32_t timex = -1;
  CalendarValue value;
  bool frame = false;    ///< it stands at the front of its clause, or goes on from one that does
  bool mention = false;  ///< it only dates the noun or clause that the other belongs to
};

struct ResolutionContext {
  bool document_known = false;
  CivilSeconds document = 0;  ///< start of the day of writing
  bool document_has_time = false;
  CivilSeconds document_time = 0;  ///< the second of writing, where known
  bool narrative = false;          ///< history or biography: bare dates follow the time last spoken of
  bool is_short_message = false;   ///< a few words, that speak of their own day
  bool day_first = false;          ///< 3/4/2012 is 3 April
  bool year_inferred = false;      ///< no day of writing, but the year of the dates that state none is known
  CalendarValue year_day;          ///< a day of that year from which the others are told
  std::int32_t year_timex = -1;    ///< the expression that told it
  Direction direction = Direction::unknown;
  bool carries = false;    ///< a date without its year takes it from `told`, and not from the day of writing
  bool undecided = false;  ///< it may be of the year of either, and stays open
  Told told;               ///< the date told before it
  bool has_reference = false;
  CalendarValue reference;  ///< the date last spoken of
  std::int32_t reference_timex = -1;
  bool has_quarter = false;  ///< a quarter or half was spoken of
  CalendarValue quarter;
  std::int32_t quarter_timex = -1;
  CalendarValue fiscal_period;  ///< last reported on: that quarter, or its year after "the first nine months"
  bool has_clock = false;       ///< the time last spoken of has a clock time
  CalendarValue clock;
  std::int32_t clock_timex = -1;
  bool has_day_reference = false;
  CalendarValue day_reference;  ///< the day last spoken of
  std::int32_t day_reference_timex = -1;
};

}  // namespace annal
