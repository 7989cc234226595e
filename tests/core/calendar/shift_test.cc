// Arithmetic by calendar units: borders as a table, and the laws that make units a line.
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"

using namespace annal;

namespace {

std::string text(const std::optional<CalendarValue>& value) {
  return value ? std::string(to_timex(*value).view()) : "none";
}

constexpr Granularity tiling[] = {
    Granularity::second, Granularity::minute,  Granularity::hour,      Granularity::day,  Granularity::week,
    Granularity::month,  Granularity::quarter, Granularity::season,    Granularity::half, Granularity::year,
    Granularity::decade, Granularity::century, Granularity::millennium};

CalendarValue any_unit() {
  const Granularity g = *rc::gen::elementOf(std::vector<Granularity>(std::begin(tiling), std::end(tiling)));
  return unit_at(
      seconds_per_day * *rc::gen::inRange(-4'000'000, 2'500'000) + *rc::gen::inRange<CivilSeconds>(0, seconds_per_day),
      g);
}

}  // namespace

TEST_CASE("a unit moves by its own granularity", "[core][date]") {
  struct Row {
    const char* why;
    const char* from;
    std::int64_t n;
    const char* to;
  };
  const auto row = GENERATE(values<Row>({
      {"week over the new year", "2016-W01", -1, "2015-W53"},
      {"week over the new year", "2016-W52", 1, "2017-W01"},
      {"weekend", "2016-W45-WE", 1, "2016-W46-WE"},
      {"day over a leap day", "2016-02-28", 1, "2016-02-29"},
      {"day over no leap day", "2015-02-28", 1, "2015-03-01"},
      {"month", "2016-11", 2, "2017-01"},
      {"quarter", "2016-Q1", -1, "2015-Q4"},
      {"fiscal quarter", "FY2017-Q4", 1, "FY2018-Q1"},
      {"half", "2016-H2", 1, "2017-H1"},
      {"season", "2016-WI", 1, "2017-SP"},
      {"season back", "2016-SP", -1, "2015-WI"},
      {"no year 0 between 1 BC and 1 AD", "BC0001", 1, "0001"},
      {"nor between the decades", "BC000", 1, "000"},
      {"nor between the centuries", "00", -1, "BC00"},
      {"decade", "199", 1, "200"},
      {"century", "18", -1, "17"},
      {"minute over midnight", "2016-12-31T23:59", 1, "2017-01-01T00:00"},
      {"24:00 is the next day's start", "2016-12-31T24:00", 1, "2017-01-01T00:01"},
      {"the next morning", "2016-11-14TMO", 1, "2016-11-15TMO"},
      {"an open year stays open", "XXXX-11-14", 3, "XXXX-11-17"},
      {"and wraps", "XXXX-12-31", 1, "XXXX-01-01"},
      {"and wraps back", "XXXX-01-01", -1, "XXXX-12-31"},
      {"an open leap day steps to March", "XXXX-02-29", 1, "XXXX-03-01"},
      {"and back to 28 February", "XXXX-02-29", -1, "XXXX-02-28"},
      {"open months wrap", "XXXX-11", 3, "XXXX-02"},
      {"open seasons wrap", "XXXX-WI", 1, "XXXX-SP"},
      {"open weeks wrap", "XXXX-W52", 1, "XXXX-W01"},
      {"past the limit", "9999-12-31", 1, "none"},
      {"past the limit", "9999-Q4", 1, "none"},
      {"the year alone is open", "XXXX", 1, "none"},
      {"a weekday of no week", "XXXX-WXX-2", 1, "none"},
      {"an open month", "2016-XX", 1, "none"},
      {"a huge count", "2016", 4'000'000'000'000'000'000, "none"},
      {"a huge count back", "2016-11-14", INT64_MIN, "none"},
      {"nothing", "XXXX-WXX-2", 0, "XXXX-WXX-2"},
  }));
  INFO(row.why << ": " << row.from << " by " << row.n);
  CHECK(text(shift(parse_timex(row.from).value(), row.n)) == row.to);
}

