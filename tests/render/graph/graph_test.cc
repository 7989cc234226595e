#include "render/graph/graph.h"

#include <catch2/catch.hpp>
#include <thread>

#include "render/graph/graph_model.h"
#include "tests/render/made_timeline.h"
#include "tests/render/xml_reader.h"

using namespace annal;
using testing::event;

namespace {

std::string name_of(const GraphNode& node) {
  const char letter = node.entity.kind == Entity::Kind::event ? 'e' : 't';
  return node.entity.kind == Entity::Kind::document ? "t0" : letter + std::to_string(node.entity.index + 1);
}

/// "e1>e2 e2>e3~": the drawn order, with ~ for inferred, ' for tense, . for the calendar, / for a time round an event.
std::string drawn(const GraphModel& model) {
  std::string out;
  for (const GraphEdge& edge : model.edges) {
    if (edge.line == GraphLine::guide) continue;
    if (!out.empty()) out += ' ';
    out += name_of(model.nodes[edge.from]) + '>' + name_of(model.nodes[edge.to]);
    switch (edge.line) {
      case GraphLine::stated: break;
      case GraphLine::tense: out += '\''; break;
      case GraphLine::inferred: out += '~'; break;
      case GraphLine::calendar: out += '.'; break;
      case GraphLine::within: out += '/'; break;
      case GraphLine::beside: out += '='; break;
      case GraphLine::guide: break;
    }
  }
  return out;
}

/// `n` events in a text of their own, none dated.
testing::Made events(std::size_t n) {
  testing::Made made("x");
  for (std::size_t i = 0; i < n; ++i)
    made.event("x", "event " + std::to_string(i + 1), unbounded_past, unbounded_future, "").start.frame = Frame::none;
  return made;
}

}  // namespace

TEST_CASE("the graph draws the asserted order, reduced", "[render][graph]") {
  struct Row {
    const char* why;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> before;
    std::vector<std::uint32_t> faint;  ///< events below the threshold
    std::string expected;
  };
  const auto row = GENERATE(values<Row>({
      {"a chain", {{0, 1}, {1, 2}}, {}, "e1>e2 e2>e3"},
      {"what follows is left out", {{0, 1}, {1, 2}, {0, 2}}, {}, "e1>e2 e2>e3"},
      {"an event that is not drawn still carries the order", {{0, 1}, {1, 2}}, {1}, "e1>e3~"},
      {"through two that are not drawn", {{0, 1}, {1, 2}, {2, 3}}, {1, 2}, "e1>e4~"},
      {"stated beats what goes through hidden ones", {{0, 1}, {1, 2}, {0, 2}}, {1}, "e1>e3"},
      {"a circle is cut where it closes", {{0, 1}, {1, 2}, {2, 0}}, {}, "e1>e2 e2>e3"},
      {"before itself", {{0, 0}, {0, 1}}, {}, "e1>e2"},
      {"said twice", {{0, 1}, {0, 1}}, {}, "e1>e2"},
      {"nothing said", {}, {}, ""},
  }));
  INFO(row.why);
  testing::Made made = events(4);
  for (const auto& [a, b] : row.before) made.relate(event(a), RelationType::before, event(b));
  for (const std::uint32_t i : row.faint) made.timeline.events[i].shown = false;
  CHECK(drawn(graph_model(made.timeline, {})) == row.expected);
}

TEST_CASE("relations of every direction become one order", "[render][graph]") {
  struct Row {
    RelationType type;
    std::string expected;
  };
  const auto row = GENERATE(values<Row>({{RelationType::before, "e1>e2"},
                                         {RelationType::ibefore, "e1>e2"},
                                         {RelationType::after, "e2>e1"},
                                         {RelationType::iafter, "e2>e1"},
                                         {RelationType::is_included, "e2>e1="},
                                         {RelationType::includes, "e1>e2="},
                                         {RelationType::simultaneous, "e1>e2="},
                                         {RelationType::identity, "e1>e2="}}));
  testing::Made made = events(2);
  made.relate(event(0), row.type, event(1));
  CHECK(drawn(graph_model(made.timeline, {})) == row.expected);
}

