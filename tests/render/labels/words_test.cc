#include "render/labels/words.h"

#include <catch2/catch.hpp>

namespace annal::labels {
namespace {

constexpr CivilSeconds day = seconds_per_day;

CivilSeconds at(int y, int m, int d, int hour = 0, int minute = 0) {
  return civil_seconds(y, m, d) + hour * 3600 + minute * 60;
}

TEST_CASE("a row says when it happened as a reader would write it", "[render][svg]") {
  struct Case {
    const char* why;
    CivilSeconds begin, end;
    Frame frame;
    const char* words;
  };
  const auto c = GENERATE(values<Case>({
      {"a day", at(2016, 11, 14), at(2016, 11, 15), Frame::calendar, "14 Nov 2016"},
      {"a minute", at(2016, 11, 14, 6, 40), at(2016, 11, 14, 6, 41), Frame::calendar, "14 Nov 2016, 06:40"},
      {"hours of a day", at(2016, 11, 14, 6), at(2016, 11, 14, 9), Frame::calendar, "14 Nov 2016, 06:00\u201309:00"},
      {"days of a month", at(2016, 11, 3), at(2016, 11, 7), Frame::calendar, "3\u20136 Nov 2016"},
      {"days of two months", at(2016, 11, 30), at(2016, 12, 3), Frame::calendar, "30 Nov\u20132 Dec 2016"},
      {"days of two years", at(2016, 12, 31), at(2017, 1, 2), Frame::calendar, "31 Dec 2016\u20131 Jan 2017"},
      {"a month", at(2017, 1, 1), at(2017, 2, 1), Frame::calendar, "Jan 2017"},
      {"months", at(2017, 1, 1), at(2017, 4, 1), Frame::calendar, "Jan\u2013Mar 2017"},
      {"a year", at(2014, 1, 1), at(2015, 1, 1), Frame::calendar, "2014"},
      {"years", at(1816, 1, 1), at(2017, 1, 1), Frame::calendar, "1816\u20132016"},
      {"before Christ", at(-43, 3, 15), at(-43, 3, 16), Frame::calendar, "15 Mar 44 BC"},
      {"a day of a year not stated", at(1970, 11, 14), at(1970, 11, 15), Frame::open_year, "14 Nov"},
      {"a month of a year not stated", at(1970, 3, 1), at(1970, 4, 1), Frame::open_year, "Mar"},
      {"counted from the writing", -day, 0, Frame::document, "1 day before"},
      {"the day of writing", 0, day, Frame::document, "day of writing"},
      {"days before the writing", -7 * day, 0, Frame::document, "7 days before to 1 day before"},
  }));
  INFO(c.why);
  Placement row;
  row.kind = PlacementKind::instant;
  row.frame = c.frame;
  row.start = row.end = {c.begin, c.end};
  CHECK(when_words(row) == c.words);
  row.circa = true;
  CHECK(when_words(row) == std::string("c. ") + c.words);
}

TEST_CASE("what is known from one side only says so, and what is not known says nothing", "[render][svg]") {
  Placement row;
  row.frame = Frame::calendar;
  row.start = row.end = {unbounded_past, at(2016, 11, 8)};
  row.kind = kind_of(row.start, row.end, row.frame);
  CHECK(row.kind == PlacementKind::before);
  CHECK(when_words(row) == "before 8 Nov 2016");
  row.start = row.end = {at(2016, 11, 8, 9), unbounded_future};
  row.kind = kind_of(row.start, row.end, row.frame);
  CHECK(row.kind == PlacementKind::after);
  CHECK(when_words(row) == "after 8 Nov 2016, 09:00");
  row.start = row.end = {};
  row.kind = kind_of(row.start, row.end, row.frame);
  CHECK(row.kind == PlacementKind::undated);
  CHECK(when_words(row).empty());
}

TEST_CASE("a length of time is told in the unit that fits it", "[render][svg]") {
  CHECK(length_words(at(2016, 1, 1), at(2016, 1, 1, 0, 40), Frame::calendar) == "40 minutes");
  CHECK(length_words(at(2016, 1, 1), at(2016, 1, 1, 9), Frame::calendar) == "9 hours");
  CHECK(length_words(at(2016, 12, 1), at(2017, 1, 1), Frame::calendar) == "31 days");
  CHECK(length_words(at(2015, 1, 1), at(2016, 11, 1), Frame::calendar) == "22 months");
  CHECK(length_words(at(2016, 1, 1), at(2019, 9, 28), Frame::calendar) == "3 years 9 months");
  CHECK(length_words(at(1817, 1, 1), at(2014, 1, 1), Frame::calendar) == "197 years");
  CHECK(length_words(at(-999, 1, 1), at(2014, 1, 1), Frame::calendar) == "3,013 years");
}

TEST_CASE("a year goes only where a month stands before it", "[render][svg]") {
  CHECK(without_year("14 Nov 2016, 06:40", 2016) == "14 Nov, 06:40");
  CHECK(without_year("30 Nov 2016\u20132 Dec 2016", 2016) == "30 Nov\u20132 Dec");
  CHECK(without_year("early March 2016", 2016) == "early March");
  CHECK(without_year("1816\u20132016", 2016) == "1816\u20132016");
  CHECK(without_year("summer of 2016", 2016) == "summer of 2016");
  CHECK(without_year("14 Nov 20160", 2016) == "14 Nov 20160");
}

TEST_CASE("numbers are set apart by thousands", "[render][svg]") {
  CHECK(count_words(1, "event", "events") == "1 event");
  CHECK(count_words(0, "event", "events") == "0 events");
  CHECK(count_words(1234567, "event", "events") == "1,234,567 events");
}

}  // namespace
}  // namespace annal::labels
