#include "render/labels/extent.h"

#include <catch2/catch.hpp>

#include "tests/render/made_timeline.h"

using namespace annal;
using annal::testing::day;

TEST_CASE("bounds leave as inclusive days, or as seconds where they are finer", "[render][extent]") {
  struct Row {
    const char* why;
    CivilSeconds begin, end;
    Frame frame;
    bool clock;
    std::string earliest, latest;
  };
  const CivilSeconds noon = day(2016, 11, 14) + 12 * 3600;
  const auto row = GENERATE_COPY(values<Row>({
      {"one day", day(2016, 11, 14), day(2016, 11, 15), Frame::calendar, false, "2016-11-14", "2016-11-14"},
      {"a week", day(2016, 11, 7), day(2016, 11, 14), Frame::calendar, false, "2016-11-07", "2016-11-13"},
      {"a clock hour", noon, noon + 3600, Frame::calendar, false, "2016-11-14T12:00:00", "2016-11-14T12:59:59"},
      {"a whole day told by the clock", day(2016, 11, 14), day(2016, 11, 15), Frame::calendar, true,
       "2016-11-14T00:00:00", "2016-11-14T23:59:59"},
      {"one side on a clock time", day(2016, 11, 14), noon, Frame::calendar, false, "2016-11-14T00:00:00",
       "2016-11-14T11:59:59"},
      {"before something", unbounded_past, day(2016, 11, 8), Frame::calendar, false, "", "2016-11-07"},
      {"after something", day(2016, 11, 8), unbounded_future, Frame::calendar, false, "2016-11-08", ""},
      {"nothing known", unbounded_past, unbounded_future, Frame::calendar, false, "", ""},
      {"no year known", 0, seconds_per_day, Frame::open_year, false, "", ""},
      {"no day of writing known", 0, seconds_per_day, Frame::document, false, "", ""},
      {"no place at all", 0, seconds_per_day, Frame::none, false, "", ""},
      {"before Christ", day(-43, 3, 15), day(-43, 3, 16), Frame::calendar, false, "-0043-03-15", "-0043-03-15"},
      {"an instant", noon, noon, Frame::calendar, false, "2016-11-14T12:00:00", "2016-11-14T12:00:00"},
  }));
  INFO(row.why);
  const Extent found = extent(row.begin, row.end, row.frame, row.clock);
  CHECK(found.earliest == row.earliest);
  CHECK(found.latest == row.latest);
}

TEST_CASE("ids count from one in order of place, and t0 is the document", "[render][extent]") {
  CHECK(id_of({Entity::Kind::event, 0}) == "e1");
  CHECK(id_of({Entity::Kind::timex, 11}) == "t12");
  CHECK(id_of({Entity::Kind::document, 0}) == "t0");
}
