// What the owner of a timeline states, in every form for other programs, as far as the form has a place for it; and
// that none of it breaks out of its place.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "render/export/export.h"
#include "render/export/timeml.h"
#include "render/formats.h"
#include "render/graph/graph.h"
#include "render/text/text.h"
#include "tests/render/made_timeline.h"
#include "tests/render/xml_reader.h"

using namespace annal;
using namespace annal::testing;
using nlohmann::json;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

std::string rendered(const Format& format, const Timeline& timeline) {
  std::string out;
  const Result<void> done = format.build([&](std::string_view piece) { out += piece; }, timeline, {});
  INFO(format.name);
  REQUIRE(done);
  return out;
}

/// The formats of text, without pictures of pixels and paper.
std::vector<const Format*> text_formats() {
  std::vector<const Format*> found = formats_for(FormatUse::build);
  std::erase_if(found, [](const Format* format) { return format->name == "png" || format->name == "pdf"; });
  return found;
}

}  // namespace

TEST_CASE("TimelineJS has the owner's words on its first slide, notes, links and images on the others",
          "[render][export]") {
  const json read = json::parse(to_timelinejs(owned_ferry().timeline));
  CHECK(read["title"]["text"]["headline"] == "Four days of the Aurelia");
  CHECK(read["title"]["text"]["text"] ==
        "<p>From storm to rust</p><p>Dates are those of the minutes</p><p>Graphic: M. Kern</p>");
  const json& storm = read["events"][1];
  CHECK(
      storm["text"]["headline"] ==
      "<a href=\"https://example.org/storm?a=1&amp;b=(2)\" target=\"_blank\" rel=\"noopener noreferrer\">A storm tears "
      "the ramp off</a>");
  CHECK(holds(storm["text"]["text"], "<p>the worst since 1953</p><p>On November 8"));
  CHECK(storm["media"]["url"] == "https://example.org/storm.jpg");
  CHECK_FALSE(read["events"][2].contains("media"));
  CHECK(read["events"].back()["text"] == json({{"headline", "The mayor resigns"}}));
}

TEST_CASE("vis-timeline has links, notes and colours", "[render][export]") {
  const json items = json::parse(to_vis(owned_ferry().timeline))["items"];
  CHECK(holds(items[1]["content"], "<a href=\"https://example.org/storm?a=1&amp;b=(2)\""));
  CHECK(holds(items[1]["title"], "8 Nov 2016: the worst since 1953 On November 8"));
  CHECK(items[1]["style"] == "border-color:#ff6347");
  CHECK_FALSE(items[0].contains("style"));
}

TEST_CASE("Markwhen has what the owner states in its head, and links and notes on the line of their event",
          "[render][export]") {
  const std::string text = to_markwhen(owned_ferry().timeline);
  CHECK(
      text.starts_with("---\ntitle: \"Four days of the Aurelia\"\n"
                       "description: \"From storm to rust \u00b7 Dates are those of the minutes \u00b7 Graphic: M. "
                       "Kern\"\ntimezone: UTC\n---\n"));
  CHECK(holds(text,
              "\n2016-11-08: [A storm tears the ramp off](https://example.org/storm?a=1&b=%282%29) \u2014 the worst "
              "since 1953\n"));
  CHECK(holds(text, "\n# Weather\n"));
}

TEST_CASE("Mermaid has the headline, the rest as a comment, and links in its chart", "[render][export]") {
  const Timeline timeline = owned_ferry().timeline;
  const std::string head =
      "  title Four days of the Aurelia\n"
      "  %% From storm to rust \u00b7 Dates are those of the minutes \u00b7 Graphic\u2236 M. Kern\n";
  CHECK(to_mermaid(timeline).starts_with("timeline\n" + head));
  CHECK(to_mermaid_gantt(timeline).starts_with("gantt\n" + head));
  CHECK(holds(to_mermaid_gantt(timeline), "  click e2 href \"https://example.org/storm?a=1&b=(2)\"\n"));
}

TEST_CASE("a calendar has name and description, and its events notes, addresses and images", "[render][export]") {
  const std::string ics = to_icalendar(owned_ferry().timeline);
  CHECK(holds(ics, "X-WR-CALNAME:Four days of the Aurelia\r\nX-WR-CALDESC:From storm to rust\\nDates are"));
  CHECK(holds(ics, "DESCRIPTION:the worst since 1953\\nOn November 8"));
  CHECK(holds(ics, "URL:https://example.org/storm?a=1&b=(2)\r\n"));
  CHECK(holds(ics, "IMAGE;VALUE=URI:https://example.org/storm.jpg\r\n"));
  CHECK(count(ics, "IMAGE") == 1);
  CHECK(count(ics, "BEGIN:VEVENT") == 3);
}

TEST_CASE("CSV has the owner's columns behind the others, whether anything is stated or not", "[render][export]") {
  const std::string csv = to_csv(owned_ferry().timeline);
  CHECK(holds(csv, "arguments,sentence,note,link,image,colour,edited\r\n"));
  CHECK(holds(csv,
              ",the worst since 1953,https://example.org/storm?a=1&b=(2),https://example.org/storm.jpg,#ff6347,lane; "
              "colour; note; link; image\r\n"));
  CHECK(count(to_csv(ferry().timeline), "\",,,,,\r\n") == 5);
}

TEST_CASE("GraphML declares the owner's keys only where they are stated", "[render][export]") {
  const std::string owned = to_graphml(owned_ferry().timeline);
  CHECK(holds(owned, "<key id=\"note\" for=\"node\""));
  CHECK(holds(owned, "<data key=\"note\">the worst since 1953</data>"));
  CHECK(holds(owned, "<data key=\"label\">Four days of the Aurelia</data>"));
  CHECK_FALSE(holds(to_graphml(ferry().timeline), "key id=\"note\""));
}

