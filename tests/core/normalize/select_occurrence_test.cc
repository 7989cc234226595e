#include "tests/core/normalize/evaluated.h"

using namespace annal;
using testing::EvaluatedRow;
using testing::Trees;

TEST_CASE("the tense chooses among weekdays", "[core][normalize]") {
  // 2016-11-16 is a Wednesday.
  check_row(GENERATE(values<EvaluatedRow>({
      {"past",
       [](Trees& t) { return t.weekday(DayOfWeek::monday); },
       {"2016-11-16", "", Direction::past},
       "2016-11-14"},
      {"future",
       [](Trees& t) { return t.weekday(DayOfWeek::monday); },
       {"2016-11-16", "", Direction::future},
       "2016-11-21"},
      {"present, at hand",
       [](Trees& t) { return t.weekday(DayOfWeek::friday); },
       {"2016-11-16", "", Direction::present},
       "2016-11-18"},
      {"present, four days away",
       [](Trees& t) { return t.weekday(DayOfWeek::sunday); },
       {"2016-11-16", "", Direction::present},
       "2016-11-13"},
      {"today",
       [](Trees& t) { return t.weekday(DayOfWeek::wednesday); },
       {"2016-11-16", "", Direction::past},
       "2016-11-16"},
      {"no day of writing", [](Trees& t) { return t.weekday(DayOfWeek::monday); }, {}, "XXXX-WXX-1"},
      {"a narrative goes on to the next one",
       [](Trees& t) { return t.weekday(DayOfWeek::monday); },
       {"2016-11-16", "1912-04-10", Direction::past, true},
       "1912-04-15"},
      {"the weekend of this week",
       [](Trees& t) { return t(op::ThisNamed{t(op::Weekend{})}); },
       {"2016-11-16"},
       "2016-W46-WE"},
      {"the weekend that the clause looks back at",
       [](Trees& t) { return t(op::ThisNamed{t(op::Weekend{})}); },
       {"2016-11-16", "", Direction::past},
       "2016-W45-WE"},
  })));
}

TEST_CASE("the words choose among weekdays", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"last Wednesday, said on one",
       [](Trees& t) { return t(op::LastNamed{t.weekday(DayOfWeek::wednesday)}); },
       {"2016-11-16"},
       "2016-11-09"},
      {"next Wednesday, said on one",
       [](Trees& t) { return t(op::NextNamed{t.weekday(DayOfWeek::wednesday)}); },
       {"2016-11-16"},
       "2016-11-23"},
      {"this Monday",
       [](Trees& t) { return t(op::ThisNamed{t.weekday(DayOfWeek::monday)}); },
       {"2016-11-16"},
       "2016-11-14"},
      {"this Monday, to come",
       [](Trees& t) { return t(op::ThisNamed{t.weekday(DayOfWeek::monday)}); },
       {"2016-11-16", "", Direction::future},
       "2016-11-21"},
      {"the nearest gone by",
       [](Trees& t) { return t(op::PastNamed{t.weekday(DayOfWeek::friday)}); },
       {"2016-11-16", "", Direction::future},
       "2016-11-11"},
      {"the following Tuesday",
       [](Trees& t) { return t(op::FollowingNamed{t.weekday(DayOfWeek::tuesday)}); },
       {"2016-11-16", "2012-06-05"},
       "2012-06-12"},
      {"the Tuesday before",
       [](Trees& t) { return t(op::PrecedingNamed{t.weekday(DayOfWeek::tuesday)}); },
       {"2016-11-16", "2012-06-05"},
       "2012-05-29"},
      {"that Tuesday",
       [](Trees& t) { return t(op::SameNamed{t.weekday(DayOfWeek::tuesday)}); },
       {"2016-11-16", "2012-06-05"},
       "2012-06-05"},
  })));
}

TEST_CASE("the year of what recurs each year is chosen", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"a month gone by", [](Trees& t) { return t.month(3); }, {"2016-11-16", "", Direction::past}, "2016-03"},
      {"a month to come", [](Trees& t) { return t.month(3); }, {"2016-11-16", "", Direction::future}, "2017-03"},
      {"the month of writing", [](Trees& t) { return t.month(11); }, {"2016-11-16", "", Direction::future}, "2016-11"},
      {"no verb: the nearer", [](Trees& t) { return t.day(12, 30); }, {"2016-01-05"}, "2015-12-30"},
      {"one so far behind would be told with its year",
       [](Trees& t) { return t.day(12, 15); },
       {"1989-11-02", "", Direction::past},
       "1989-12-15"},
      {"29 February lies in a leap year",
       [](Trees& t) { return t.day(2, 29); },
       {"2015-05-01", "", Direction::past},
       "2012-02-29"},
      {"a quarter whose figures have come out",
       [](Trees& t) {
         return t(op::Quarter{3, {}});
       },
       {"2016-02-10"},
       "2015-Q3"},
      {"last March", [](Trees& t) { return t(op::LastNamed{t.month(3)}); }, {"2016-03-16"}, "2015-03"},
      {"next March", [](Trees& t) { return t(op::NextNamed{t.month(3)}); }, {"2016-03-16"}, "2017-03"},
      {"this March", [](Trees& t) { return t(op::ThisNamed{t.month(3)}); }, {"2016-11-16"}, "2016-03"},
      {"a narrative stays in its year",
       [](Trees& t) { return t.day(11, 11); },
       {"2009-12-19", "1918", Direction::past, true},
       "1918-11-11"},
      {"a narrative goes forward",
       [](Trees& t) { return t.month(1); },
       {"2009-12-19", "1941-12", Direction::past, true},
       "1942-01"},
      {"the following March",
       [](Trees& t) { return t(op::FollowingNamed{t.month(3)}); },
       {"2009-12-19", "1941-12"},
       "1942-03"},
      {"the modifier of a part is kept",
       [](Trees& t) {
         return t(op::LastNamed{t(op::Part{Mod::end, t.month(3)})});
       },
       {"2016-11-16"},
       "2016-03 END"},
  })));
}
