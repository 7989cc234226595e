// ISO 8601 weeks: Monday to Sunday, numbered so that week 1 holds 4 January. The year of a week is the year of its
// Thursday, so that the first and last days of a civil year may lie in a week of its neighbour.
#pragma once

#include <cstdint>

#include "core/calendar/calendar.h"

namespace annal {

/// Days since 1970-01-01 of the Monday of week `week` of ISO year `year`. Week 0 is the week before week 1.
inline std::int64_t monday_of(int year, int week) {
  const std::int64_t fourth = days_from_civil(year, 1, 4);
  return fourth - (weekday_of(fourth) - 1) + std::int64_t{7} * (week - 1);
}

/// 52 or 53.
inline int weeks_in_year(int year) {
  const int first = weekday_of(days_from_civil(year, 1, 1));
  const int last = weekday_of(days_from_civil(year, 12, 31));
  return first == 4 || last == 4 ? 53 : 52;
}

struct IsoWeek {
  int year = 0;
  int week = 0;
};

/// The ISO week that holds day `days`; its year may be one past the civil year on either side.
inline IsoWeek iso_week_of(std::int64_t days) {
  const std::int64_t thursday = days - (weekday_of(days) - 4);
  const int year = day_value(thursday).year;
  return {year, static_cast<int>((thursday - days_from_civil(year, 1, 1)) / 7) + 1};
}

}  // namespace annal
