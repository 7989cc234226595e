#include "tests/core/normalize/evaluated.h"

using namespace annal;
using testing::EvaluatedRow;
using testing::Trees;

TEST_CASE("what counts from the day of writing", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"last week",
       [](Trees& t) {
         return t(op::Shift{Granularity::week, -1});
       },
       {"2016-11-16"},
       "2016-W45"},
      {"next year",
       [](Trees& t) {
         return t(op::Shift{Granularity::year, 1});
       },
       {"2016-11-16"},
       "2017"},
      {"this month", [](Trees& t) { return t(op::Current{Granularity::month}); }, {"2016-11-16"}, "2016-11"},
      {"yesterday of an unknown day",
       [](Trees& t) {
         return t(op::Shift{Granularity::day, -1});
       },
       {},
       "XXXX-XX-XX"},
      {"the next decade in a narrative",
       [](Trees& t) {
         return t(op::Shift{Granularity::decade, 1});
       },
       {"2016-11-16", "1912", Direction::unknown, true},
       "192"},
      {"this year in a narrative",
       [](Trees& t) { return t(op::Current{Granularity::year}); },
       {"2016-11-16", "1912-04", Direction::unknown, true},
       "1912"},
  })));
}

TEST_CASE("what counts from the time last spoken of", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"that year", [](Trees& t) { return t(op::Reference{Granularity::year}); }, {"2016-11-16", "1971-05"}, "1971"},
      {"the following year",
       [](Trees& t) {
         return t(op::ReferenceShift{Granularity::year, 1});
       },
       {"2016-11-16", "1971"},
       "1972"},
      {"the next day", [](Trees& t) { return t(op::ReferenceDay{1}); }, {"2016-11-16", "2012-06-30"}, "2012-07-01"},
      {"the next day of an open year",
       [](Trees& t) { return t(op::ReferenceDay{1}); },
       {"", "XXXX-06-30"},
       "XXXX-07-01"},
      {"the next day, none being known", [](Trees& t) { return t(op::ReferenceDay{1}); }, {"2016-11-16"}, "2016-11-17"},
      {"the next day of a narrative that named a month",
       [](Trees& t) { return t(op::ReferenceDay{1}); },
       {"2016-11-16", "1912-04", Direction::unknown, true},
       "1912-04-XX"},
      {"that hour",
       [](Trees& t) { return t(op::Reference{Granularity::hour}); },
       {"2016-11-16", "2016-11-17T12:00"},
       "2016-11-17T12:00"},
      {"that quarter",
       [](Trees& t) { return t(op::Reference{Granularity::quarter}); },
       {"2016-11-16", "2015-Q2"},
       "2015-Q2"},
      {"the quarter, none being known",
       [](Trees& t) { return t(op::Reference{Granularity::quarter}); },
       {"2016-11-16"},
       "2016-Q3"},
      {"the same in another year",
       [](Trees& t) { return t(op::SameInYear{t.year(2014)}); },
       {"2016-11-16", "2015-Q2"},
       "2014-Q2"},
      {"the week of a date",
       [](Trees& t) {
         return t(op::UnitOf{Granularity::week, t.day(2016, 11, 14)});
       },
       {},
       "2016-W46"},
  })));
}
