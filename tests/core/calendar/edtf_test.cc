#include "core/calendar/edtf.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/calendar/civil.h"

using namespace annal;

namespace {

std::string text_of(Interval interval) {
  const std::string first = interval.begin == unbounded_past ? ".." : iso_text(interval.begin, false);
  const std::string last = interval.end == unbounded_future ? ".." : iso_text(interval.end - 1, false);
  return first == last ? first : first + "/" + last;
}

}  // namespace

TEST_CASE("EDTF is read as the days that it covers", "[core][date]") {
  struct Row {
    const char *edtf, *days;
    bool range;
  };
  const auto row = GENERATE(values<Row>({
      {"2016-11-14", "2016-11-14", false},
      {"2016-11", "2016-11-01/2016-11-30", false},
      {"2016", "2016-01-01/2016-12-31", false},
      {"2016-11-14?", "2016-11-14", false},
      {"2016~", "2016-01-01/2016-12-31", false},
      {"199X", "1990-01-01/1999-12-31", false},
      {"18XX", "1800-01-01/1899-12-31", false},
      {"2XXX", "2000-01-01/2999-12-31", false},
      {"2016-21", "2016-03-01/2016-05-31", false},
      {"2016-24", "2016-12-01/2017-02-28", false},
      {"2016-33", "2016-01-01/2016-03-31", false},
      {"2016-41", "2016-07-01/2016-12-31", false},
      {"2016-XX", "2016-01-01/2016-12-31", false},
      {"2016-W45", "2016-11-07/2016-11-13", false},
      {"2016-W45-1", "2016-11-07", false},
      {"-0043-03-15", "-0043-03-15", false},
      {"-0043", "-0043-01-01/-0043-12-31", false},
      {"0000", "0000-01-01/0000-12-31", false},
      {"Y-10499", "-10499-01-01/-10499-12-31", false},
      {"-10499-02-03", "-10499-02-03", false},
      {"20161114", "2016-11-14", false},
      {"2016-11-14T06:30:00+01:00", "2016-11-14", false},
      {"2014/2016", "2014-01-01/2016-12-31", true},
      {"2016-11-12~/2016-11-13~", "2016-11-12/2016-11-13", true},
      {"../2016", "../2016-12-31", true},
      {"2014/..", "2014-01-01/..", true},
      {"2014/", "2014-01-01/..", true},
      {"2014-02/2016-11-14", "2014-02-01/2016-11-14", true},
      {"[2017-03-01..2017-03-10]", "2017-03-01/2017-03-10", false},
      {"[..2013-12-31]", "../2013-12-31", false},
      {"[2015..]", "2015-01-01/..", false},
  }));
  INFO(row.edtf);
  const auto date = parse_edtf(row.edtf);
  REQUIRE(date);
  CHECK(text_of(date->interval) == row.days);
  CHECK(date->range == row.range);
  CHECK_FALSE(date->open_year);
}

TEST_CASE("A qualifier of EDTF says what it leaves in doubt", "[core][date]") {
  CHECK(parse_edtf("2016?")->uncertain);
  CHECK_FALSE(parse_edtf("2016?")->approximate);
  CHECK(parse_edtf("2016~")->approximate);
  CHECK(parse_edtf("2016%")->approximate);
  CHECK(parse_edtf("2016%")->uncertain);
  CHECK(parse_edtf("2014/2016~")->approximate);
}

TEST_CASE("EDTF without a year is read in the open year", "[core][date]") {
  for (const char* text : {"XXXX-11-14", "XXXX-11", "[XXXX-03-01..XXXX-03-10]"}) {
    INFO(text);
    REQUIRE(parse_edtf(text));
    CHECK(parse_edtf(text)->open_year);
  }
}

TEST_CASE("What is no EDTF is not read", "[core][date]") {
  for (const char* text : {
           "",
           "..",
           "../..",
           "/",
           "[]",
           "[..]",
           "2016-13",
           "2016-17",
           "2016-02-30",
           "2016/2014",
           "2016-11-14T25:00:00",
           "12016",
           "Y12016",
           "201",
           "14 Nov 2016",
           "2016-11-14 06:30",
           "XXXX",
           "XXXX-XX-14T06:30:00",
           "2016?~",
           "X016",
           "2016/XXXX-11",
           "[2016",
           "2014/2015/2016",
           "199X-11",
       }) {
    INFO(text);
    CHECK_FALSE(parse_edtf(text));
  }
}

TEST_CASE("EDTF that is written is read back to the same interval", "[core][date][property]") {
  rc::prop("for units of every granularity, whole or in part, before Christ too", [] {
    const CivilSeconds at = *rc::gen::inRange<CivilSeconds>(-4'371'000, 2'932'000) * seconds_per_day +
                            *rc::gen::inRange<CivilSeconds>(0, seconds_per_day);
    const auto g = *rc::gen::element(Granularity::second, Granularity::minute, Granularity::day, Granularity::weekend,
                                     Granularity::week, Granularity::month, Granularity::quarter, Granularity::season,
                                     Granularity::half, Granularity::year, Granularity::decade, Granularity::century,
                                     Granularity::millennium);
    const CalendarValue value = unit_at(at, g);
    RC_PRE(valid(value));
    Interval whole = interval_of(value);
    const auto mod = *rc::gen::element(Mod::none, Mod::approx, Mod::start, Mod::on_or_before, Mod::on_or_after);
    if (mod == Mod::start && whole.end - whole.begin > 3 * seconds_per_day)
      whole.end = whole.begin + (whole.end - whole.begin) / seconds_per_day / 3 * seconds_per_day;
    const std::string text = to_edtf(value, mod, whole);
    const auto read = parse_edtf(text);
    RC_LOG(text);
    RC_ASSERT(read.has_value());
    Interval expected = whole;
    if (mod == Mod::approx && g < Granularity::day)
      expected = {floor_day(whole.begin), floor_day(whole.begin) + seconds_per_day};
    const bool side = mod == Mod::on_or_before || mod == Mod::on_or_after;
    if (side && g < Granularity::day) expected = {floor_day(whole.begin), floor_day(whole.begin) + seconds_per_day};
    if (mod == Mod::on_or_before) expected.begin = unbounded_past;
    if (mod == Mod::on_or_after) expected.end = unbounded_future;
    // A second on the full minute is that minute.
    if (!side && mod != Mod::approx && g == Granularity::second && whole.begin % 60 == 0)
      expected.end = whole.begin + 60;
    RC_ASSERT(read->interval == expected);
  });
}

TEST_CASE("No bytes crash the reader of EDTF, and what it reads holds something", "[core][date][property]") {
  rc::prop("for any string over its alphabet", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789XYTW:+-/.[]~?%Z")));
    if (const auto date = parse_edtf(text)) RC_ASSERT(date->interval.begin < date->interval.end);
  });
}
