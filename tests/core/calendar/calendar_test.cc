// Calendar values: which seconds they cover, and the borders that week years, seasons, eras and open years have.
#include "core/calendar/calendar.h"

#include <date/date.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

using namespace annal;

namespace {

Interval days(std::int64_t first, std::int64_t past) { return {first * seconds_per_day, past * seconds_per_day}; }

std::string timex_at(int year, int month, int day, Granularity g) {
  return std::string(to_timex(unit_at(days_from_civil(year, month, day) * seconds_per_day, g)).view());
}

CalendarValue value(std::string_view timex) {
  const auto parsed = parse_timex(timex);
  INFO(timex);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("a unit is named by the second that it holds", "[core][date]") {
  struct Row {
    const char* why;
    int year, month, day;
    Granularity g;
    const char* timex;
  };
  const auto row = GENERATE(values<Row>({
      {"Monday begins a week", 2016, 11, 14, Granularity::week, "2016-W46"},
      {"Sunday ends it", 2016, 11, 13, Granularity::week, "2016-W45"},
      {"1 January in the week year before", 2016, 1, 1, Granularity::week, "2015-W53"},
      {"31 December in the week year after", 2018, 12, 31, Granularity::week, "2019-W01"},
      {"a weekend is that of its week", 2016, 11, 16, Granularity::weekend, "2016-W46-WE"},
      {"quarter", 2016, 9, 30, Granularity::quarter, "2016-Q3"},
      {"half", 2016, 7, 1, Granularity::half, "2016-H2"},
      {"winter begins in December", 2016, 12, 1, Granularity::season, "2016-WI"},
      {"and goes on in the new year", 2017, 2, 28, Granularity::season, "2016-WI"},
      {"spring", 2017, 3, 1, Granularity::season, "2017-SP"},
      {"decade", 1999, 12, 31, Granularity::decade, "199"},
      {"century by digits", 1900, 1, 1, Granularity::century, "19"},
      {"millennium by digits", 1999, 1, 1, Granularity::millennium, "1"},
      {"44 BC", -43, 3, 15, Granularity::day, "BC0044-03-15"},
      {"the decade of 44 BC", -43, 3, 15, Granularity::decade, "BC004"},
      {"the first decade has nine years", 1, 1, 1, Granularity::decade, "000"},
      {"and so has the last before Christ", 0, 12, 31, Granularity::decade, "BC000"},
      {"the century of 44 BC", -43, 3, 15, Granularity::century, "BC00"},
      {"that of 400 BC", -399, 1, 1, Granularity::century, "BC03"},
      {"that of 401 BC", -400, 1, 1, Granularity::century, "BC04"},
      {"the millennium of 1000 BC", -999, 1, 1, Granularity::millennium, "BC0"},
      {"the decade of 430 BC", -429, 1, 1, Granularity::decade, "BC043"},
      {"the decade of 429 BC", -428, 1, 1, Granularity::decade, "BC042"},
  }));
  INFO(row.why);
  CHECK(timex_at(row.year, row.month, row.day, row.g) == row.timex);
}

TEST_CASE("a value covers its days", "[core][date]") {
  struct Row {
    const char* timex;
    int year, month, day;  // first day
    int past_year, past_month, past_day;
  };
  const auto row = GENERATE(values<Row>({
      {"2016", 2016, 1, 1, 2017, 1, 1},
      {"2016-02", 2016, 2, 1, 2016, 3, 1},
      {"2016-W45", 2016, 11, 7, 2016, 11, 14},
      {"2016-W45-WE", 2016, 11, 12, 2016, 11, 14},
      {"2015-W53", 2015, 12, 28, 2016, 1, 4},
      {"2016-W45-3", 2016, 11, 9, 2016, 11, 10},
      {"2016-Q4", 2016, 10, 1, 2017, 1, 1},
      {"2016-H1", 2016, 1, 1, 2016, 7, 1},
      {"1997-WI", 1997, 12, 1, 1998, 3, 1},
      {"1997-SP", 1997, 3, 1, 1997, 6, 1},
      {"199", 1990, 1, 1, 2000, 1, 1},
      {"18", 1800, 1, 1, 1900, 1, 1},
      {"2", 2000, 1, 1, 3000, 1, 1},
      {"000", 1, 1, 1, 10, 1, 1},
      {"BC000", -8, 1, 1, 1, 1, 1},
      {"BC001", -18, 1, 1, -8, 1, 1},
      {"BC04", -499, 1, 1, -399, 1, 1},
      {"BC00", -99, 1, 1, 1, 1, 1},
      {"BC1", -1999, 1, 1, -999, 1, 1},
      {"BC0044", -43, 1, 1, -42, 1, 1},
      {"FY2017-Q3", 2017, 7, 1, 2017, 10, 1},
      {"2016-XX", 2016, 1, 1, 2017, 1, 1},
      {"2016-XX-XX", 2016, 1, 1, 2017, 1, 1},
      {"2016-11-XX", 2016, 11, 1, 2016, 12, 1},
      {"2016-WXX", 2016, 1, 4, 2017, 1, 2},
      {"2016-QX", 2016, 1, 1, 2017, 1, 1},
      {"9999-12-31", 9999, 12, 31, 10000, 1, 1},
  }));
  INFO(row.timex);
  CHECK(interval_of(value(row.timex)) == days(days_from_civil(row.year, row.month, row.day),
                                              days_from_civil(row.past_year, row.past_month, row.past_day)));
}

TEST_CASE("a value of an open year counts from its 1 January, in a year of 365 days", "[core][date]") {
  CHECK(interval_of(value("XXXX-01-01")) == days(0, 1));
  CHECK(interval_of(value("XXXX-11-14")) == days(317, 318));
  CHECK(interval_of(value("XXXX-12-31")) == days(364, 365));
  CHECK(interval_of(value("XXXX-02")) == days(31, 59));
  CHECK(interval_of(value("XXXX-SU")) == days(151, 243));
  CHECK(interval_of(value("XXXX-WI")) == days(334, 365 + 59));
  CHECK(interval_of(value("XXXX-Q4")) == days(273, 365));
  CHECK(interval_of(value("XXXX-11-14T06:30")) == Interval{317 * 86400 + 23400, 317 * 86400 + 23460});
}

TEST_CASE("a week of an open year covers every day that it can have", "[core][date]") {
  for (const int week : {1, 2, 26, 51, 52}) {
    CalendarValue open;
    open.granularity = Granularity::week;
    open.week = static_cast<std::int8_t>(week);
    const Interval cover = interval_of(open);
    std::int64_t earliest = 1000, latest = -1000;
    for (int year = 1600; year < 2000; ++year) {
      const std::int64_t first = monday_of(year, week) - days_from_civil(year, 1, 1);
      earliest = std::min(earliest, first);
      latest = std::max(latest, first);
    }
    CHECK(cover == days(earliest, latest + 7));
  }
}

TEST_CASE("what nothing fixes is unbounded", "[core][date]") {
  for (const char* timex : {"XXXX-WXX-2", "XXXX", "XXXX-XX", "XXXX-XX-XX", "XXXX-WXX", "XXXX-QX", "XXXX-XX-XXT06:30",
                            "XXXX-XX-14", "T0630"}) {
    INFO(timex);
    CHECK(interval_of(value(timex)) == Interval{});
  }
}

TEST_CASE("clock times and parts of the day lie in their day, the night in the next morning too", "[core][date]") {
  const CivilSeconds start = days_from_civil(2016, 11, 14) * seconds_per_day;
  CHECK(interval_of(value("2016-11-14T06")) == Interval{start + 6 * 3600, start + 7 * 3600});
  CHECK(interval_of(value("2016-11-14T06:30")) == Interval{start + 23400, start + 23460});
  CHECK(interval_of(value("2016-11-14T06:30:15")) == Interval{start + 23415, start + 23416});
  CHECK(interval_of(value("2016-11-14T24:00")) == Interval{start + 86400, start + 86460});
  CHECK(interval_of(value("2016-11-14TMO")) == Interval{start, start + 12 * 3600});
  CHECK(interval_of(value("2016-11-14TNI")) == Interval{start + 18 * 3600, start + 30 * 3600});
  CHECK(to_timex(unit_at(start + 2 * 3600, Granularity::part_of_day)).view() == "2016-11-13TNI");
  CHECK(to_timex(unit_at(start + 22 * 3600, Granularity::part_of_day)).view() == "2016-11-14TNI");
  CHECK(to_timex(unit_at(start + 9 * 3600, Granularity::part_of_day)).view() == "2016-11-14TMO");
  CHECK(to_timex(unit_at(start + 18 * 3600 + 61, Granularity::second)).view() == "2016-11-14T18:01:01");
}

TEST_CASE("a value is refused where the calendar has no such day", "[core][date]") {
  for (const char* timex : {"2015-02-29", "2016-02-30", "2016-13", "2016-00", "2016-11-31", "2014-W53", "2016-Q5",
                            "2016-H3", "2016-11-14T25:00", "2016-11-14T24:01", "2016-11-14T06:60", "XXXX-02-30",
                            "1900-02-29", "2016-W00", "2016-W45-8"}) {
    INFO(timex);
    CHECK_FALSE(parse_timex(timex));
  }
  for (const char* timex : {"2016-02-29", "2000-02-29", "2015-W53", "XXXX-02-29", "XXXX-W53", "2016-11-14T24:00"}) {
    INFO(timex);
    CHECK(parse_timex(timex));
  }
}

TEST_CASE("every unit holds the second that it was asked for", "[core][date][property]") {
  rc::prop("for any second of 19,990 years", [] {
    const CivilSeconds at = seconds_per_day * *rc::gen::inRange(-4'368'000, 2'932'000) +
                            *rc::gen::inRange<CivilSeconds>(0, seconds_per_day);
    for (auto g = Granularity::second; g < Granularity::none; g = static_cast<Granularity>(static_cast<int>(g) + 1)) {
      if (g == Granularity::weekend) continue;  // a Wednesday lies in no weekend
      const CalendarValue unit = unit_at(at, g);
      RC_ASSERT(valid(unit));
      RC_ASSERT(unit.granularity == g);
      const Interval cover = interval_of(unit);
      RC_ASSERT(cover.begin <= at);
      RC_ASSERT(at < cover.end);
    }
  });
}

TEST_CASE("past the limits there is no unit", "[core][date]") {
  const CivilSeconds floor = days_from_civil(-29999, 1, 1) * seconds_per_day;
  const CivilSeconds ceiling = days_from_civil(10000, 1, 1) * seconds_per_day;
  for (auto g = Granularity::second; g < Granularity::none; g = static_cast<Granularity>(static_cast<int>(g) + 1)) {
    for (const CivilSeconds at : {unbounded_past, floor - 1, ceiling, unbounded_future})
      CHECK(unit_at(at, g) == CalendarValue{});
    for (const CivilSeconds at : {floor, ceiling - 1}) {
      const CalendarValue unit = unit_at(at, g);
      CHECK((unit == CalendarValue{} || valid(unit)));
    }
  }
}
