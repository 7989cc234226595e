// ISO 8601 weeks: Monday to Sunday; week 1 contains 4 January. The year of a week is the year of its Thursday, so the
// first and last days of a civil year may belong to a week of the year before or after.
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

/// Returns the ISO week that contains day `days`; its year may differ from the civil year by one.
inline IsoWeek iso_week_of(std::int64_t days) {
  const std::int64_t thursday = days - (weekday_of(days) - 4);
  const int year = day_value(thursday).year;
  return {year, static_cast<int>((thursday - days_from_civil(year, 1, 1)) / 7) + 1};
}

}  // namespace annal
