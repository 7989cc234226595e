#include "render/view/time_window.h"

#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"
#include "render/view/timeline_view.h"

namespace annal::view {
namespace {

constexpr CivilSeconds day = seconds_per_day;

labels::Placement placed(labels::Window start, labels::Window end, Frame frame = Frame::calendar) {
  labels::Placement placement;
  placement.kind = labels::kind_of(start, end, frame);
  placement.frame = frame;
  placement.start = start;
  placement.end = end;
  return placement;
}

TEST_CASE("a window holds what touches it, and of what is open its known bound", "[render]") {
  constexpr Interval window{10 * day, 20 * day};
  const struct {
    const char* what;
    labels::Placement placement;
    bool within;
  } cases[] = {
      {"a day in it", placed({12 * day, 13 * day}, {12 * day, 13 * day}), true},
      {"the day before", placed({9 * day, 10 * day}, {9 * day, 10 * day}), false},
      {"the day behind", placed({20 * day, 21 * day}, {20 * day, 21 * day}), false},
      {"years around it", placed({0, day}, {300 * day, 301 * day}), true},
      {"its first instant", placed({10 * day, 10 * day}, {10 * day, 10 * day}), true},
      {"before a day in it", placed({unbounded_past, 15 * day}, {unbounded_past, 15 * day}), true},
      {"before its first day", placed({unbounded_past, 10 * day}, {unbounded_past, 10 * day}), false},
      {"after a day in it", placed({15 * day, unbounded_future}, {15 * day, unbounded_future}), true},
      {"after its last day", placed({20 * day, unbounded_future}, {20 * day, unbounded_future}), false},
      {"no date", placed({}, {}, Frame::none), false},
      {"another frame", placed({12 * day, 13 * day}, {12 * day, 13 * day}, Frame::document), false},
  };
  for (const auto& [what, placement, within] : cases) {
    INFO(what);
    CHECK(lies_within(placement, window) == within);
  }
}

TEST_CASE("what reaches beyond a window is cut at its ends and keeps its words", "[render]") {
  Timeline timeline;
  Event lasting;
  lasting.shown = true;
  lasting.title = "The mill stood";
  lasting.start = {0, day, Frame::calendar};
  lasting.end = {300 * day, 301 * day, Frame::calendar};
  Event elsewhere = lasting;
  elsewhere.start = elsewhere.end = {400 * day, 401 * day, Frame::calendar};
  timeline.events = {lasting, elsewhere};
  timeline.order = {0, 1};
  const TimelineView whole = make_view(timeline, {});
  const TimelineView part = make_view(timeline, {.window = Interval{10 * day, 20 * day}});
  REQUIRE(whole.rows.size() == 2);
  REQUIRE(part.rows.size() == 1);
  CHECK(part.rows[0].start == labels::Window{10 * day, 10 * day});
  CHECK(part.rows[0].end == labels::Window{20 * day, 20 * day});
  CHECK(part.rows[0].when == whole.rows[0].when);
  CHECK(part.found == 1);
  CHECK(part.rows[0].goes_on_before);
  CHECK(part.rows[0].goes_on_after);
}

}  // namespace
}  // namespace annal::view
