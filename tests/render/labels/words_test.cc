#include "render/labels/words.h"

#include <catch2/catch.hpp>

namespace annal::labels {
namespace {

constexpr CivilSeconds day = seconds_per_day;

CivilSeconds at(int y, int m, int d, int hour = 0, int minute = 0) {
  return civil_seconds(y, m, d) + hour * 3600 + minute * 60;
}

TEST_CASE("a length of time is told in the unit that fits it", "[render][svg]") {
  CHECK(length_words(at(2016, 1, 1), at(2016, 1, 1, 0, 40), Frame::calendar, Labels()) == "40 minutes");
  CHECK(length_words(at(2016, 1, 1), at(2016, 1, 1, 9), Frame::calendar, Labels()) == "9 hours");
  CHECK(length_words(at(2016, 12, 1), at(2017, 1, 1), Frame::calendar, Labels()) == "31 days");
  CHECK(length_words(at(2015, 1, 1), at(2016, 11, 1), Frame::calendar, Labels()) == "22 months");
  CHECK(length_words(at(2016, 1, 1), at(2019, 9, 28), Frame::calendar, Labels()) == "3 years 9 months");
  CHECK(length_words(at(1817, 1, 1), at(2014, 1, 1), Frame::calendar, Labels()) == "197 years");
  CHECK(length_words(at(-999, 1, 1), at(2014, 1, 1), Frame::calendar, Labels()) == "3,013 years");
}

}  // namespace
}  // namespace annal::labels
