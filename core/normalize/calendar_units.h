// Short names for what the normaliser does with the calendar all the time.
#pragma once

#include <cstdint>

#include "core/calendar/calendar.h"

namespace annal {

/// The year that holds this second.
inline int year_of(CivilSeconds at) { return unit_at(at, Granularity::year).year; }

/// A value of that granularity with every field open.
inline CalendarValue open_value(Granularity granularity) {
  CalendarValue value;
  value.granularity = granularity;
  return value;
}

inline CalendarValue year_value(int year) {
  CalendarValue value = open_value(Granularity::year);
  value.year = year;
  return value;
}

/// The first day on `weekday` (1 to 7) from `day` on; the last up to `day`.
inline std::int64_t weekday_from(std::int64_t day, int weekday) { return day + (weekday - weekday_of(day) + 7) % 7; }
inline std::int64_t weekday_up_to(std::int64_t day, int weekday) { return day - (weekday_of(day) - weekday + 7) % 7; }

}  // namespace annal