TEST_CASE("times are boxes in the order of the calendar, one for each value", "[render][graph]") {
  CHECK(drawn(graph_model(testing::ferry().timeline, {})) == "e2>e3 e4>t0' t0>e5~ t1>t2. t2>t0. t1>e1/ t2>e2/");
  testing::Made made("In 2014 it rose; in 2014 it fell.");
  made.date("2014", "2014", 0, 100);
  made.date("2014", "2014", 0, 100, 1);
  made.event("rose", "it rises", 0, 100, "2014");
  made.event("fell", "it falls", 0, 100, "2014");
  made.relate(event(0), RelationType::is_included, testing::timex(0));
  made.relate(event(1), RelationType::is_included, testing::timex(1));
  const GraphModel model = graph_model(made.timeline, {});
  CHECK(drawn(model) == "t1>e1/ t1>e2/");
  CHECK(model.nodes.back().timexes == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("what two dates say needs no arrow, unless the text says it too", "[render][graph]") {
  struct Row {
    const char* why;
    bool inferred;
    std::string expected;
  };
  const auto row = GENERATE(
      values<Row>({{"inferred", true, "t1>t2. t1>e1/ t2>e2/"}, {"stated", false, "e1>e2 t1>t2. t1>e1/ t2>e2/"}}));
  INFO(row.why);
  testing::Made made("In 2013 it rose; in 2014 it fell.");
  made.date("2013", "2013", 0, 100);
  made.date("2014", "2014", 100, 200);
  made.event("rose", "it rises", 0, 100, "2013");
  made.event("fell", "it falls", 100, 200, "2014");
  made.relate(event(0), RelationType::is_included, testing::timex(0));
  made.relate(event(1), RelationType::is_included, testing::timex(1));
  made.relate(event(0), RelationType::before, event(1), "narrative-order", row.inferred);
  CHECK(drawn(graph_model(made.timeline, {})) == row.expected);
}

TEST_CASE("events that hang on one time alone are spread over ranks", "[render][graph]") {
  testing::Made made("x");
  for (int i = 0; i < 12; ++i) made.event("x", "x", unbounded_past, unbounded_future, "");
  for (std::uint32_t i = 0; i < 12; ++i) made.relate(event(i), RelationType::before, testing::document, "tense", true);
  const GraphModel model = graph_model(made.timeline, {});
  std::vector<std::size_t> lengths;
  for (const GraphEdge& edge : model.edges) lengths.push_back(edge.length);
  CHECK(lengths == std::vector<std::size_t>{3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1});
}

TEST_CASE("above the limit the most salient events are drawn, and the graph says so", "[render][graph]") {
  testing::Made made = events(300);
  for (std::uint32_t i = 0; i < 300; ++i) made.timeline.events[i].salience = i % 3 == 0 ? 0.9 : 0.6;
  for (std::uint32_t i = 0; i + 1 < 300; ++i) made.relate(event(i), RelationType::before, event(i + 1));
  RenderOptions options;
  options.most_nodes = 100;
  const GraphModel model = graph_model(made.timeline, options);
  CHECK(model.nodes.size() == 100);
  CHECK(model.edges.size() == 99);
  for (const GraphNode& node : model.nodes) CHECK(node.entity.index % 3 == 0);
  CHECK(to_dot(made.timeline, options).value().find("the 100 most salient of 300 events") != std::string::npos);
  options.most_nodes = 1000;
  CHECK(to_dot(made.timeline, options).value().find("most salient") == std::string::npos);
}

TEST_CASE("a tangle is cut down until dot can draw it", "[render][graph]") {
  testing::Made made = events(200);
  for (std::uint32_t a = 0; a < 100; ++a)
    for (std::uint32_t b = 100; b < 200; ++b) made.relate(event(a), RelationType::before, event(b));
  const GraphModel model = graph_model(made.timeline, {});
  CHECK(model.edges.size() <= 400);
  CHECK(model.events == 200);
  CHECK_NOTHROW(testing::XmlReader::read(to_graph_svg(made.timeline).value()));
}

TEST_CASE("an event with a thousand times stands beside its first twelve, and the graph says so", "[render][graph]") {
  testing::Made made("x");
  made.event("x", "it rises", unbounded_past, unbounded_future, "").start.frame = Frame::none;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    made.date("x", std::to_string(1000 + i), i * seconds_per_day, (i + 1) * seconds_per_day);
    made.relate(event(0), RelationType::is_included, testing::timex(i));
  }
  const GraphModel model = graph_model(made.timeline, {});
  CHECK(model.nodes.size() == 13);
  CHECK(model.times_left_out == 988);
  CHECK(to_dot(made.timeline).value().find("988 times of these events are left out") != std::string::npos);
}

TEST_CASE("hostile titles show as they stand in both forms", "[render][graph]") {
  struct Row {
    const char* why;
    std::string title, in_dot, in_svg;
  };
  const auto row = GENERATE(values<Row>({
      {"escape strings of Graphviz", "a\\nb\\N\\l", "a\\\\nb\\\\N\\\\l", "a\\nb\\N\\l"},
      {"a backslash at the end", "end\\", "end\\\\", "end\\"},
      {"entities", "&eacute; & <b>", "&amp;eacute; &amp; <b>", "&eacute; & <b>"},
      {"quotes", "\"so\"", "\\\"so\\\"", "\"so\""},
      {"an HTML label", "<b>bold</b>", "<b>bold</b>", "<b>bold</b>"},
      {"control bytes", "a\x01\x1b[2Jz", "a[2Jz", "a[2Jz"},
      {"broken UTF-8", "caf\xE9 \u00e9", "caf\uFFFD \u00e9", "caf\uFFFD \u00e9"},
      {"bidi override", "a\u202Eb", "ab", "ab"},
      {"emoji", "\U0001F6A2 sails", "\U0001F6A2 sails", "\U0001F6A2 sails"},
      {"a line break", "a\nb", "a b", "a b"},
  }));
  INFO(row.why);
  testing::Made made = events(1);
  made.timeline.events[0].title = row.title;
  const std::string dot = to_dot(made.timeline).value();
  INFO(dot);
  const bool quoted = dot.find("label=\"" + row.in_dot + "\"") != std::string::npos;
  CHECK((quoted || dot.find("label=" + row.in_dot + ",") != std::string::npos));
  CHECK(dot.find("\\\n") == std::string::npos);
  const auto root = testing::XmlReader::read(to_graph_svg(made.timeline).value());
  std::vector<std::string> texts;
  for (const testing::XmlNode* text : root.all("text")) texts.push_back(text->inner());
  CHECK(std::find(texts.begin(), texts.end(), row.in_svg) != texts.end());
}

TEST_CASE("long titles wrap in their box and end in an ellipsis", "[render][graph]") {
  testing::Made made = events(1);
  std::string title;
  for (int i = 0; i < 60; ++i) title += "word ";
  made.timeline.events[0].title = title;
  const std::string dot = to_dot(made.timeline).value();
  CHECK(dot.find("word word word word word word\\nword") != std::string::npos);
  CHECK(dot.find(" …") != std::string::npos);
}

TEST_CASE("the graph's SVG has no outside reference and nothing that runs", "[render][graph]") {
  const std::string svg = to_graph_svg(testing::ferry().timeline).value();
  CHECK_NOTHROW(testing::XmlReader::read(svg));
  for (const char* never : {"<!DOCTYPE", "<script", "<image", "href=\"http"})
    CHECK(svg.find(never) == std::string::npos);
}

TEST_CASE("an empty timeline is an empty graph", "[render][graph]") {
  CHECK(graph_model(Timeline{}, {}).nodes.empty());
  CHECK(to_dot(Timeline{}).value().substr(0, 18) == "digraph timeline {");
  CHECK_NOTHROW(testing::XmlReader::read(to_graph_svg(Timeline{}).value()));
}

TEST_CASE("the same timeline is the same graph, from any thread", "[render][graph]") {
  const Timeline timeline = testing::ferry().timeline;
  const std::string dot = to_dot(timeline).value(), svg = to_graph_svg(timeline).value();
  std::vector<std::string> dots(4), svgs(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < dots.size(); ++i)
    threads.emplace_back([&, i] {
      dots[i] = to_dot(timeline).value();
      svgs[i] = to_graph_svg(timeline).value();
    });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < dots.size(); ++i) {
    CHECK(dots[i] == dot);
    CHECK(svgs[i] == svg);
  }
}

TEST_CASE("time runs down, or to the right", "[render][graph]") {
  RenderOptions options;
  CHECK(to_dot(testing::ferry().timeline, options).value().find("rankdir=TB") != std::string::npos);
  options.left_to_right = true;
  CHECK(to_dot(testing::ferry().timeline, options).value().find("rankdir=LR") != std::string::npos);
}
