#include "tests/core/normalize/evaluated.h"

using namespace annal;
using testing::EvaluatedRow;
using testing::Trees;

namespace {

const std::vector<EvaluatedRow> recurring_rows{
    {"Good Friday of a year",
     [](Trees& t) {
       return t(op::WithYear{t(op::Easter{-2}), t.year(2016)});
     },
     {},
     "2016-03-25"},
    {"Easter of the eastern churches",
     [](Trees& t) {
       return t(op::WithYear{t(op::OrthodoxEaster{0}), t.year(2016)});
     },
     {},
     "2016-05-01"},
    {"Easter, looking back",
     [](Trees& t) { return t(op::Easter{0}); },
     {"2016-11-16", "", Direction::past},
     "2016-03-27"},
    {"Easter, looking ahead",
     [](Trees& t) { return t(op::Easter{0}); },
     {"2016-11-16", "", Direction::future},
     "2017-04-16"},
    {"Easter of no known year is some day", [](Trees& t) { return t(op::Easter{0}); }, {}, "XXXX-XX-XX"},
    {"the second Tuesday of a month",
     [](Trees& t) {
       return t(op::Nth{2, t.weekday(DayOfWeek::tuesday), t(op::Date{2016, 11, {}})});
     },
     {},
     "2016-11-08"},
    {"the last Monday of a month",
     [](Trees& t) {
       return t(op::Nth{-1, t.weekday(DayOfWeek::monday), t(op::Date{2016, 5, {}})});
     },
     {},
     "2016-05-30"},
    {"the last day from Monday to Friday of a month",
     [](Trees& t) {
       return t(op::Nth{-1, t(op::Workday{}), t(op::Date{2016, 7, {}})});
     },
     {},
     "2016-07-29"},
    {"the second of a month that begins on a Saturday",
     [](Trees& t) {
       return t(op::Nth{2, t(op::Workday{}), t(op::Date{2016, 10, {}})});
     },
     {},
     "2016-10-04"},
    {"a fifth Friday that is not",
     [](Trees& t) {
       return t(op::Nth{5, t.weekday(DayOfWeek::friday), t(op::Date{2016, 11, {}})});
     },
     {},
     "nothing"},
    {"the first weekend of a month",
     [](Trees& t) {
       return t(op::Nth{1, t(op::Weekend{}), t(op::Date{2016, 11, {}})});
     },
     {},
     "2016-W44-WE"},
    {"the last day of a month",
     [](Trees& t) {
       return t(op::NthUnit{-1, Granularity::day, t(op::Date{2016, 2, {}})});
     },
     {},
     "2016-02-29"},
    {"the first week of a year is the calendar's",
     [](Trees& t) {
       return t(op::NthUnit{1, Granularity::week, t.year(2021)});
     },
     {},
     "2021-W01"},
    {"the first week of another month",
     [](Trees& t) {
       return t(op::NthUnit{1, Granularity::week, t(op::Date{2015, 5, {}})});
     },
     {},
     "2015-W18"},
    {"the Monday before a date",
     [](Trees& t) {
       return t(op::LastOf{t.weekday(DayOfWeek::monday), t.day(2016, 11, 8)});
     },
     {},
     "2016-11-07"},
    {"the weekday of a date itself is a week before it",
     [](Trees& t) {
       return t(op::LastOf{t.weekday(DayOfWeek::tuesday), t.day(2016, 11, 8)});
     },
     {},
     "2016-11-01"},
};

}  // namespace

TEST_CASE("days that recur by a rule", "[core][normalize]") { check_row(GENERATE(from_range(recurring_rows))); }
