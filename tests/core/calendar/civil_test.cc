// The civil calendar against plain counting, one day after another for 800 years, and civil seconds taken apart.
#include "core/calendar/civil.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("days, weekdays and ISO weeks agree with plain counting for 800 years", "[core][date]") {
  int year = 1600, month = 1, day = 1;
  int weekday = 6;                     // 1 January 1600 was a Saturday
  int iso_year = 1599, iso_week = 52;  // of the year that began on Friday 1 January 1599
  std::int64_t number = days_from_civil(1600, 1, 1);
  while (year < 2400) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int length = month == 2 && leap ? 29 : lengths[month - 1];
    const CivilDate found = civil_from_days(number);
    const IsoWeek week = iso_week_of(number);
    const bool agrees = days_from_civil(year, month, day) == number && found.year == year && found.month == month &&
                        found.day == day && weekday_of(number) == weekday && days_in_month(year, month) == length &&
                        week.year == iso_year && week.week == iso_week &&
                        monday_of(iso_year, iso_week) + weekday - 1 == number;
    if (!agrees) FAIL("disagree on " << year << '-' << month << '-' << day << ", W" << iso_week << " of " << iso_year);
    ++number;
    if (++day > length) {
      day = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
    if (++weekday > 7) {
      weekday = 1;
      ++iso_week;
      // The week that holds 4 January is the first of its year: a Monday from 29 December to 4 January begins it.
      if ((month == 12 && day >= 29) || (month == 1 && day <= 4)) {
        iso_week = 1;
        ++iso_year;
      }
    }
  }
  SUCCEED("292,194 days");
}

TEST_CASE("rounding to the day goes down, before 1970 too", "[core][date]") {
  struct Row {
    const char* why;
    CivilSeconds at;
    std::int64_t day;
    CivilSeconds second;
  };
  const auto row = GENERATE(values<Row>({
      // why                              at                   day  second
      {"the first second of 1970", 0, 0, 0},
      {"the last second of its first day", 86'399, 0, 86'399},
      {"midnight is the next day's", 86'400, 1, 0},
      {"a second before 1970 is of the day before", -1, -1, 86'399},
      {"midnight before 1970 is its own day's", -86'400, -1, 0},
      {"one second before that", -86'401, -2, 86'399},
      {"an open past does not overflow", unbounded_past, unbounded_past / 86'400 - 1, 86'400 + unbounded_past % 86'400},
  }));
  INFO(row.why);
  CHECK(day_number(row.at) == row.day);
  CHECK(second_of_day(row.at) == row.second);
  CHECK(floor_day(row.at) == row.at - row.second);
}

TEST_CASE("floor_div and floor_mod put a number together again", "[core][date][property]") {
  rc::prop("for any number and divisor", [] {
    const std::int64_t a = *rc::gen::inRange(-1'000'000, 1'000'000), b = *rc::gen::inRange(1, 1'000);
    RC_ASSERT(floor_div(a, b) * b + floor_mod(a, b) == a);
    RC_ASSERT(floor_mod(a, b) >= 0);
    RC_ASSERT(floor_mod(a, b) < b);
  });
}

TEST_CASE("a civil second is its date and its clock time", "[core][date]") {
  struct Row {
    const char* why;
    int year, month, day, hour, minute, second;
  };
  const auto row = GENERATE(values<Row>({
      {"the epoch", 1970, 1, 1, 0, 0, 0},
      {"before it", 1969, 12, 31, 23, 59, 59},
      {"29 February", 2016, 2, 29, 6, 30, 15},
      {"44 BC", -43, 3, 15, 12, 0, 0},
      {"the first year of the calendar", -9999, 1, 1, 0, 0, 1},
      {"the last", 9999, 12, 31, 23, 0, 0},
  }));
  INFO(row.why);
  const CivilSeconds at = civil_seconds(row.year, row.month, row.day) + row.hour * 3600 + row.minute * 60 + row.second;
  const CivilTime time = civil_time(at);
  CHECK(time.year == row.year);
  CHECK(time.month == row.month);
  CHECK(time.day == row.day);
  CHECK(time.hour == row.hour);
  CHECK(time.minute == row.minute);
  CHECK(time.second == row.second);
}

TEST_CASE("a year has 53 ISO weeks where its first or its last day is a Thursday", "[core][date]") {
  for (int year = 1600; year < 2400; ++year) {
    const bool thursday =
        weekday_of(days_from_civil(year, 1, 1)) == 4 || weekday_of(days_from_civil(year, 12, 31)) == 4;
    if (weeks_in_year(year) != (thursday ? 53 : 52)) FAIL(year);
  }
  CHECK(monday_of(2016, 0) == monday_of(2015, 53));  // week 0 is the week before week 1
}
