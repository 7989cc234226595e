#include "timeline/selection.h"

#include <catch2/catch.hpp>
#include <string>

namespace annal {
namespace {

/// Events of these saliences, in the order of the text.
Timeline with(const std::vector<double>& saliences) {
  Timeline timeline;
  for (const double salience : saliences) {
    Event event;
    event.salience = salience;
    timeline.events.push_back(event);
  }
  return timeline;
}

/// "e1 e3": the events that are shown.
std::string shown(const Timeline& timeline) {
  std::string out;
  for (std::size_t e = 0; e < timeline.events.size(); ++e)
    if (timeline.events[e].shown) out += (out.empty() ? "e" : " e") + std::to_string(e + 1);
  return out;
}

std::string selected(Timeline timeline, const SelectionOptions& options = {}) {
  select_events(timeline, options);
  return shown(timeline);
}

TEST_CASE("salient events are shown, or all, or those that are named", "[timeline][selection]") {
  const Timeline timeline = with({0.9, 0.2, 0.5, 0.4});
  CHECK(selected(timeline) == "e1 e3");
  CHECK(selected(timeline, {.all = true}) == "e1 e2 e3 e4");
  CHECK(selected(timeline, {.only = {1, 2}}) == "e2 e3");
  CHECK(selected(with({})).empty());
}

TEST_CASE("of more events than a picture names the most salient are shown, then the most certain",
          "[timeline][selection]") {
  Timeline timeline = with(std::vector<double>(most_shown + 2, 0.7));
  timeline.events[0].salience = 0.6;
  for (std::size_t e = 2; e < timeline.events.size(); ++e) timeline.events[e].certainty = 0.5;
  select_events(timeline);
  CHECK_FALSE(timeline.events[0].shown);
  CHECK_FALSE(timeline.events[1].shown);
  CHECK(timeline.events[2].shown);
  CHECK(timeline.events.back().shown);
}

}  // namespace
}  // namespace annal
