// Values as text and back: TIMEX3, ISO 8601 and EDTF.
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"

using namespace annal;

namespace {

std::string reread(std::string_view timex) {
  const auto value = parse_timex(timex);
  return value ? std::string(to_timex(*value).view()) : "none";
}

/// Any valid value, with parts left open here and there.
CalendarValue any_value() {
  const auto g = static_cast<Granularity>(*rc::gen::inRange(0, static_cast<int>(Granularity::none)));
  CalendarValue v = unit_at(
      seconds_per_day * *rc::gen::inRange(-4'000'000, 2'900'000) + *rc::gen::inRange<CivilSeconds>(0, seconds_per_day),
      g);
  const bool by_digits = g == Granularity::decade || g == Granularity::century || g == Granularity::millennium;
  if (!by_digits && *rc::gen::inRange(0, 3) == 0) v.year = CalendarValue::no_year;
  const bool has_fiscal = g == Granularity::year || g == Granularity::half || g == Granularity::quarter;
  if (has_fiscal && (v.year > 0 || v.year == CalendarValue::no_year)) v.fiscal = *rc::gen::arbitrary<bool>();
  for (std::int8_t* field : {&v.month, &v.day, &v.week, &v.quarter, &v.half, &v.hour, &v.minute, &v.second}) {
    if (*field != CalendarValue::open && *rc::gen::inRange(0, 5) == 0) *field = CalendarValue::open;
  }
  if (g <= Granularity::day && v.month == CalendarValue::open && v.day == CalendarValue::open &&
      *rc::gen::arbitrary<bool>()) {
    v.weekday = static_cast<std::int8_t>(*rc::gen::inRange(1, 8));
  }
  if (g < Granularity::part_of_day && *rc::gen::arbitrary<bool>())
    v.offset = static_cast<std::int16_t>(*rc::gen::inRange(-18 * 60, 18 * 60 + 1));
  return v;
}

}  // namespace

TEST_CASE("a value written as TIMEX3 and read again is the same value", "[core][date][property]") {
  rc::prop("for values of every granularity, with parts left open", [] {
    const CalendarValue value = any_value();
    RC_ASSERT(valid(value));
    RC_ASSERT(parse_timex(to_timex(value)) == std::optional(value));
  });
}

TEST_CASE("TIMEX3 values are read as they are written", "[core][date]") {
  for (const char* timex : {"2016-11-14",
                            "2016-11",
                            "2016",
                            "2016-W45",
                            "2016-W45-WE",
                            "2016-Q3",
                            "2016-H1",
                            "2016-SP",
                            "2016-SU",
                            "2016-FA",
                            "2016-WI",
                            "199",
                            "18",
                            "2",
                            "BC0044",
                            "BC0044-03-15",
                            "BC004",
                            "BC04",
                            "FY2017",
                            "FY2017-Q3",
                            "XXXX-11-14",
                            "XXXX-WXX-2",
                            "XXXX-SU",
                            "XXXX-XX-14",
                            "2016-XX",
                            "2016-QX",
                            "2016-WXX",
                            "2016-11-14T06",
                            "2016-11-14T06:30",
                            "2016-11-14T06:30:15",
                            "2016-11-14TMO",
                            "2016-11-14TMI",
                            "2016-11-14TAF",
                            "2016-11-14TEV",
                            "2016-11-14TNI",
                            "2016-11-14TDT",
                            "2016-11-14T06:30+01:00",
                            "2016-11-14T06:30-05:30",
                            "2016-11-14T06:30Z",
                            "XXXX-XX-XXT06:30",
                            "XXXX-WXX-2TNI",
                            "2016-11-14T24:00",
                            "BC10000"}) {
    CHECK(reread(timex) == timex);
  }
}

TEST_CASE("the usual variants of TIMEX3 values are read too", "[core][date]") {
  struct Row {
    const char* variant;
    const char* timex;
  };
  const auto row = GENERATE(values<Row>({
      {"2016-W45-3", "2016-11-09"},
      {"2016-W45-3T06:30", "2016-11-09T06:30"},
      {"2016-W5", "2016-W05"},
      {"T0630", "XXXX-XX-XXT06:30"},
      {"T06:30", "XXXX-XX-XXT06:30"},
      {"TMO", "XXXX-XX-XXTMO"},
      {"2016-11-14T0630", "2016-11-14T06:30"},
      {"2016-11-14T06:30+0100", "2016-11-14T06:30+01:00"},
      {"2016-11-14T06:30+01", "2016-11-14T06:30+01:00"},
      {"2016-11-14T06:30+00:00", "2016-11-14T06:30Z"},
      {"199X", "199"},
      {"19XX", "19"},
      {"1XXX", "1"},
      {"0000", "BC0001"},
  }));
  CHECK(reread(row.variant) == row.timex);
}

