#include "tests/core/normalize/evaluated.h"

using namespace annal;
using testing::EvaluatedRow;
using testing::Trees;

TEST_CASE("what happens again and again keeps its pattern open", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"every Monday",
       [](Trees& t) {
         return t(op::Every{Quantifier::every, {}, t.weekday(DayOfWeek::monday)});
       },
       {"2016-11-16"},
       "XXXX-WXX-1 EVERY"},
      {"each week",
       [](Trees& t) {
         return t(op::Every{Quantifier::each, {}, t.length(1, Granularity::week)});
       },
       {},
       "P1W EACH"},
      {"every weekend",
       [](Trees& t) {
         return t(op::Every{Quantifier::every, {}, t(op::Weekend{})});
       },
       {},
       "XXXX-WXX-WE EVERY"},
      {"mornings",
       [](Trees& t) {
         return t(op::Every{Quantifier::none, {}, t(op::DayPart{DayPart::morning})});
       },
       {},
       "XXXX-XX-XXTMO"},
      {"every March",
       [](Trees& t) {
         return t(op::Every{Quantifier::every, {}, t.month(3)});
       },
       {"2016-11-16"},
       "XXXX-03 EVERY"},
      {"every Monday at nine",
       [](Trees& t) {
         return t(op::Every{Quantifier::every,
                            {},
                            t(op::At{t.weekday(DayOfWeek::monday), t(op::Clock{9, {}, {}, ClockHalf::as_written})})});
       },
       {},
       "XXXX-WXX-1T09:00 EVERY"},
      {"twice a week",
       [](Trees& t) {
         return t(op::Frequency{2, t.length(1, Granularity::week)});
       },
       {},
       "P1W 2X"},
  })));
}
