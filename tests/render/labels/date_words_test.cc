#include "render/labels/date_words.h"

#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"
#include "render/labels/words.h"

namespace annal::labels {
namespace {

constexpr CivilSeconds day = seconds_per_day;

CivilSeconds at(int y, int m, int d, int hour = 0, int minute = 0) {
  return civil_seconds(y, m, d) + hour * 3600 + minute * 60;
}

DateLabel told(DateLabel::Relation relation, Mod mod, const CalendarValue& unit) {
  DateLabel label = label_of(interval_of(unit), Frame::calendar);
  label.relation = relation;
  label.mod = mod;
  label.unit = unit;
  return label;
}

TEST_CASE("a row says when it happened as a reader would write it", "[render][svg]") {
  struct Case {
    const char* why;
    CivilSeconds begin, end;
    Frame frame;
    const char* words;
  };
  const auto c = GENERATE(values<Case>({
      {"a day", at(2016, 11, 14), at(2016, 11, 15), Frame::calendar, "14 Nov 2016"},
      {"a minute", at(2016, 11, 14, 6, 40), at(2016, 11, 14, 6, 41), Frame::calendar, "14 Nov 2016, 06:40"},
      {"hours of a day", at(2016, 11, 14, 6), at(2016, 11, 14, 9), Frame::calendar, "14 Nov 2016, 06:00\u201309:00"},
      {"days of a month", at(2016, 11, 3), at(2016, 11, 7), Frame::calendar, "3\u20136 Nov 2016"},
      {"days of two months", at(2016, 11, 30), at(2016, 12, 3), Frame::calendar, "30 Nov \u2013 2 Dec 2016"},
      {"days of two years", at(2016, 12, 31), at(2017, 1, 2), Frame::calendar, "31 Dec 2016 \u2013 1 Jan 2017"},
      {"a month", at(2017, 1, 1), at(2017, 2, 1), Frame::calendar, "Jan 2017"},
      {"months", at(2017, 1, 1), at(2017, 4, 1), Frame::calendar, "Jan \u2013 Mar 2017"},
      {"a year", at(2014, 1, 1), at(2015, 1, 1), Frame::calendar, "2014"},
      {"years", at(1816, 1, 1), at(2017, 1, 1), Frame::calendar, "1816\u20132016"},
      {"before Christ", at(-43, 3, 15), at(-43, 3, 16), Frame::calendar, "15 Mar 44 BC"},
      {"a day of a year not stated", at(1970, 11, 14), at(1970, 11, 15), Frame::open_year, "14 Nov"},
      {"a month of a year not stated", at(1970, 3, 1), at(1970, 4, 1), Frame::open_year, "Mar"},
      {"counted from the writing", -day, 0, Frame::document, "1 day before writing"},
      {"the day of writing", 0, day, Frame::document, "day of writing"},
      {"days before the writing", -7 * day, 0, Frame::document, "1\u20137 days before writing"},
  }));
  INFO(c.why);
  Placement row;
  row.kind = PlacementKind::instant;
  row.frame = c.frame;
  row.start = row.end = {c.begin, c.end};
  CHECK(date_words(bounds_label(row), Labels()) == c.words);
  row.circa = true;
  CHECK(date_words(bounds_label(row), Labels()) == std::string("about ") + c.words);
}

TEST_CASE("a window told by the part of the day is named by it", "[render][svg]") {
  Placement row;
  row.kind = PlacementKind::instant;
  row.frame = Frame::calendar;
  row.precision = Granularity::part_of_day;
  row.start = row.end = {at(2016, 11, 14, 12), at(2016, 11, 14, 18)};
  CHECK(date_words(bounds_label(row), Labels()) == "14 Nov 2016, afternoon");
}

TEST_CASE("a bound keeps its seconds", "[render][svg]") {
  Placement row;
  row.kind = PlacementKind::before;
  row.frame = Frame::calendar;
  row.start.latest = at(2015, 2, 24, 19, 56) + 33;
  CHECK(date_words(bounds_label(row), Labels()) == "before 24 Feb 2015, 19:56:33");
}

TEST_CASE("what is known from one side only says so, and what is not known says nothing", "[render][svg]") {
  Placement row;
  row.frame = Frame::calendar;
  row.start = row.end = {unbounded_past, at(2016, 11, 8)};
  row.kind = kind_of(row.start, row.end, row.frame);
  CHECK(row.kind == PlacementKind::before);
  CHECK(date_words(bounds_label(row), Labels()) == "before 8 Nov 2016");
  row.start = row.end = {at(2016, 11, 8, 9), unbounded_future};
  row.kind = kind_of(row.start, row.end, row.frame);
  CHECK(row.kind == PlacementKind::after);
  CHECK(date_words(bounds_label(row), Labels()) == "after 8 Nov 2016, 09:00");
  row.start = row.end = {};
  row.kind = kind_of(row.start, row.end, row.frame);
  CHECK(row.kind == PlacementKind::undated);
  CHECK(date_words(bounds_label(row), Labels()).empty());
}

TEST_CASE("a date is told in the language of the text", "[render][labels]") {
  using Relation = DateLabel::Relation;
  const CalendarValue may = unit_at(at(1998, 5, 1), Granularity::month);
  const CalendarValue third = unit_at(at(1921, 5, 3), Granularity::day);
  const CalendarValue first = unit_at(at(1990, 8, 1), Granularity::day);
  const CalendarValue summer = unit_at(at(1987, 7, 1), Granularity::season);
  const CalendarValue nineties = unit_at(at(1990, 1, 1), Granularity::decade);
  const CalendarValue century = unit_at(at(1850, 1, 1), Granularity::century);
  struct Case {
    const char* why;
    DateLabel label;
    const char *tag, *words;
  };
  const auto c = GENERATE_COPY(values<Case>({
      {"English", told(Relation::from_on, Mod::none, third), "en", "from 3 May 1921 on"},
      {"a point behind the day", told(Relation::from_on, Mod::none, third), "de", "ab 3. Mai 1921"},
      {"a month on its own", told(Relation::none, Mod::none, may), "ru", "\u043c\u0430\u0439 1998"},
      {"a month behind a word", told(Relation::after, Mod::none, may), "ru",
       "\u043f\u043e\u0441\u043b\u0435 \u043c\u0430\u044f 1998"},
      {"a season behind a word", told(Relation::after, Mod::none, summer), "ru",
       "\u043f\u043e\u0441\u043b\u0435 \u043b\u0435\u0442\u0430 1987"},
      {"a part behind a word", told(Relation::since, Mod::start, may), "ru",
       "\u0441 \u043d\u0430\u0447\u0430\u043b\u0430 \u043c\u0430\u044f 1998"},
      {"a decade", told(Relation::none, Mod::none, nineties), "de", "1990er"},
      {"a decade in words", told(Relation::since, Mod::none, nineties), "es", "desde los a\u00f1os 1990"},
      {"a decade behind a word", told(Relation::since, Mod::none, nineties), "ru", "\u0441 1990-\u0445"},
      {"a part of a decade", told(Relation::none, Mod::start, nineties), "de", "Anfang der 1990er"},
      {"... with an article of its own", told(Relation::none, Mod::mid, nineties), "fr", "milieu des ann\u00e9es 1990"},
      {"words that run together", told(Relation::until, Mod::none, nineties), "fr", "jusqu'aux ann\u00e9es 1990"},
      {"... with the article of a day", told(Relation::before, Mod::none, third), "es", "antes del 3 mayo 1921"},
      {"the first day of a month", told(Relation::after, Mod::none, first), "fr", "apr\u00e8s le 1er ao\u00fbt 1990"},
      {"a part of a month", told(Relation::none, Mod::mid, may), "fr", "mi-mai 1998"},
      {"a part of a century", told(Relation::none, Mod::start, century), "es", "principios del siglo XIX"},
      {"a century behind a word", told(Relation::by, Mod::none, century), "de", "bis zum 19. Jahrhundert"},
      {"... by its number", told(Relation::after, Mod::none, century), "uk",
       "\u043f\u0456\u0441\u043b\u044f 19-\u0433\u043e \u0441\u0442\u043e\u043b\u0456\u0442\u0442\u044f"},
      {"a century", told(Relation::none, Mod::none, century), "en", "19th century"},
      {"a century in Roman numerals", told(Relation::none, Mod::none, century), "es", "siglo XIX"},
      {"counted from the writing", label_of({day, 2 * day}, Frame::document), "es",
       "1 d\u00eda despu\u00e9s de la redacci\u00f3n"},
      {"a span counted from the writing", label_of({-3 * day, -day}, Frame::document), "de",
       "2\u20133 Tage vor der Niederschrift"},
      {"a language that is not known", told(Relation::by, Mod::none, third), "xx", "by 3 May 1921"},
  }));
  INFO(c.why);
  CHECK(date_words(c.label, Labels(c.tag)) == c.words);
}

TEST_CASE("beside an axis that states the year a date with a month goes without it", "[render][labels]") {
  struct Case {
    const char* why;
    DateLabel label;
    int axis_year;
    const char* words;
  };
  const auto c = GENERATE(values<Case>({
      {"a day", label_of({at(2016, 11, 14), at(2016, 11, 15)}, Frame::calendar), 2016, "14 Nov"},
      {"a day of another year", label_of({at(2016, 11, 14), at(2016, 11, 15)}, Frame::calendar), 2015, "14 Nov 2016"},
      {"a month", label_of({at(2016, 11, 1), at(2016, 12, 1)}, Frame::calendar), 2016, "Nov"},
      {"a year", label_of({at(2016, 1, 1), at(2017, 1, 1)}, Frame::calendar), 2016, "2016"},
      {"years", label_of({at(1816, 1, 1), at(2017, 1, 1)}, Frame::calendar), 2016, "1816\u20132016"},
      {"into the next year", label_of({at(2016, 12, 31), at(2017, 1, 2)}, Frame::calendar), 2016,
       "31 Dec \u2013 1 Jan 2017"},
  }));
  INFO(c.why);
  CHECK(date_words(c.label, Labels(), c.axis_year) == c.words);
}

}  // namespace
}  // namespace annal::labels
