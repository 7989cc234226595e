#include "render/view/timeline_view.h"

#include <catch2/catch.hpp>
#include <string>

#include "render/labels/words.h"
#include "render/svg/layout/head.h"

namespace annal::view {
namespace {

constexpr CivilSeconds day = seconds_per_day;

/// A timeline of events with a sentence each, whose order is that of their making.
struct Maker {
  Timeline timeline;

  Event& event(const std::string& title, CivilSeconds begin, CivilSeconds end, double salience = 0.9) {
    Document& d = timeline.document;
    const auto from = static_cast<std::uint32_t>(d.text.size());
    d.text += "It is told that " + title + ".\n";
    Sentence s;
    s.span = {from, static_cast<std::uint32_t>(d.text.size() - 1)};
    Event e;
    e.sentence = static_cast<std::uint32_t>(timeline.sentences.size());
    timeline.sentences.push_back(s);
    e.span = {from + 16, from + 16 + static_cast<std::uint32_t>(title.size())};
    e.title = title;
    e.salience = salience;
    e.shown = salience >= salience_threshold;
    e.certainty = 0.9;
    e.start = e.end = {begin, end, Frame::calendar};
    e.position = static_cast<std::uint32_t>(timeline.events.size());
    timeline.order.push_back(e.position);
    timeline.events.push_back(e);
    return timeline.events.back();
  }
};

TEST_CASE("above the most rows the others are numbered, above the most numbers they are counted", "[render][svg]") {
  struct Case {
    std::size_t events, rows, numbered, counted;
  };
  const auto c = GENERATE(values<Case>({{5, 5, 0, 0}, {6, 5, 1, 0}, {9, 5, 4, 0}, {10, 5, 0, 10}}));
  Maker m;
  for (std::size_t i = 0; i < c.events; ++i) {
    const CivilSeconds t = civil_seconds(2016, 11, 3) + static_cast<CivilSeconds>(i) * day;
    m.event("event " + std::to_string(i), t, t + day);
  }
  const TimelineView view = make_view(m.timeline, {.rows = 5, .numbered = 9});
  CHECK(view.rows.size() == c.rows);
  CHECK(view.numbered.size() == c.numbered);
  CHECK(view.counted.size() == c.counted);
  CHECK(view.events == c.events);
}

TEST_CASE("salient events have rows, by where they begin, then by position", "[render][svg]") {
  Maker m;
  const CivilSeconds t = civil_seconds(2016, 11, 3);
  m.event("late", t + 2 * day, t + 3 * day);
  m.event("minor", t, t + day, 0.4);
  m.event("unsure", t, t + day);
  m.timeline.events.back().certainty = 0.5;
  m.event("sure", t, t + day);
  m.event("first", t + 9 * day, t + 10 * day);
  m.timeline.order = {1, 4, 3, 2, 0};
  const auto titles = [](const TimelineView& view) {
    std::string all;
    for (const Row& row : view.rows) all += row.title + " ";
    return all;
  };
  CHECK(titles(make_view(m.timeline, {})) == "sure unsure late first ");
  CHECK(make_view(m.timeline, {}).found == 5);
  CHECK(make_view(m.timeline, {}).events == 4);
  ViewOptions two;
  two.rows = 2;
  m.timeline.events[0].salience = 1;
  m.timeline.events[2].salience = 0.95;
  const TimelineView few = make_view(m.timeline, two);
  CHECK(titles(few) == "unsure late ");
  CHECK(few.events == 4);
  CHECK(few.counted.size() == 4);
  CHECK(svg::head_line(few, 0) == "4 events, 2 shown by name, 1 minor one left out");
}

TEST_CASE("of events that weigh the same, those that have rows are spread over all of them", "[render][svg]") {
  Maker m;
  for (int i = 0; i < 12; ++i) m.event(std::to_string(i), i * day, (i + 1) * day);
  m.timeline.events[1].salience = 0.95;
  ViewOptions options;
  const auto titles = [&](std::size_t rows) {
    options.rows = rows;
    std::string all;
    for (const Row& row : make_view(m.timeline, options).rows) all += row.title + " ";
    return all;
  };
  CHECK(titles(1) == "1 ");
  CHECK(titles(3) == "0 1 6 ");
  CHECK(titles(5) == "0 1 3 6 9 ");
  CHECK(titles(0).empty());
}

TEST_CASE("a row carries its words, its sentence and its bounds", "[render][svg]") {
  Maker m;
  const CivilSeconds t = civil_seconds(2016, 11, 3);
  Event& e = m.event("the \x01 board\nvotes", t, t + day);
  e.lane = "Board";
  e.edtf = "2016-11-03~";
  const TimelineView view = make_view(m.timeline, {});
  REQUIRE(view.rows.size() == 1);
  const Row& row = view.rows[0];
  CHECK(row.id == "e1");
  CHECK(row.title == "the board votes");
  CHECK(row.when == "about 3 Nov 2016");
  CHECK(row.source == "It is told that the board votes.");
  CHECK(row.kind == labels::PlacementKind::instant);
  CHECK(row.circa);
  CHECK(row.start == labels::Window{t, t + day});
}

TEST_CASE("of a sentence without an end a row quotes what stands round its event", "[render][svg]") {
  Maker m;
  std::string long_title = "it rose";
  for (int i = 0; i < 400; ++i) long_title += " and fell";
  Event& e = m.event(long_title, 0, day);
  e.span.begin += 1800;
  e.span.end = e.span.begin + 4;
  const TimelineView view = make_view(m.timeline, {});
  REQUIRE(view.rows.size() == 1);
  const std::string& quoted = view.rows.front().source;
  CHECK(quoted.size() < 1020);
  CHECK(quoted.size() > 900);
  CHECK(quoted.starts_with("\u2026 "));
  CHECK(quoted.ends_with(" \u2026"));
  CHECK(long_title.find(quoted.substr(4, quoted.size() - 8)) != std::string::npos);
}

TEST_CASE("the words of the timeline are kept, and sides in two frames are not mixed", "[render][svg]") {
  Maker m;
  Event& e = m.event("a vote", 5 * day, 6 * day);
  e.when = label_of({0, day}, Frame::calendar);
  e.start.frame = Frame::open_year;
  const TimelineView view = make_view(m.timeline, {});
  CHECK(view.rows.at(0).when == "1 Jan 1970");
  CHECK(view.rows.at(0).frame == Frame::open_year);
  CHECK(view.rows.at(0).kind == labels::PlacementKind::after);
}

TEST_CASE("rows are a staircase that never goes against a proven order", "[render][svg]") {
  Maker m;
  const CivilSeconds t = civil_seconds(2016, 11, 3);
  m.event("before the 9th", unbounded_past, t + 6 * day).precedes = {1};
  m.event("some time in ten days", t, t + 10 * day);
  m.event("undated", unbounded_past, unbounded_future);
  m.event("before the 5th", unbounded_past, t + 2 * day);
  m.event("the 3rd", t, t + day);
  std::vector<std::string> titles;
  for (const Row& row : make_view(m.timeline, {}).rows) titles.push_back(row.title);
  CHECK(titles ==
        std::vector<std::string>{"before the 9th", "some time in ten days", "the 3rd", "before the 5th", "undated"});
}

TEST_CASE("relations between rows become arcs in the direction of time", "[render][svg]") {
  Maker m;
  const CivilSeconds t = civil_seconds(2016, 11, 3);
  m.event("one", t, t + day);
  m.event("two", t + day, t + 2 * day);
  m.event("minor", t, t + day, 0.1);
  m.event("vague", unbounded_past, t + day);
  const auto relate = [&](std::uint32_t from, std::uint32_t to, RelationType type, bool inferred = false) {
    Relation r;
    r.from.index = from;
    r.to.index = to;
    r.type = type;
    r.inferred = inferred;
    r.evidence = m.timeline.events[from].span;
    m.timeline.relations.push_back(r);
  };
  relate(1, 0, RelationType::after);
  relate(0, 2, RelationType::before);
  relate(0, 1, RelationType::includes, true);
  relate(3, 1, RelationType::before);
  const TimelineView view = make_view(m.timeline, {});
  REQUIRE(view.arcs.size() == 2);
  CHECK(view.arcs[0].from == 0);
  CHECK(view.arcs[0].to == 2);  // "vague" stands between them
  CHECK(view.arcs[0].directed);

  ViewOptions options;
  options.relations = ViewRelations::none;
  CHECK(make_view(m.timeline, options).arcs.empty());
  options.relations = ViewRelations::all;
  CHECK(make_view(m.timeline, options).arcs.size() == 3);
}

TEST_CASE("instants, spans and what is open are told apart by their bounds", "[render][svg]") {
  struct Case {
    const char* why;
    labels::Window start, end;
    Frame frame;
    labels::PlacementKind kind;
  };
  const auto c = GENERATE(values<Case>({
      {"once within a day", {0, day}, {0, day}, Frame::calendar, labels::PlacementKind::instant},
      {"a moment known to the second", {5, 6}, {5, 6}, Frame::calendar, labels::PlacementKind::instant},
      {"a moment known exactly", {5, 5}, {5, 5}, Frame::calendar, labels::PlacementKind::instant},
      {"from one day to the next", {0, day}, {day, 2 * day}, Frame::calendar, labels::PlacementKind::span},
      {"may have lasted, may have not", {0, 2 * day}, {day, 3 * day}, Frame::calendar, labels::PlacementKind::instant},
      {"over by then",
       {unbounded_past, unbounded_future},
       {unbounded_past, day},
       Frame::calendar,
       labels::PlacementKind::before},
      {"begun by then",
       {unbounded_past, day},
       {unbounded_past, unbounded_future},
       Frame::calendar,
       labels::PlacementKind::before},
      {"not before",
       {day, unbounded_future},
       {unbounded_past, unbounded_future},
       Frame::calendar,
       labels::PlacementKind::after},
      {"nothing known", {}, {}, Frame::calendar, labels::PlacementKind::undated},
      {"no calendar", {0, day}, {0, day}, Frame::none, labels::PlacementKind::undated},
  }));
  INFO(c.why);
  CHECK(labels::kind_of(c.start, c.end, c.frame) == c.kind);
}

TEST_CASE("the head says what the picture stands for", "[render][svg]") {
  Maker m;
  const CivilSeconds t = civil_seconds(2016, 11, 3);
  CHECK(svg::head_line(make_view(m.timeline, {}), 0) == "No events");
  m.event("one", t, t + day);
  CHECK(svg::head_line(make_view(m.timeline, {}), 0) == "1 event");
  m.event("two", t, t + day);
  Maker undated;
  for (const char* title : {"one", "two"}) undated.event(title, unbounded_past, unbounded_future);
  CHECK(svg::head_line(make_view(undated.timeline, {}), 0) == "2 events");
  m.timeline.document.dct = {DctSource::inferred, t + 2 * day, false, ""};
  CHECK(svg::head_line(make_view(m.timeline, {}), 3) ==
        "Written 5 November 2016 (inferred) \u00b7 2 events in order of time \u00b7 the axis is cut in 3 places");
  m.timeline.document.dct = {};
  for (Event& e : m.timeline.events) e.start.frame = e.end.frame = Frame::open_year;
  CHECK(svg::head_line(make_view(m.timeline, {}), 1) ==
        "The year is not stated \u00b7 2 events in order of time \u00b7 the axis is cut in 1 place");
  for (Event& e : m.timeline.events) e.start.frame = e.end.frame = Frame::document;
  CHECK(svg::head_line(make_view(m.timeline, {}), 0) ==
        "The day of writing is not known \u00b7 2 events in order of time");
}

TEST_CASE("a bound that counts from an unknown day of writing is no date of its event", "[render][svg]") {
  Maker m;
  m.event("some time before", unbounded_past, -2 * day);
  m.event("within two days", -2 * day, 0);
  for (Event& e : m.timeline.events) {
    e.start.frame = e.end.frame = Frame::document;
    e.when = {};
  }
  const TimelineView view = make_view(m.timeline, {});
  REQUIRE(view.rows.size() == 2);
  CHECK(view.rows[0].when.empty());
  CHECK(view.rows[1].when == "1\u20132 days before writing");
}

TEST_CASE("lanes beyond those that have a shape are others", "[render][svg]") {
  TimelineView view;
  for (int i = 0; i < 12; ++i)
    for (int k = 0; k <= i; ++k) {
      Row row;
      row.lane = "lane " + std::to_string(i);
      view.rows.push_back(row);
    }
  const svg::Lanes lanes = svg::lanes_of(view);
  CHECK(lanes.names[svg::first_lane] == "lane 5");
  CHECK(lanes.names[svg::other_lane] == "others");
  CHECK(lanes.of_row.front() == svg::other_lane);
  CHECK(lanes.of_row.back() == svg::last_lane);
}

}  // namespace
}  // namespace annal::view
