// Days as pages write them, and numbers that are none.
#include "reader/html/date_text.h"

#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"

using namespace annal;

namespace {

std::string iso(const WrittenDay& day) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(day.year) + "-" + two(day.month) + "-" + two(day.day);
}

std::string days_in(const std::string& text, bool month_first = false) {
  std::string out;
  for (const WrittenDay& day : written_days(text, month_first)) out += (out.empty() ? "" : " ") + iso(day);
  return out;
}

}  // namespace

TEST_CASE("a whole day is read however a page writes it", "[reader][html]") {
  struct Row {
    const char *text, *day;
  };
  const auto row = GENERATE(values<Row>({
      {"2016-11-14", "2016-11-14"},
      {"2016/11/14", "2016-11-14"},
      {"20161114", "2016-11-14"},
      {"14.11.2016", "2016-11-14"},
      {"14. 11. 2016", "2016-11-14"},
      {"14/11/2016", "2016-11-14"},
      {"14.11.16", "2016-11-14"},
      {"14 November 2016", "2016-11-14"},
      {"14th November 2016", "2016-11-14"},
      {"14. November 2016", "2016-11-14"},
      {"14 de noviembre de 2016", "2016-11-14"},
      {"14-Nov-2016", "2016-11-14"},
      {"Nov 14, 2016", "2016-11-14"},
      {"November 14th, 2016", "2016-11-14"},
      {"1er novembre 2016", "2016-11-01"},
      {"from 3 May 2014 to 5 May 2014", "2014-05-03 2014-05-05"},
  }));
  INFO(row.text);
  CHECK(days_in(row.text) == row.day);
}

TEST_CASE("what is no whole day of a page's years is none", "[reader][html]") {
  const std::string text = GENERATE(
      values<std::string>({"", "2016", "November 2016", "14 November", "31 February 2016", "2016-13-01",
                           "14 November 1989", "14.11.2101", "doi 10.9/app.6.1.38", "14-11-16", "May 35, 2016"}));
  INFO(text);
  CHECK(days_in(text).empty());
}

TEST_CASE("of two numbers the first is the month only where the page's language says so", "[reader][html]") {
  CHECK(days_in("3/4/2019", false) == "2019-04-03");
  CHECK(days_in("3/4/2019", true) == "2019-03-04");
  CHECK(days_in("13/4/2019", true) == "2019-04-13");
  CHECK(days_in("4/13/2019", false) == "2019-04-13");
}

TEST_CASE("a time belongs to the day that it follows in ISO 8601", "[reader][html]") {
  struct Row {
    const char* text;
    CivilSeconds seconds;  ///< of the day
    bool has_time, utc;
  };
  const auto row = GENERATE(values<Row>({
      {"2016-11-14", 0, false, false},
      {"2016-11-14T06:30", 23400, true, false},
      {"2016-11-14T06:30:15", 23415, true, false},
      {"2016-11-14T06:30:15Z", 23415, true, true},
      {"2016-11-14T06:30:15.123Z", 23415, true, true},
      {"2016-11-14T06:30+00:00", 23400, true, true},
      {"2016-11-14T06:30+01:00", 23400, true, false},
      {"2016-11-14T00:00:00", 0, false, false},
      {"2016-11-14T25:00", 0, false, false},
  }));
  INFO(row.text);
  const auto days = written_days(row.text, false);
  REQUIRE(days.size() == 1);
  CHECK(days[0].at == days_from_civil(2016, 11, 14) * seconds_per_day + row.seconds);
  CHECK(days[0].has_time == row.has_time);
  CHECK(days[0].utc == row.utc);
}

TEST_CASE("the path of a URL names a day only with its year in front", "[reader][html]") {
  struct Row {
    const char *url, *day;
  };
  const auto row = GENERATE(values<Row>({
      {"https://example.org/2016/11/14/bridge.html", "2016-11-14"},
      {"https://example.org/2016-11-14-bridge", "2016-11-14"},
      {"https://example.org/20161114", "2016-11-14"},
      {"/news/2016/11/14/", "2016-11-14"},
      {"https://example.org/12-11-2016/bridge", ""},
      {"https://2016-11-14.example.org/", ""},
      {"https://example.org/bridge#2016-11-14", ""},
      {"https://example.org/2016/11/", ""},
      {"", ""},
  }));
  INFO(row.url);
  const auto day = day_in_url(row.url);
  CHECK((day ? iso(*day) : std::string()) == row.day);
}
