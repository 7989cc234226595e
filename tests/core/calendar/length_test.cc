// Lengths of time: their TIMEX3 values, how many seconds they may be, and the sum of two.
#include "core/calendar/length.h"

#include <catch2/catch.hpp>
#include <string>

using namespace annal;

namespace {

constexpr std::int64_t day = seconds_per_day;

Length length(std::int64_t thousandths, Granularity unit) { return {.thousandths = thousandths, .unit = unit}; }

}  // namespace

TEST_CASE("a length is written as TIMEX3 and bounds its seconds", "[core][date]") {
  struct Row {
    const char* why;
    Length length;
    const char* value;
    std::int64_t least, most;
  };
  const auto row = GENERATE(values<Row>({
      {"days", length(3'000, Granularity::day), "P3D", 3 * day, 3 * day},
      {"hours stand behind the T", length(5'000, Granularity::hour), "PT5H", 18'000, 18'000},
      {"a month has 28 to 31 days", length(1'000, Granularity::month), "P1M", 28 * day, 31 * day},
      {"minutes are M, too, but of the clock", length(90'000, Granularity::minute), "PT90M", 5'400, 5'400},
      {"a year has 365 or 366 days", length(1'000, Granularity::year), "P1Y", 365 * day, 366 * day},
      {"a half", length(500, Granularity::hour), "PT0.5H", 1'800, 1'800},
      {"no trailing zeros", length(2'250, Granularity::week), "P2.25W", 7 * day * 9 / 4, 7 * day * 9 / 4},
      {"decades are told in years", length(2'000, Granularity::decade), "P20Y", 7'304 * day, 7'306 * day},
      {"a weekend is two days", length(1'000, Granularity::weekend), "P2D", 2 * day, 2 * day},
      {"seasons are told in months", length(1'000, Granularity::season), "P3M", 89 * day, 92 * day},
      {"quarters have a letter", length(3'000, Granularity::quarter), "P3Q", 270 * day, 276 * day},
  }));
  INFO(row.why);
  CHECK(std::string(to_timex(row.length).view()) == row.value);
  CHECK(seconds_of(row.length) == Interval{row.least, row.most});
}

TEST_CASE("an open length is at least two of its unit", "[core][date]") {
  struct Row {
    Granularity unit;
    const char* value;
    std::int64_t least;
  };
  const auto row = GENERATE(values<Row>({
      {Granularity::day, "PXD", 2 * day},
      {Granularity::minute, "PTXM", 120},
      {Granularity::decade, "PXDE", 7'304 * day},
      {Granularity::century, "PXCE", 73'048 * day},
  }));
  const Length several{.unit = row.unit, .open = true};
  CHECK(std::string(to_timex(several).view()) == row.value);
  CHECK(seconds_of(several) == Interval{row.least, unbounded_future});
}

TEST_CASE("lengths add up, side by side where ISO 8601 has a form for that", "[core][date]") {
  struct Row {
    const char* why;
    Length first, second;
    const char* value;
  };
  const auto row = GENERATE(values<Row>({
      {"years and months", length(3'000, Granularity::year), length(4'000, Granularity::month), "P3Y4M"},
      {"days and hours", length(2'000, Granularity::day), length(3'000, Granularity::hour), "P2DT3H"},
      {"hours and minutes", length(1'000, Granularity::hour), length(30'000, Granularity::minute), "PT1H30M"},
      {"weeks count in days", length(2'000, Granularity::week), length(3'000, Granularity::day), "P17D"},
      {"centuries count in years", length(1'000, Granularity::century), length(50'000, Granularity::year), "P150Y"},
  }));
  INFO(row.why);
  CHECK(std::string(to_timex(sum_of(row.first, row.second)).view()) == row.value);
}

TEST_CASE("a sum is as long as its parts", "[core][date]") {
  const Length year_and_month = sum_of(length(1'000, Granularity::year), length(1'000, Granularity::month));
  CHECK(seconds_of(year_and_month) == Interval{(365 + 28) * day, (366 + 31) * day});
  const Length with_days = sum_of(year_and_month, length(2'000, Granularity::day));
  CHECK(std::string(to_timex(with_days).view()) == "P1Y1M2D");
  CHECK(seconds_of(with_days) == Interval{(365 + 28 + 2) * day, (366 + 31 + 2) * day});
}

TEST_CASE("a length past all calendars is cut", "[core][date]") {
  CHECK(seconds_of(length(9'000'000'000, Granularity::millennium)).begin == 20'000LL * 366 * day);
}
