#include "tests/core/normalize/evaluated.h"

using namespace annal;
using testing::EvaluatedRow;
using testing::Trees;

namespace {

const std::vector<EvaluatedRow> clock_rows{
    {"as written",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{6, 30, {}, ClockHalf::as_written})});
     },
     {},
     "2016-11-14T06:30"},
    {"p.m.",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{6, 30, {}, ClockHalf::pm})});
     },
     {},
     "2016-11-14T18:30"},
    {"12 a.m. is midnight",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{12, {}, {}, ClockHalf::am})});
     },
     {},
     "2016-11-14T00:00"},
    {"12 p.m. is noon",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{12, {}, {}, ClockHalf::pm})});
     },
     {},
     "2016-11-14T12:00"},
    {"8 in the evening",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{8, {}, {}, ClockHalf::evening})});
     },
     {},
     "2016-11-14T20:00"},
    {"11 at night",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{11, {}, {}, ClockHalf::night})});
     },
     {},
     "2016-11-14T23:00"},
    {"3 at night",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{3, {}, {}, ClockHalf::night})});
     },
     {},
     "2016-11-14T03:00"},
    {"to the second",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{6, 30, 15, ClockHalf::as_written})});
     },
     {},
     "2016-11-14T06:30:15"},
    {"Eastern time in winter",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Zone{t(op::Clock{15, {}, {}, ClockHalf::as_written}), 9700})});
     },
     {},
     "2016-11-14T15:00-05:00"},
    {"Eastern time in summer",
     [](Trees& t) {
       return t(op::At{t.day(2016, 8, 14), t(op::Zone{t(op::Clock{15, {}, {}, ClockHalf::as_written}), 9700})});
     },
     {},
     "2016-08-14T15:00-04:00"},
    {"Eastern time on the day on which summer time begins",
     [](Trees& t) {
       return t(op::At{t.day(2016, 3, 13), t(op::Zone{t(op::Clock{15, {}, {}, ClockHalf::as_written}), 9700})});
     },
     {},
     "2016-03-13T15:00-04:00"},
    {"Eastern time on the day on which it ends",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 6), t(op::Zone{t(op::Clock{15, {}, {}, ClockHalf::as_written}), 9700})});
     },
     {},
     "2016-11-06T15:00-05:00"},
    {"Eastern time when summer time ended in October",
     [](Trees& t) {
       return t(op::At{t.day(2006, 10, 30), t(op::Zone{t(op::Clock{15, {}, {}, ClockHalf::as_written}), 9700})});
     },
     {},
     "2006-10-30T15:00-05:00"},
    {"Eastern time before its summer time had a law",
     [](Trees& t) {
       return t(op::At{t.day(1950, 8, 14), t(op::Zone{t(op::Clock{15, {}, {}, ClockHalf::as_written}), 9700})});
     },
     {},
     "1950-08-14T15:00"},
    {"Eastern time of a day of no known year",
     [](Trees& t) {
       return t(op::At{t.day(8, 14), t(op::Zone{t(op::Clock{15, {}, {}, ClockHalf::as_written}), 9700})});
     },
     {},
     "XXXX-08-14T15:00"},
    {"with a zone",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Zone{t(op::Clock{6, 30, {}, ClockHalf::as_written}), 60})});
     },
     {},
     "2016-11-14T06:30+01:00"},
    {"no such hour",
     [](Trees& t) {
       return t(op::At{t.day(2016, 11, 14), t(op::Clock{25, {}, {}, ClockHalf::as_written})});
     },
     {},
     "nothing"},
};

}  // namespace

TEST_CASE("a clock time lies in the half of the day that is told with it", "[core][normalize]") {
  check_row(GENERATE(from_range(clock_rows)));
}

TEST_CASE("a time by itself belongs to the day last spoken of, else to the day of writing", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"the day last spoken of",
       [](Trees& t) {
         return t(op::Clock{9, 0, {}, ClockHalf::as_written});
       },
       {"2016-11-16", "2012-06-03"},
       "2012-06-03T09:00"},
      {"the day of writing",
       [](Trees& t) {
         return t(op::Clock{9, 0, {}, ClockHalf::as_written});
       },
       {"2016-11-16"},
       "2016-11-16T09:00"},
      {"no day is known",
       [](Trees& t) {
         return t(op::Clock{9, 0, {}, ClockHalf::as_written});
       },
       {},
       "XXXX-XX-XXT09:00"},
      {"a night of a long text may be any",
       [](Trees& t) { return t(op::DayPart{DayPart::night}); },
       {"2016-11-16"},
       "XXXX-XX-XXTNI"},
      {"a morning of a day",
       [](Trees& t) {
         return t(op::At{t.day(2016, 11, 14), t(op::DayPart{DayPart::morning})});
       },
       {},
       "2016-11-14TMO"},
      {"tonight, of an unknown day",
       [](Trees& t) {
         return t(op::At{t(op::Shift{Granularity::day, 0}), t(op::DayPart{DayPart::night})});
       },
       {},
       "XXXX-XX-XXTNI"},
  })));
}
