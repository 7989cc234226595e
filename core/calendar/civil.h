// Day numbers and dates of the civil calendar: proleptic Gregorian, no zone, with ISO 8601 weeks. A day number counts
// days since 1970-01-01. Everything here is Howard Hinnant's date under our own types, so that headers need not include
// it: it is 8,000 lines, and programs that use the installed library do not have it.
//
// An ISO week runs from Monday to Sunday, and week 1 holds 4 January. The year of a week is the year of its Thursday,
// so the first and last days of a civil year may be in a week of the year before or after.
#pragma once

#include <cstdint>

#include "core/calendar/interval.h"

namespace annal {

/// A date of the civil calendar. Years are astronomical: 0 is 1 BC.
struct CivilDate {
  int year = 1970, month = 1, day = 1;  ///< month 1..12, day 1..31
};

/// A civil second taken apart.
struct CivilTime {
  int year = 1970, month = 1, day = 1;   ///< as in CivilDate
  int hour = 0, minute = 0, second = 0;  ///< 0..23, 0..59, 0..59
};

/// The day number of a date, which must exist; years -32767..32767.
std::int64_t days_from_civil(int year, int month, int day);
/// The date of a day number; years -32767..32767.
CivilDate civil_from_days(std::int64_t days);

/// The first second of a date, which must exist; years -32767..32767.
CivilSeconds civil_seconds(int year, int month, int day);
/// Date and clock time of a civil second; years -32767..32767.
CivilTime civil_time(CivilSeconds at);

int days_in_month(int year, int month);  ///< 28..31
int weekday_of(std::int64_t days);       ///< ISO: Monday 1 .. Sunday 7

/// The day number of the Monday of an ISO week. Week 0 is the week before week 1.
std::int64_t monday_of(int year, int week);
/// How many ISO weeks a year has: 52 or 53.
int weeks_in_year(int year);

struct IsoWeek {
  int year = 0;
  int week = 0;  ///< 1..53
};
/// The ISO week that holds a day. Its year may be the one before or after the civil year of the day.
IsoWeek iso_week_of(std::int64_t days);

}  // namespace annal
