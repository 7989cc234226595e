#include "timeline/about.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "timeline/selection.h"

namespace annal {
namespace {

/// Events with these actors.
Timeline with(const std::vector<std::string>& actors) {
  Timeline timeline;
  for (const std::string& actor : actors) {
    Event event;
    event.groups.actor = actor;
    timeline.events.push_back(event);
  }
  return timeline;
}

}  // namespace

TEST_CASE("an event is about whoever takes part in it by name", "[timeline][about]") {
  struct Row {
    const char* why;
    std::vector<std::string> actors;
    const char* name;
    std::vector<std::uint32_t> events;
  };
  const auto row = GENERATE(values<Row>({
      {"by the whole name, in any case", {"Jane Roe", "Otto Lind"}, "jane roe", {0}},
      {"with a title before it", {"Mayor Jane Roe"}, "Jane Roe", {0}},
      {"by the last word alone where nobody else has it", {"Jane Roe", "Roe", "Lind"}, "Jane Roe", {0, 1}},
      {"not by a last word that two share", {"Jane Roe", "Roe", "Max Roe"}, "Jane Roe", {0}},
      {"by a part of a name that is asked for", {"Jane Roe", "Max Roe"}, "Roe", {0, 1}},
      {"never by a part of a word", {"Roebuck"}, "Roe", {}},
      {"nobody has no name", {"", "Roe"}, "  ", {}},
  }));
  INFO(row.why);
  CHECK(events_about(with(row.actors), row.name) == row.events);
}

TEST_CASE("an event is about what its words name as a participant", "[timeline][about]") {
  Timeline timeline = with({"", ""});
  timeline.document.text = "the Ost bridge";
  timeline.events[1].arguments.push_back({Role::undergoer, {0, 14}, ""});
  CHECK(events_about(timeline, "Ost bridge") == std::vector<std::uint32_t>{1});
  timeline.events[0].arguments.push_back({Role::agent, {0, 3}, "Jane Roe"});
  CHECK(events_about(timeline, "Jane Roe") == std::vector<std::uint32_t>{0});
}

TEST_CASE("an event without participants is about whom its title names", "[timeline][about]") {
  Timeline timeline = with({"", "", "Otto Lind"});
  for (Event& event : timeline.events) event.title = "The trial of Jane Roe";
  timeline.document.text = "the court";
  timeline.events[1].arguments.push_back({Role::agent, {0, 9}, ""});
  CHECK(events_about(timeline, "Roe") == std::vector<std::uint32_t>{0});
}

TEST_CASE("the selection shows only what is about the name that is asked for", "[timeline][about][selection]") {
  Timeline timeline = with({"Jane Roe", "Otto Lind"});
  select_events(timeline, {.all = true, .about = "Roe"});
  CHECK(timeline.events[0].shown);
  CHECK_FALSE(timeline.events[1].shown);
}

}  // namespace annal