TEST_CASE("what is no value of the calendar is refused", "[core][date]") {
  for (const char* text : {"",
                           "P3D",
                           "PT5H",
                           "PAST_REF",
                           "PRESENT_REF",
                           "FUTURE_REF",
                           "null",
                           "2016-",
                           "2016-1",
                           "2016-11-",
                           "2016-11-1",
                           "20161114",
                           "2016-11-14T",
                           "2016-11-14T6",
                           "2016-11-14X",
                           "2016 ",
                           " 2016",
                           "X",
                           "XX",
                           "XXX",
                           "1X9X",
                           "19X",
                           "BC",
                           "BC0000",
                           "FY0000",
                           "BCXXXX",
                           "FY",
                           "FY17",
                           "FY199X",
                           "2016-Q",
                           "2016-W",
                           "2016-W45-W",
                           "12345",
                           "-2016",
                           "2016-11-14T06:30+",
                           "2016-11-14T06:30+1",
                           "2016-11-14T06:30+01:",
                           "199-",
                           "2016-11-14T06:30+19:00",
                           "T",
                           "-",
                           "2016-11-14TXX:30:15:00"}) {
    INFO(text);
    CHECK_FALSE(parse_timex(text));
  }
}

TEST_CASE("no bytes crash the readers", "[core][date][property]") {
  rc::prop("for any bytes, and for any string over the alphabet of values", [] {
    const auto bytes = *rc::gen::arbitrary<std::string>();
    const auto close = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789XTWQHFYBCSPU:+-Z")));
    for (const std::string& text : {bytes, close}) {
      if (const auto value = parse_timex(text)) RC_ASSERT(valid(*value));
      if (const auto value = parse_iso(text)) RC_ASSERT(valid(*value));
    }
  });
}

TEST_CASE("ISO 8601 dates are read as a user types them", "[core][date]") {
  struct Row {
    const char* typed;
    const char* timex;
  };
  const auto row = GENERATE(values<Row>({
      {"2016", "2016"},
      {"2016-11", "2016-11"},
      {"2016-11-14", "2016-11-14"},
      {"20161114", "2016-11-14"},
      {"2016-11-14T06:30", "2016-11-14T06:30"},
      {"2016-11-14T06:30:15", "2016-11-14T06:30:15"},
      {"2016-11-14T06:30:15.123Z", "2016-11-14T06:30:15Z"},
      {"2016-11-14T06:30Z", "2016-11-14T06:30Z"},
      {"2016-11-14T06:30+01:00", "2016-11-14T06:30+01:00"},
      {"2016-11-14T06:30-0500", "2016-11-14T06:30-05:00"},
      {"20161114T063015", "2016-11-14T06:30:15"},
      {"-0043-03-15", "BC0044-03-15"},
      {"0000", "BC0001"},
      {"2016-02-29", "2016-02-29"},
  }));
  INFO(row.typed);
  const auto value = parse_iso(row.typed);
  REQUIRE(value);
  CHECK(to_timex(*value).view() == row.timex);
}

TEST_CASE("what is no ISO 8601 date is refused", "[core][date]") {
  for (const char* typed : {"",
                            "16",
                            "201",
                            "2016-",
                            "2016-13",
                            "2016-00",
                            "2016-02-30",
                            "2015-02-29",
                            "2016-11-00",
                            "201611",
                            "2016-1114",
                            "201611-14",
                            "14.11.2016",
                            "11/14/2016",
                            "2016-11-14 06:30",
                            "2016-11-14T",
                            "2016-11-14T25:00",
                            "2016-11-14T06",
                            "2016-11-14T06:30:",
                            "2016-11-14T06:30+",
                            "2016-11-14T06:30:15.",
                            "today",
                            "2016-11-14x",
                            "--2016",
                            "12016-01-01",
                            "2016-11T06:30"}) {
    INFO(typed);
    CHECK_FALSE(parse_iso(typed));
  }
}

