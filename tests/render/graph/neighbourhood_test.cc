#include "render/graph/neighbourhood.h"

#include <catch2/catch.hpp>

#include "tests/render/made_timeline.h"

using namespace annal;
using testing::event;
using testing::timex;

namespace {

constexpr CivilSeconds day = seconds_per_day;

/// Events e1 … e6 in that order, of falling salience.
testing::Made six() {
  testing::Made made("one two three four five six");
  for (const char* word : {"one", "two", "three", "four", "five", "six"}) {
    const auto n = static_cast<CivilSeconds>(made.timeline.events.size());
    made.event(word, word, n * day, (n + 1) * day, "").salience = 0.9 - 0.1 * static_cast<double>(n);
  }
  made.date("one", "2016", 0, day);
  return made;
}

using Found = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("around an event are those at most two relations away, whichever way they point", "[render][graph]") {
  testing::Made made = six();
  made.relate(event(0), RelationType::before, event(1));
  made.relate(event(2), RelationType::after, event(1));
  made.relate(event(2), RelationType::before, event(3));
  CHECK(neighbourhood(made.timeline, 0) == Found{0, 1, 2});
  CHECK(neighbourhood(made.timeline, 3) == Found{1, 2, 3});
}

TEST_CASE("events of one time are neighbours; the day of writing makes none", "[render][graph]") {
  testing::Made made = six();
  made.relate(event(0), RelationType::is_included, timex(0));
  made.relate(event(4), RelationType::is_included, timex(0));
  made.relate(event(4), RelationType::before, testing::document);
  made.relate(event(5), RelationType::before, testing::document);
  CHECK(neighbourhood(made.timeline, 0) == Found{0, 4});
}

TEST_CASE("an event that nothing is related to stands between its neighbours in the order", "[render][graph]") {
  const testing::Made made = six();
  CHECK(neighbourhood(made.timeline, 2) == Found{1, 2, 3});
  CHECK(neighbourhood(made.timeline, 0) == Found{0, 1});
}

TEST_CASE("of more events than asked for the nearest stay, then the most salient", "[render][graph]") {
  testing::Made made = six();
  for (const std::uint32_t other : {4U, 3U, 2U}) made.relate(event(0), RelationType::before, event(other));
  made.relate(event(4), RelationType::before, event(1));
  CHECK(neighbourhood(made.timeline, 0, 3) == Found{0, 2, 3});
  CHECK(neighbourhood(made.timeline, 0, 1) == Found{0});
}
