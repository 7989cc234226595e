#include "tests/core/normalize/evaluated.h"

using namespace annal;
using testing::EvaluatedRow;
using testing::Trees;

TEST_CASE("modifiers, vague times and ranges", "[core][normalize]") {
  check_row(GENERATE(values<EvaluatedRow>({
      {"early March",
       [](Trees& t) {
         return t(op::Part{Mod::start, t(op::Date{2017, 3, {}})});
       },
       {},
       "2017-03 START"},
      {"the outer modifier wins",
       [](Trees& t) {
         return t(op::Modified{Mod::approx, t(op::Part{Mod::start, t.year(2017)})});
       },
       {},
       "2017 APPROX"},
      {"formerly", [](Trees& t) { return t(op::PastRef{}); }, {}, "PAST_REF"},
      {"now", [](Trees& t) { return t(op::PresentRef{}); }, {"2016-11-16"}, "PRESENT_REF"},
      {"soon", [](Trees& t) { return t(op::FutureRef{}); }, {}, "FUTURE_REF"},
      {"a range as one expression",
       [](Trees& t) {
         return t(op::RangeOf{t.year(1990), t.year(1995)});
       },
       {},
       "1990/1995"},
      {"a range that runs backwards is its first",
       [](Trees& t) {
         return t(op::RangeOf{t.year(1995), t.year(1990)});
       },
       {},
       "1995"},
  })));
}