TEST_CASE("civil seconds print as ISO 8601", "[core][date]") {
  const CivilSeconds day = days_from_civil(2016, 11, 14) * seconds_per_day;
  CHECK(iso_text(day, false) == "2016-11-14");
  CHECK(iso_text(day + 23'415, true) == "2016-11-14T06:30:15");
  CHECK(iso_text(-1, true) == "1969-12-31T23:59:59");
  CHECK(iso_text(days_from_civil(-43, 3, 15) * seconds_per_day, false) == "-0043-03-15");
  CHECK(iso_text(days_from_civil(0, 1, 1) * seconds_per_day, false) == "0000-01-01");
  CHECK(iso_text(days_from_civil(12'014, 1, 1) * seconds_per_day, false) == "12014-01-01");
}

TEST_CASE("an ISO date printed and read again is the same day", "[core][date][property]") {
  rc::prop("within the limits", [] {
    const std::int64_t days = *rc::gen::inRange(-4'371'000, 2'932'000);
    RC_ASSERT(parse_iso(iso_text(days * seconds_per_day, false)) == std::optional(day_value(days)));
  });
}

TEST_CASE("values are written as EDTF", "[core][date]") {
  struct Row {
    const char* timex;
    Mod mod;
    const char* edtf;
  };
  const auto row = GENERATE(values<Row>({
      {"2016-11-14", Mod::none, "2016-11-14"},
      {"2016-11", Mod::none, "2016-11"},
      {"2016", Mod::approx, "2016~"},
      {"199", Mod::none, "199X"},
      {"18", Mod::none, "18XX"},
      {"2", Mod::none, "2XXX"},
      {"000", Mod::none, "0001-01-01/0009-12-31"},
      {"BC004", Mod::none, "-0048-01-01/-0039-12-31"},
      {"BC0044", Mod::none, "-0043"},
      {"BC0044-03-15", Mod::none, "-0043-03-15"},
      {"2016-SP", Mod::none, "2016-21"},
      {"2016-WI", Mod::none, "2016-24"},
      {"2016-Q1", Mod::none, "2016-33"},
      {"2016-H1", Mod::none, "2016-40"},
      {"2016-H2", Mod::none, "2016-41"},
      {"XXXX-11-14", Mod::none, "XXXX-11-14"},
      {"XXXX-SU", Mod::none, "XXXX-22"},
      {"2016-XX-14", Mod::none, "2016-XX-14"},
      {"2016-W45", Mod::none, "2016-11-07/2016-11-13"},
      {"2016-W45-WE", Mod::approx, "2016-11-12~/2016-11-13~"},
      {"XXXX-WXX-2", Mod::none, ""},
      {"XXXX-W45", Mod::none, ""},
      {"XXXX-XX-XXT06:30", Mod::none, ""},
      {"FY2017", Mod::none, "2017~"},
      {"2016-11-14TMO", Mod::none, "2016-11-14"},
      {"2016-11-14T06:30", Mod::none, "2016-11-14T06:30:00"},
      {"2016-11-14T06:30+01:00", Mod::none, "2016-11-14T06:30:00+01:00"},
      {"2016-11-14T06:30Z", Mod::none, "2016-11-14T06:30:00Z"},
      {"2016-11-14T24:00", Mod::none, "2016-11-15T00:00:00"},
      {"2016-11-14T06:30", Mod::approx, "2016-11-14"},
      {"2014", Mod::before, "[..2013-12-31]"},
      {"2014", Mod::after, "[2015-01-01..]"},
      {"2014", Mod::on_or_before, "[..2014]"},
      {"2014-03", Mod::on_or_after, "[2014-03..]"},
      {"2016-W45", Mod::on_or_after, "[2016-11-07..]"},
  }));
  INFO(row.timex);
  const CalendarValue value = parse_timex(row.timex).value();
  CHECK(to_edtf(value, row.mod, interval_of(value)) == row.edtf);
}

TEST_CASE("a part of a unit is written as the set of its days", "[core][date]") {
  const auto days = [](int month, int first, int last) {
    return Interval{days_from_civil(2017, month, first) * seconds_per_day,
                    (days_from_civil(2017, month, last) + 1) * seconds_per_day};
  };
  CHECK(to_edtf(parse_timex("2017-03").value(), Mod::start, days(3, 1, 10)) == "[2017-03-01..2017-03-10]");
  CHECK(to_edtf(parse_timex("2017").value(), Mod::mid, days(5, 1, 31)) == "[2017-05-01..2017-05-31]");
  CHECK(to_edtf(parse_timex("2017-03").value(), Mod::none, days(3, 1, 1)) == "2017-03-01");
  CHECK(to_edtf(parse_timex("XXXX-03").value(), Mod::start, {59 * seconds_per_day, 69 * seconds_per_day}) ==
        "[XXXX-03-01..XXXX-03-10]");
  CHECK(to_edtf(parse_timex("2017-03").value(), Mod::none, Interval{}) == "2017-03");
}
