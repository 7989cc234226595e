#include "tests/core/normalize/evaluated.h"

using namespace annal;
using testing::EvaluatedRow;
using testing::Trees;

TEST_CASE("lengths and their sums", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"three days", [](Trees& t) { return t.length(3, Granularity::day); }, {}, "P3D"},
      {"half a year",
       [](Trees& t) {
         return t(op::Length{500, Granularity::year});
       },
       {},
       "P0.5Y"},
      {"several years", [](Trees& t) { return t(op::Some{Granularity::year}); }, {}, "PXY"},
      {"three years and four months",
       [](Trees& t) {
         return t(op::Sum{t.length(3, Granularity::year), t.length(4, Granularity::month)});
       },
       {},
       "P3Y4M"},
      {"the past three years",
       [](Trees& t) { return t(op::PastLength{t.length(3, Granularity::year)}); },
       {"2016-11-16"},
       "P3Y"},
  })));
}

TEST_CASE("a length from the day of writing", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"three days ago",
       [](Trees& t) { return t(op::Ago{t.length(3, Granularity::day)}); },
       {"2016-11-16"},
       "2016-11-13"},
      {"two weeks ago",
       [](Trees& t) { return t(op::Ago{t.length(2, Granularity::week)}); },
       {"2016-11-16"},
       "2016-W44"},
      {"a decade ago is a year",
       [](Trees& t) { return t(op::Ago{t.length(1, Granularity::decade)}); },
       {"2016-11-16"},
       "2006"},
      {"a year and a half ago is a month",
       [](Trees& t) {
         return t(op::Ago{t(op::Length{1500, Granularity::year})});
       },
       {"2016-11-16"},
       "2015-05"},
      {"two years and three days ago is a day",
       [](Trees& t) {
         return t(op::Ago{t(op::Sum{t.length(2, Granularity::year), t.length(3, Granularity::day)})});
       },
       {"2016-11-16"},
       "2014-11-13"},
      {"several years ago",
       [](Trees& t) { return t(op::Ago{t(op::Some{Granularity::year})}); },
       {"2016-11-16"},
       "PAST_REF"},
      {"in several years",
       [](Trees& t) { return t(op::Hence{t(op::Some{Granularity::year})}); },
       {"2016-11-16"},
       "FUTURE_REF"},
      {"in two months",
       [](Trees& t) { return t(op::Hence{t.length(2, Granularity::month)}); },
       {"2016-11-16"},
       "2017-01"},
      {"about a year ago",
       [](Trees& t) {
         return t(op::Ago{t(op::Modified{Mod::approx, t.length(1, Granularity::year)})});
       },
       {"2016-11-16"},
       "2015 APPROX"},
      {"a year ago beside a quarter",
       [](Trees& t) { return t(op::Ago{t.length(1, Granularity::year)}); },
       {"1989-10-30", "1989-Q3"},
       "1988-Q3"},
      {"three hours ago, the hour not being known",
       [](Trees& t) { return t(op::Ago{t.length(3, Granularity::hour)}); },
       {"2016-11-16"},
       "2016-11-16"},
  })));
}

TEST_CASE("a length from another time", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"two years later",
       [](Trees& t) { return t(op::Later{t.length(2, Granularity::year)}); },
       {"2016-11-16", "1971"},
       "1973"},
      {"three days earlier",
       [](Trees& t) { return t(op::Earlier{t.length(3, Granularity::day)}); },
       {"2016-11-16", "2012-06-03"},
       "2012-05-31"},
      {"two days later, and no time told before",
       [](Trees& t) { return t(op::Later{t.length(2, Granularity::day)}); },
       {"2016-11-16"},
       "P2D"},
      {"three hours later, and no time told before",
       [](Trees& t) { return t(op::Later{t.length(3, Granularity::hour)}); },
       {"2016-11-16"},
       "2016-11-16"},
      {"two hours later",
       [](Trees& t) { return t(op::Later{t.length(2, Granularity::hour)}); },
       {"2016-11-16", "2012-06-03T23:00"},
       "2012-06-04T01:00"},
      {"a year earlier beside a month",
       [](Trees& t) { return t(op::Earlier{t.length(1, Granularity::year)}); },
       {"2016-11-16", "2012-06"},
       "2011-06"},
      {"a week from a day is a day",
       [](Trees& t) {
         return t(op::After{t.length(1, Granularity::week), t.day(2016, 11, 18)});
       },
       {},
       "2016-11-25"},
      {"two years before a leap day",
       [](Trees& t) {
         return t(op::Before{t.length(2, Granularity::year), t.day(2016, 2, 29)});
       },
       {},
       "2014-02-28"},
      {"the day before a feast of a year",
       [](Trees& t) {
         return t(op::WithYear{t(op::Before{t.length(1, Granularity::day), t(op::Easter{0})}), t.year(2016)});
       },
       {},
       "2016-03-26"},
  })));
}