TEST_CASE("JSON-LD has the timeline as a work of its own where its owner states what it is", "[render][export]") {
  const json graph = json::parse(to_jsonld(owned_ferry().timeline))["@graph"];
  CHECK(graph[0] == json({{"@id", "#timeline"},
                          {"@type", "CreativeWork"},
                          {"headline", "Four days of the Aurelia"},
                          {"alternativeHeadline", "From storm to rust"},
                          {"abstract", "Dates are those of the minutes"},
                          {"creditText", "Graphic: M. Kern"}}));
  CHECK(graph[2]["url"] == "https://example.org/storm?a=1&b=(2)");
  CHECK(graph[2]["image"] == "https://example.org/storm.jpg");
  CHECK(holds(graph[2]["description"], "the worst since 1953 On"));
  CHECK(graph.back()["startDate"] == "2016-12-01");
  CHECK(json::parse(to_jsonld(ferry().timeline))["@graph"].size() == 5);
}

TEST_CASE("the graph is captioned, and its boxes have colours, links and notes", "[render][graph]") {
  const Timeline timeline = owned_ferry().timeline;
  const std::string dot = to_dot(timeline, {}).value();
  CHECK(holds(dot, "label=\"Four days of the Aurelia\\lFrom storm to rust\\lan arrow runs"));
  CHECK(holds(dot, "Dates are those of the minutes\\lGraphic: M. Kern\\l\""));
  CHECK(holds(dot, "color=\"#ff6347\""));
  CHECK(holds(dot, "URL=\"https://example.org/storm?a=1&amp;b=(2)\""));
  CHECK(holds(dot, "tooltip=\"the worst since 1953 On November 8"));
  CHECK_FALSE(holds(to_dot(ferry().timeline, {}).value(), "URL"));
  const XmlNode drawn = XmlReader::read(to_graph_svg(timeline, {}).value());
  CHECK(std::ranges::any_of(drawn.all("a"), [](const XmlNode* a) {
    const auto address = a->attributes.find("xlink:href");
    return address != a->attributes.end() && address->second == "https://example.org/storm?a=1&b=(2)";
  }));
}

TEST_CASE("the terminal has headline, subtitle, notes and the foot", "[render][text]") {
  const std::string text = to_text(owned_ferry().timeline, {.width = 100});
  CHECK(text.starts_with("Four days of the Aurelia\nFrom storm to rust\nwritten 14 November 2016"));
  CHECK(holds(text, "A storm tears the ramp off\n"));
  CHECK(holds(text, "  the worst since 1953\n"));
  CHECK(holds(text, "\n\nDates are those of the minutes\nGraphic: M. Kern\n"));
  CHECK(holds(text, "The mayor resigns\n"));
}

TEST_CASE("in TimeML an event that the text does not tell of has no tag and no instance", "[render][timeml]") {
  const XmlNode root = XmlReader::read(to_timeml(owned_ferry().timeline));
  for (const char* tag : {"EVENT", "MAKEINSTANCE"})
    for (const XmlNode* node : root.all(tag)) CHECK(node->attributes.at(tag[0] == 'E' ? "eid" : "eventID") != "e6");
  CHECK(root.all("EVENT").size() == 6);  // five, and the second mention of one
}

TEST_CASE("no words of an owner break out of their place in any format", "[render][export]") {
  const std::string payload =
      GENERATE(as<std::string>{}, "<script>alert(1)</script>", "\"]]>--><img src=x onerror=alert(1)>",
               "two\nlines\r\n2016-11-08: forged", "END:VEVENT\r\nBEGIN:VALARM", "\\\" } ; graph {", "%%{init: {}}%%",
               "=HYPERLINK(\"x\")", "\u202Eturned \u05E9\u05DC\u05D5\u05DD \U0001F600", "\xFF broken \x1b[31m",
               std::string(20000, 'w'));
  Timeline timeline = owned_ferry().timeline;
  const Timeline plain = timeline;
  timeline.presentation = {payload, payload, payload, payload, payload, payload, payload};
  for (Event& event : timeline.events) {
    event.title = event.lane = event.note = payload;
    event.link = event.image = event.colour = "javascript:" + payload;
  }
  for (const Format* format : text_formats()) {
    CAPTURE(format->name, payload.substr(0, 40));
    const std::string out = rendered(*format, timeline);
    CHECK(out == rendered(*format, timeline));
    const bool is_json =
        holds(std::string(format->name), "json") || format->name == "vis" || format->name == "timelinejs";
    if (is_json) CHECK(json::accept(out));
    if (format->name == "svg" || format->name == "graph-svg" || format->name == "graphml" || format->name == "timeml")
      CHECK_NOTHROW(XmlReader::read(out));
    const bool quotes_text = format->name == "json" || format->name == "csv" || format->name == "text" ||
                             format->name == "dot" || format->name == "ics";
    if (!quotes_text) CHECK_FALSE(holds(out, "<script>alert"));
    if (!quotes_text) CHECK_FALSE(holds(out, "<img src=x"));
    if (format->name != "json" && format->name != "html") CHECK_FALSE(holds(out, "javascript:"));
    CHECK_FALSE(holds(out, "href=\"javascript:"));
    CHECK_FALSE(holds(out, "\x1b"));
    CHECK_FALSE(holds(out, "\u202E"));
    if (format->name == "ics") CHECK(count(out, "\r\nBEGIN:VALARM") == 0);
    if (format->name == "markwhen" || format->name == "mermaid" || format->name == "mermaid-gantt")
      CHECK(count(out, "\n2016-11-08: forged") == 0);
  }
}
