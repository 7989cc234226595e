#include "timeline/lanes.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace annal {
namespace {

/// A shown event of these groups.
struct Told {
  std::string actor = {}, place = {}, source = {};
  std::string lane = {};  ///< that its owner states
};

Timeline with(const std::vector<Told>& told, const std::string& wanted = "") {
  Timeline timeline;
  timeline.presentation.lanes = wanted;
  for (const Told& t : told) {
    Event event;
    event.groups = {t.actor, t.place, t.source};
    event.lane = t.lane;
    if (!t.lane.empty()) event.edited = {EditedField::lane};
    event.shown = true;
    timeline.order.push_back(static_cast<std::uint32_t>(timeline.events.size()));
    timeline.events.push_back(event);
  }
  return timeline;
}

/// "actor: A A - B": what the lanes are, and that of each event.
std::string lanes_of(Timeline timeline) {
  choose_lanes(timeline);
  std::string out = std::string(name(timeline.lanes)) + ":";
  for (const Event& event : timeline.events) out += " " + (event.lane.empty() ? "-" : event.lane);
  return out;
}

}  // namespace

TEST_CASE("lanes are the names that split the story best", "[timeline][lanes]") {
  struct Row {
    const char* why;
    std::vector<Told> told;
    const char* lanes;
  };
  const auto row = GENERATE(values<Row>({
      {"two actors", {{"A"}, {"A"}, {"A"}, {"B"}, {"B"}, {}}, "actor: A A A B B -"},
      {"an actor of one event has no lane", {{"A"}, {"A"}, {"C"}, {"B"}, {"B"}, {}}, "actor: A A - B B -"},
      {"places split better than one actor",
       {{"A", "V"}, {"A", "V"}, {"A", "W"}, {"A", "W"}, {"A", "X"}, {"A", "X"}},
       "place: V V W W X X"},
      {"who says so", {{"", "", "R"}, {"", "", "R"}, {"", "", "S"}, {"", "", "S"}, {}, {"A"}}, "source: R R S S - -"},
      {"one actor of nearly all splits nothing",
       {{"A"}, {"A"}, {"A"}, {"A"}, {"A"}, {"A"}, {"B"}, {"B"}},
       "actor: A A A A A A B B"},
      {"one of eight in ten does not",
       {{"A"}, {"A"}, {"A"}, {"A"}, {"A"}, {"A"}, {"A"}, {"A"}, {"B"}, {"B"}},
       "none: - - - - - - - - - -"},
      {"most events have no name",
       {{"A"}, {"A"}, {"B"}, {"B"}, {}, {}, {}, {}, {}, {}, {}},
       "none: - - - - - - - - - - -"},
      {"few events need no lanes", {{"A"}, {"A"}, {"B"}, {"B"}}, "none: - - - -"},
      {"nothing is named", {{}, {}, {}, {}, {}, {}}, "none: - - - - - -"},
  }));
  INFO(row.why);
  CHECK(lanes_of(with(row.told)) == row.lanes);
}

TEST_CASE("the lanes that are asked for are shown, however well they split the story", "[timeline][lanes]") {
  const std::vector<Told> told{{"A", "V"}, {"A", "W"}, {"B"}};
  CHECK(lanes_of(with(told)) == "none: - - -");
  CHECK(lanes_of(with(told, "actor")) == "actor: A A B");
  CHECK(lanes_of(with(told, "place")) == "place: V W -");
  CHECK(lanes_of(with(told, "source")) == "none: - - -");
  CHECK(lanes_of(with(told, "none")) == "none: - - -");
}

TEST_CASE("there are at most six lanes, those of the most events", "[timeline][lanes]") {
  std::vector<Told> told{{"A"}};
  for (const char* name : {"B", "C", "D", "E", "F", "G"}) told.insert(told.end(), 2, {name});
  CHECK(lanes_of(with(told, "actor")) == "actor: - B B C C D D E E F F G G");
}

TEST_CASE("a lane that the owner states stays, and stands alone unless it is one of the names", "[timeline][lanes]") {
  std::vector<Told> told{{"A"}, {"A"}, {"A"}, {"B"}, {"B"}, {"B"}, {"C"}};
  told.back().lane = "B";
  CHECK(lanes_of(with(told)) == "actor: A A A B B B B");
  told.back().lane = "Law";
  CHECK(lanes_of(with(told)) == "none: - - - - - - Law");
  CHECK(lanes_of(with(told, "actor")) == "actor: A A A B B B Law");
}

TEST_CASE("lanes that are chosen again are the same, and follow what is shown", "[timeline][lanes]") {
  Timeline timeline = with({{"A", "V"}, {"A", "V"}, {"A", "V"}, {"B", "W"}, {"B", "W"}, {"C", "X"}});
  choose_lanes(timeline);
  CHECK(lanes_of(timeline) == "actor: A A A B B -");
  timeline.presentation.lanes = "place";
  CHECK(lanes_of(timeline) == "place: V V V W W X");
  timeline.presentation.lanes = "actor";
  for (std::size_t e = 0; e < 4; ++e) timeline.events[e].shown = false;
  CHECK(lanes_of(timeline) == "actor: - - - B B C");
}

TEST_CASE("the name of lanes that there are not names those that there are", "[timeline][lanes]") {
  CHECK(lane_basis("place") == LaneBasis::place);
  CHECK_FALSE(lane_basis("actors"));
  CHECK(lane_basis_fault("actors") ==
        "unknown lanes 'actors'; available: auto, actor, place, source, none; did you mean 'actor'?");
}

}  // namespace annal