TEST_CASE("a value moves by another unit and keeps its place and its granularity", "[core][date]") {
  struct Row {
    const char* why;
    const char* from;
    std::int64_t n;
    Granularity unit;
    const char* to;
  };
  const auto row = GENERATE(values<Row>({
      {"29 February has no anniversary", "2016-02-29", 1, Granularity::year, "2017-02-28"},
      {"but a fourth one", "2016-02-29", 4, Granularity::year, "2020-02-29"},
      {"31 March has no 31 February", "2014-03-31", -1, Granularity::month, "2014-02-28"},
      {"weeks of a day", "2016-11-14", 2, Granularity::week, "2016-11-28"},
      {"quarter of a day", "2016-11-30", 1, Granularity::quarter, "2017-02-28"},
      {"decade of a day", "2016-11-14", -1, Granularity::decade, "2006-11-14"},
      {"year of a month", "2016-11", -1, Granularity::year, "2015-11"},
      {"year of a quarter", "2016-Q3", -1, Granularity::year, "2015-Q3"},
      {"half of a quarter", "2016-Q3", 1, Granularity::half, "2017-Q1"},
      {"year of a season", "2016-SU", 1, Granularity::year, "2017-SU"},
      {"year of a week", "2016-W45", -1, Granularity::year, "2015-W45"},
      {"week 53 in a year of 52", "2015-W53", 1, Granularity::year, "2016-W52"},
      {"month of a week", "2016-W45", 1, Granularity::month, "2016-W49"},
      {"decade of a year", "2016", -2, Granularity::decade, "1996"},
      {"century of a decade", "199", -1, Granularity::century, "189"},
      {"hours of a minute", "2016-11-14T23:30", 2, Granularity::hour, "2016-11-15T01:30"},
      {"month of a time", "2016-01-31T06:30", 1, Granularity::month, "2016-02-29T06:30"},
      {"week of a part of the day", "2016-11-14TEV", -1, Granularity::week, "2016-11-07TEV"},
      {"open month", "XXXX-11-14", 2, Granularity::month, "XXXX-01-14"},
      {"leaving an open year", "XXXX-11-14", 1, Granularity::year, "none"},
      {"a finer unit than the value", "2016-11", 3, Granularity::day, "none"},
      {"a finer unit than the value", "2016", 1, Granularity::month, "none"},
      {"a finer unit than the value", "199", 1, Granularity::year, "none"},
      {"a finer unit than the value", "2016-11-14", 1, Granularity::hour, "none"},
      {"past the limit", "2016-11-14", 8, Granularity::millennium, "none"},
  }));
  INFO(row.why << ": " << row.from << " by " << row.n);
  CHECK(text(shift(parse_timex(row.from).value(), row.n, row.unit)) == row.to);
}

TEST_CASE("units tile the line", "[core][date][property]") {
  rc::prop("the next begins where this one ends", [] {
    const CalendarValue unit = any_unit();
    const auto next = shift(unit, 1);
    RC_ASSERT(next);
    RC_ASSERT(interval_of(*next).begin == interval_of(unit).end);
  });
}

TEST_CASE("a shift there and back is where it began", "[core][date][property]") {
  rc::prop("for any unit and count", [] {
    const CalendarValue unit = any_unit();
    const std::int64_t n = *rc::gen::inRange<std::int64_t>(-200'000, 200'000);
    const auto there = shift(unit, n);
    if (!there) return;
    RC_ASSERT(shift(*there, -n) == std::optional(unit));
  });
}

TEST_CASE("shifts add up", "[core][date][property]") {
  rc::prop("for any unit", [] {
    const CalendarValue unit = any_unit();
    const std::int64_t a = *rc::gen::inRange<std::int64_t>(-500, 500);
    const std::int64_t b = *rc::gen::inRange<std::int64_t>(-500, 500);
    const auto once = shift(unit, a);
    RC_PRE(once.has_value());
    const auto twice = shift(*once, b);
    RC_PRE(twice.has_value());
    RC_ASSERT(shift(unit, a + b) == twice);
  });
}

TEST_CASE("a shift by a larger unit never skips one", "[core][date][property]") {
  rc::prop("a day n months later lies in the n-th month after its own", [] {
    const CivilSeconds at = seconds_per_day * *rc::gen::inRange(-3'000'000, 2'000'000);
    const std::int64_t n = *rc::gen::inRange<std::int64_t>(-1'000, 1'000);
    const auto moved = shift(unit_at(at, Granularity::day), n, Granularity::month);
    RC_ASSERT(moved);
    RC_ASSERT(unit_at(interval_of(*moved).begin, Granularity::month) == shift(unit_at(at, Granularity::month), n));
  });
}
