#include "timeline/selection.h"

#include <catch2/catch.hpp>
#include <string>

namespace annal {
namespace {

constexpr CivilSeconds day = seconds_per_day;

/// An event of this salience; with a date of its own, the n-th day of 1970.
struct Told {
  double salience;
  int day = 0;
};

Timeline with(const std::vector<Told>& told) {
  Timeline timeline;
  for (const Told& t : told) {
    Event event;
    event.title = "The mill burned";
    event.salience = t.salience;
    if (t.day > 0) {
      event.timexes = {0};
      const CivilSeconds begin = (t.day - 1) * day;
      event.start = event.end = {begin, begin + day, Frame::calendar};
      event.when = label_of({begin, begin + day}, Frame::calendar);
    }
    timeline.events.push_back(event);
  }
  return timeline;
}

/// "e1 e3": the events that are shown.
std::string selected(Timeline timeline, const SelectionOptions& options = {}) {
  select_events(timeline, options);
  std::string out;
  for (std::size_t e = 0; e < timeline.events.size(); ++e)
    if (timeline.events[e].shown) out += (out.empty() ? "e" : " e") + std::to_string(e + 1);
  return out;
}

}  // namespace

TEST_CASE("a date of its own makes up for salience", "[timeline][selection]") {
  CHECK(selected(with({{0.3, 1}, {0.3, 2}, {0.3, 3}, {0.3, 4}, {0.3, 5}, {0.4}, {0.05, 6}})) == "e1 e2 e3 e4 e5");
}

TEST_CASE("an undated event is shown where it is salient and something says when it was", "[timeline][selection]") {
  Timeline timeline = with({{0.3, 1}, {0.3, 2}, {0.3, 3}, {0.3, 4}, {0.3, 5}, {0.9}, {0.9}, {0.9}, {0.4}});
  CHECK(selected(timeline) == "e1 e2 e3 e4 e5");
  timeline.events[5].precedes = {8};
  timeline.events[6].start.earliest = 0;
  timeline.events[6].end.latest = day;
  timeline.events[7].start.earliest = 0;
  CHECK(selected(timeline) == "e1 e2 e3 e4 e5 e6 e7");
}

TEST_CASE("that something has still to come orders nothing that has been", "[timeline][selection]") {
  Timeline timeline = with({{0.3, 1}, {0.3, 2}, {0.3, 3}, {0.3, 4}, {0.3, 20}, {0.9}});
  Event& undated = timeline.events[5];
  undated.start = {unbounded_past, 9 * day + 1, Frame::calendar};
  undated.precedes = {4};
  timeline.document.dct = {DctSource::given, 9 * day, false, ""};
  CHECK(selected(timeline) == "e1 e2 e3 e4 e5");
  undated.precedes = {3};
  CHECK(selected(timeline) == "e1 e2 e3 e4 e5 e6");
}

TEST_CASE("a text with little to show shows its best", "[timeline][selection]") {
  CHECK(selected(with({{0.3}, {0.2}, {0.05}, {0.4}})) == "e1 e2 e4");
  CHECK(selected(with({{0.3}, {0.2}, {0.25}, {0.4}, {0.21}, {0.35}, {0.22}})) == "e1 e3 e4 e6 e7");
  Timeline denied = with({{0.3}});
  denied.events[0].status = Status::denied;
  CHECK(selected(denied).empty());
  CHECK(selected(with({})).empty());
}

TEST_CASE("options choose by number, date, salience or name", "[timeline][selection]") {
  const Timeline timeline = with({{0.9}, {0.3, 1}, {0.6, 2}, {0.4, 40}, {0.05}});
  CHECK(selected(timeline, {.all = true}) == "e1 e2 e3 e4 e5");
  CHECK(selected(timeline, {.only = {1, 4}}) == "e2 e5");
  CHECK(selected(timeline, {.top = 1}) == "e3");
  CHECK(selected(timeline, {.top = 4}) == "e1 e2 e3 e4");
  CHECK(selected(timeline, {.dated = true}) == "e2 e3 e4");
  CHECK(selected(timeline, {.min_salience = 0.4}) == "e1 e3 e4");
  CHECK(selected(timeline, {.from = day}) == "e3 e4");
  CHECK(selected(timeline, {.from = 0, .to = 2 * day}) == "e2 e3");
  CHECK(selected(timeline, {.all = true, .dated = true}) == "e2 e3 e4");
}

TEST_CASE("of more events than a picture names those with a date stay, then the most salient",
          "[timeline][selection]") {
  std::vector<Told> told(most_shown + 3, Told{0.7});
  told[0].salience = 0.6;
  told[1].salience = 0.6;
  told[2] = {0.3, 1};
  told[3].salience = 0.65;
  Timeline timeline = with(told);
  for (Event& event : timeline.events) event.precedes = {2};
  select_events(timeline);
  CHECK_FALSE(timeline.events[0].shown);
  CHECK_FALSE(timeline.events[1].shown);
  CHECK(timeline.events[2].shown);
  CHECK_FALSE(timeline.events[3].shown);
  CHECK(timeline.events[4].shown);
  CHECK(timeline.events.back().shown);
}

}  // namespace annal
