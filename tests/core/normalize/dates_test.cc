#include "tests/core/normalize/evaluated.h"

using namespace annal;
using testing::EvaluatedRow;
using testing::Trees;

TEST_CASE("dates by their numbers lie where their numbers say", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"a whole date", [](Trees& t) { return t.day(2016, 11, 14); }, {}, "2016-11-14"},
      {"no such month",
       [](Trees& t) {
         return t(op::Date{2016, 13, {}});
       },
       {},
       "nothing"},
      {"no such day", [](Trees& t) { return t.day(2015, 2, 29); }, {}, "nothing"},
      {"a year past 9999", [](Trees& t) { return t.year(12014); }, {}, "nothing"},
      {"without a day of writing the year stays open", [](Trees& t) { return t.day(11, 14); }, {}, "XXXX-11-14"},
      {"numbers, month first",
       [](Trees& t) {
         return t(op::NumericDate{3, 4, 2012});
       },
       {},
       "2012-03-04"},
      {"numbers that can only be day first",
       [](Trees& t) {
         return t(op::NumericDate{25, 12, 2012});
       },
       {},
       "2012-12-25"},
      {"two digits, this century", [](Trees& t) { return t(op::ShortYear{24}); }, {"2016-11-16"}, "2024"},
      {"two digits, more than ten years ahead", [](Trees& t) { return t(op::ShortYear{27}); }, {"2016-11-16"}, "1927"},
      {"a date in the year before",
       [](Trees& t) {
         return t(op::WithYear{t.day(11, 14), t(op::Shift{Granularity::year, -1})});
       },
       {"2016-11-16"},
       "2015-11-14"},
      {"a part of a month of a year",
       [](Trees& t) {
         return t(op::WithYear{t(op::Part{Mod::start, t.month(3)}), t.year(2012)});
       },
       {},
       "2012-03 START"},
      {"the 5th, in the month last spoken of",
       [](Trees& t) { return t(op::DayOfMonth{5}); },
       {"2016-11-16", "2012-06"},
       "2012-06-05"},
      {"the 5th, in the month of writing", [](Trees& t) { return t(op::DayOfMonth{5}); }, {"2016-11-16"}, "2016-11-05"},
      {"the 5th, looking ahead",
       [](Trees& t) { return t(op::DayOfMonth{5}); },
       {"2016-11-16", "", Direction::future},
       "2016-12-05"},
      {"the 29th, looking back",
       [](Trees& t) { return t(op::DayOfMonth{29}); },
       {"2017-01-04", "", Direction::past},
       "2016-12-29"},
      {"the 31st, looking back to a month without one",
       [](Trees& t) { return t(op::DayOfMonth{31}); },
       {"2016-07-04", "", Direction::past},
       "2016-05-31"},
      {"the 5th of an unknown month", [](Trees& t) { return t(op::DayOfMonth{5}); }, {}, "nothing"},
  })));
}

TEST_CASE("a weekday told with a date corrects the year, and no more", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"it agrees",
       [](Trees& t) {
         return t(op::Checked{t.day(2016, 3, 4), DayOfWeek::friday});
       },
       {},
       "2016-03-04"},
      {"a stated year is kept",
       [](Trees& t) {
         return t(op::Checked{t.day(2016, 3, 4), DayOfWeek::monday});
       },
       {},
       "2016-03-04"},
      {"the year that the tense got wrong",
       [](Trees& t) {
         return t(op::Checked{t.day(3, 4), DayOfWeek::friday});
       },
       {"2016-01-05", "", Direction::past},
       "2016-03-04"},
      {"the nearest month whose 5th is a Tuesday",
       [](Trees& t) {
         return t(op::Checked{t(op::DayOfMonth{5}), DayOfWeek::tuesday});
       },
       {"2016-11-16"},
       "2016-07-05"},
  })));
}

TEST_CASE("parts of years and groups of years", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"years before Christ that no year after him has",
       [](Trees& t) { return t(op::BeforeChrist{t.year(10500)}); },
       {},
       "BC10500"},
      {"years before the calendar", [](Trees& t) { return t(op::BeforeChrist{t.year(40000)}); }, {}, "nothing"},
      {"the 20s, written in 2019", [](Trees& t) { return t(op::ShortDecade{20}); }, {"2019-04-12"}, "192"},
      {"the 20s, written in 2024", [](Trees& t) { return t(op::ShortDecade{20}); }, {"2024-04-12"}, "202"},
      {"the 20s, nobody knows when", [](Trees& t) { return t(op::ShortDecade{20}); }, {}, "192"},
      {"a week of a year",
       [](Trees& t) {
         return t(op::Week{53, t.year(2015)});
       },
       {},
       "2015-W53"},
      {"a week that the year has not",
       [](Trees& t) {
         return t(op::Week{53, t.year(2016)});
       },
       {},
       "nothing"},
      {"a half of a year",
       [](Trees& t) {
         return t(op::Half{2, t.year(2016)});
       },
       {},
       "2016-H2"},
      {"a season of a year",
       [](Trees& t) {
         return t(op::Season{Season::summer, t.year(1914)});
       },
       {},
       "1914-SU"},
      {"a quarter of a fiscal year",
       [](Trees& t) {
         return t(op::Quarter{3, t(op::Fiscal{t.year(2017)})});
       },
       {},
       "FY2017-Q3"},
      {"a decade", [](Trees& t) { return t(op::Decade{1990}); }, {}, "199"},
      {"a year that owns something is no decade", [](Trees& t) { return t(op::Decade{2013}); }, {}, "2013"},
      {"a decade by two digits", [](Trees& t) { return t(op::ShortDecade{90}); }, {"2016-11-16"}, "199"},
      {"a century by its number", [](Trees& t) { return t(op::Century{19}); }, {}, "18"},
      {"no century", [](Trees& t) { return t(op::Century{0}); }, {}, "nothing"},
      {"a year before Christ", [](Trees& t) { return t(op::BeforeChrist{t.year(44)}); }, {}, "BC0044"},
  })));
}
