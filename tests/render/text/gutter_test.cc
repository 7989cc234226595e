#include "render/text/gutter.h"

#include <catch2/catch.hpp>

#include "core/calendar/civil.h"

using namespace annal;

namespace {

/// Events on the days of November 2016 from the first of a pair to the second, exclusive; 0: not known.
Timeline events_on(const std::vector<std::pair<int, int>>& days) {
  Timeline timeline;
  for (const auto& [first, last] : days) {
    Event event;
    if (first > 0) event.start.earliest = civil_seconds(2016, 11, first);
    if (last > 0) event.start.latest = civil_seconds(2016, 11, last);
    event.start.frame = Frame::calendar;
    event.position = static_cast<std::uint32_t>(timeline.events.size());
    timeline.order.push_back(event.position);
    timeline.events.push_back(event);
  }
  return timeline;
}

std::string marks_of(const Timeline& timeline, const std::vector<std::uint32_t>& rows) {
  const Gutter gutter(timeline, rows, true);
  std::string marks;
  for (std::size_t i = 0; i < rows.size(); ++i) marks += gutter.mark(i, 0, 1);
  return marks;
}

}  // namespace

TEST_CASE("a bracket joins neighbours whose order is open, and who has no place has a sign", "[render][text]") {
  Timeline timeline = events_on({{1, 2}, {2, 3}, {3, 9}, {4, 5}, {0, 6}, {4, 5}, {5, 6}, {0, 0}});
  CHECK(marks_of(timeline, {0, 1, 2, 3, 4, 5, 6, 7}) == "  /|?\\ ?");
  CHECK(Gutter(timeline, std::vector<std::uint32_t>{0, 1}, true).legend(Labels("en")).empty());
  CHECK(Gutter(timeline, std::vector<std::uint32_t>{2, 3, 7}, true).legend(Labels("en")) ==
        std::vector<std::string>{"/|\\ nothing in the text says which of these came first",
                                 "? its place in the order is not known"});
  SECTION("what the text orders is not joined, by however many steps") {
    timeline.events[2].precedes = {3};
    timeline.events[3].precedes = {4};
    timeline.events[4].precedes = {5};
    CHECK(marks_of(timeline, {0, 1, 2, 3, 4, 5, 6, 7}) == "    ?  ?");
  }
  SECTION("of a row of several lines the bracket spans all") {
    const Gutter gutter(timeline, std::vector<std::uint32_t>{2, 3}, true);
    CHECK(gutter.mark(0, 0, 2) == "/");
    CHECK(gutter.mark(0, 1, 2) == "|");
    CHECK(gutter.mark(1, 0, 2) == "|");
    CHECK(gutter.mark(1, 1, 2) == "\\");
  }
}
