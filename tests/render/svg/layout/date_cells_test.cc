#include "render/svg/layout/date_cells.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "render/labels/date_words.h"

namespace annal::svg {
namespace {

constexpr CivilSeconds hour = 3600;

CivilSeconds at(int d, int h = 0) { return civil_seconds(2016, 11, d) + h * hour; }

view::Row row(Interval when, const std::string& lane = "") {
  view::Row r;
  r.frame = r.date.frame = Frame::calendar;
  r.date.interval = when;
  r.lane = lane;
  return r;
}

view::Row guessed(Interval when) {
  view::Row r = row(when);
  r.date.guess = true;
  return r;
}

view::Row night(int d) {
  view::Row r = row({at(d, 22), at(d + 1, 5)});
  r.date.unit.granularity = Granularity::part_of_day;
  r.date.unit.part = DayPart::night;
  return r;
}

/// "day | words" for each row.
std::vector<std::string> cells(std::vector<view::Row> rows, const char* language, bool by_lane = false) {
  view::TimelineView view;
  view.labels = Labels(language);
  for (view::Row& r : rows) r.when = labels::date_words(r.date, view.labels);
  view.rows = std::move(rows);
  std::vector<std::string> found;
  for (const DateCell& cell : date_cells(view, std::nullopt, by_lane)) found.push_back(cell.day + " | " + cell.words);
  return found;
}

TEST_CASE("a date that rows share is written once", "[render][svg]") {
  const Interval third{at(3), at(4)}, six{at(3, 6), at(3, 6) + 60}, seven{at(3, 7), at(3, 7) + 60};
  const Interval fourth{at(4), at(5)}, november{at(1), civil_seconds(2016, 12, 1)};
  struct Case {
    const char* why;
    std::vector<view::Row> rows;
    std::vector<std::string> cells;
  };
  const auto c = GENERATE_COPY(values<Case>({
      {"two days", {row(third), row(fourth)}, {" | 3 Nov 2016", " | 4 Nov 2016"}},
      {"one time alone keeps its day", {row(six), row(fourth)}, {" | 3 Nov 2016, 06:00", " | 4 Nov 2016"}},
      {"two times have their day above", {row(six), row(seven)}, {"3 Nov 2016 | 06:00", " | 07:00"}},
      {"a day is the day of the times that follow", {row(third), row(six)}, {" | 3 Nov 2016", " | 06:00"}},
      {"the day below a time says that it has none",
       {row(six), row(third), row(third), row(seven)},
       {"3 Nov 2016 | 06:00", " | 3 Nov 2016", " | ", " | 07:00"}},
      {"a night belongs to the day it begins on", {row(third), night(3)}, {" | 3 Nov 2016", " | night"}},
      {"a guess is no day that others share", {row(third), guessed(third)}, {" | 3 Nov 2016", " | 3 Nov 2016?"}},
      {"a month", {row(november), row(november)}, {" | Nov 2016", " | "}},
  }));
  INFO(c.why);
  CHECK(cells(c.rows, "en") == c.cells);
}

TEST_CASE("rows of two lanes share no date where lanes stand apart", "[render][svg]") {
  const Interval third{at(3), at(4)};
  CHECK(cells({row(third, "a"), row(third, "b")}, "en", true) ==
        std::vector<std::string>{" | 3 Nov 2016", " | 3 Nov 2016"});
}

TEST_CASE("times are told apart from their day in every language", "[render][svg]") {
  const char* language = GENERATE("en", "de", "es", "fr", "uk", "ru");
  INFO(language);
  const std::vector<std::string> found =
      cells({row({at(3, 6), at(3, 6) + 60}), row({at(3, 7), at(3, 7) + 60})}, language);
  CHECK(found[0].find(" | 06") != std::string::npos);
  CHECK(found[1].rfind(" | 07", 0) == 0);
}

}  // namespace
}  // namespace annal::svg
