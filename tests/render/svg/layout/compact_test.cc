// Several events in a row, to be read like words: left to right, then the next line.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "render/svg/layout/layout.h"
#include "tests/render/svg/view_maker.h"

namespace annal::svg {
namespace {

view::Row on(int day, const std::string& title) {
  view::Row row;
  row.id = "e" + std::to_string(day);
  row.title = title;
  row.when = std::to_string(day) + " May 2014";
  row.kind = labels::PlacementKind::instant;
  row.frame = Frame::calendar;
  const CivilSeconds from = civil_seconds(2014, 5, static_cast<unsigned>(day));
  row.start = row.end = {from, from + seconds_per_day};
  return row;
}

TEST_CASE("compact events are in order of time from left to right and from top to bottom", "[render][svg]") {
  view::TimelineView view;
  view.labels = Labels("en");
  for (const int day : {1, 2, 8, 9, 15, 16, 22, 23}) view.rows.push_back(on(day, "The council meets"));
  const Picture picture = layout(view, {.layout = SvgLayout::compact});
  REQUIRE(picture.events.size() == 8);
  std::size_t shared = 0;
  for (std::size_t i = 1; i < picture.events.size(); ++i) {
    const Mark &before = picture.events[i - 1].marks.at(0), &mark = picture.events[i].marks.at(0);
    CHECK((mark.y > before.y || (mark.y == before.y && mark.x > before.x)));
    shared += mark.y == before.y;
  }
  CHECK(shared >= 2);
}

TEST_CASE("in a compact row date words and title are one run of words", "[render][svg]") {
  view::TimelineView view;
  view.labels = Labels("en");
  view.rows.push_back(on(3, "The council meets"));
  const Picture picture = layout(view, {.layout = SvgLayout::compact});
  REQUIRE(picture.events.size() == 1);
  const EventDrawing& event = picture.events[0];
  CHECK(event.dates.empty());
  REQUIRE(event.label.size() == 1);
  CHECK(event.label[0].words == "3 May 2014\u00a0 The council meets");
  CHECK(event.label[0].lead == std::string("3 May 2014").size());
}

}  // namespace
}  // namespace annal::svg
