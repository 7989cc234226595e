// The forms for other programs: what each holds of one small story, and that no title breaks out of its place.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "render/export/export.h"
#include "tests/render/made_timeline.h"
#include "tests/render/xml_reader.h"

using namespace annal;
using namespace annal::testing;
using nlohmann::json;

namespace {

constexpr const char* hostile_titles[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"x\")",
    "+1",
    "-1",
    "@sum",
    "a, \"b\"; c: d # e % f",
    "END:VEVENT\r\nBEGIN:VALARM",
    "section x\n  y : z",
    "[a](javascript:b)",
    "]]> --> %%{init: {}}%%",
    "\xE2\x80\xAE turned",
    "\xFF broken",
    "2016-11-08: forged",
};

Timeline hostile(const std::string& title) {
  Made made = ferry();
  made.timeline.document.title = title;
  made.timeline.events[1].title = title;
  made.timeline.events[1].lane = title;
  made.timeline.events[1].groups = {title, title, title};
  return made.timeline;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace

TEST_CASE("TimelineJS has a slide for each event that has a place on the calendar", "[render][export]") {
  const json read = json::parse(to_timelinejs(ferry().timeline));
  CHECK(read["title"]["text"]["headline"] == "The Aurelia stays in port");
  const json& events = read["events"];
  REQUIRE(events.size() == 5);
  CHECK(events[0]["start_date"] == json({{"year", 1986}}));
  CHECK_FALSE(events[0].contains("end_date"));  // it happened once in that year
  CHECK(events[0]["display_date"] == "1986");
  CHECK(events[1]["start_date"] == json({{"year", 2016}, {"month", 11}, {"day", 8}}));
  CHECK_FALSE(events[1].contains("end_date"));
}

TEST_CASE("vis-timeline has points with their date in words, and ranges only for what lasted and holds its title",
          "[render][export]") {
  Timeline timeline = ferry().timeline;
  json read = json::parse(to_vis(timeline));
  CHECK(read["groups"].size() == 1);
  REQUIRE(read["items"].size() == 5);
  CHECK(read["items"][0]["type"] == "point");
  CHECK(read["items"][0]["content"] == "1986: The Aurelia first sails");
  CHECK(read["items"][0]["start"] == "1986-01-01T00:00:00");
  CHECK_FALSE(read["items"][0].contains("end"));
  CHECK(read["items"][1]["type"] == "point");
  CHECK(read["items"][1]["content"] == "A storm tears the ramp off");
  Event& sails = timeline.events[0];
  sails.start.latest = sails.start.earliest;
  sails.end.earliest = sails.end.latest = sails.end.latest + 365 * seconds_per_day * 20;
  read = json::parse(to_vis(timeline));
  CHECK(read["items"][0]["type"] == "range");
  CHECK(read["items"][0]["content"] == "The Aurelia first sails");
  CHECK(read["items"][0]["end"] == "2006-12-27T00:00:00");
}

TEST_CASE("Markwhen has a line for each event with both bounds, and counts the others", "[render][export]") {
  CHECK(to_markwhen(ferry().timeline) ==
        "---\ntitle: \"The Aurelia stays in port\"\ntimezone: UTC\n---\n\n"
        "1986-01-01/1986-12-31: The Aurelia first sails\n"
        "2016-11-08: A storm tears the ramp off\n"
        "2016-11-08/2016-11-14: Inspectors find rust\n"
        "2017-03-01/2017-03-10: The Aurelia is to return (expected)\n"
        "\n// left out, without both bounds on the calendar: 1\n");
}

TEST_CASE("Mermaid's timeline has the order in words", "[render][export]") {
  const std::string out = to_mermaid(ferry().timeline);
  CHECK(out.starts_with("timeline\n  title The Aurelia stays in port\n  1986 : The Aurelia first sails\n"));
  CHECK(count(out, "\n") == 7);
}

TEST_CASE("Mermaid's gantt has bars only for what lasted, dates in words, and no line for today", "[render][export]") {
  const std::string out = to_mermaid_gantt(ferry().timeline);
  CHECK(out.find(":milestone, e2, 2016-11-08T00:00:00, 2016-11-08T00:00:00\n") != std::string::npos);
  CHECK(out.find("sails (1986) :milestone, e1, 1986-01-01T00:00:00, 1986-01-01T00:00:00\n") != std::string::npos);
  CHECK(out.find("\n  todayMarker off\n") != std::string::npos);
}

TEST_CASE("a calendar holds what is known to the week, with an exclusive end, and calls the unsure tentative",
          "[render][export]") {
  const std::string out = to_icalendar(ferry().timeline);
  CHECK(count(out, "BEGIN:VEVENT\r\n") == 2);
  CHECK(
      out.find("DTSTART;VALUE=DATE:20161108\r\nDTEND;VALUE=DATE:20161109\r\nSUMMARY:A storm tears the ramp off\r\n") !=
      std::string::npos);
  CHECK(count(out, "STATUS:TENTATIVE") == 1);
  CHECK(out.find("DTSTAMP:20161114T000000Z\r\n") != std::string::npos);
  CHECK(out.find("X-WR-CALDESC:Not included\\, for lack of an exact date:\\n1986: The Aurelia f\r\n irst sails") !=
        std::string::npos);
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    CHECK(end - at <= 75);
    at = end + 2;
  }
}

TEST_CASE("what is known to a part of a day, or about, is no appointment at an hour", "[render][export]") {
  Made made = ferry();
  Event& storm = made.timeline.events[1];
  const CivilSeconds begin = day(2016, 11, 8) + 22 * 3600, end = day(2016, 11, 9) + 5 * 3600;
  storm.start = storm.end = {begin, end, Frame::calendar};
  storm.when = Made::label("8 Nov 2016, night", begin, end);
  storm.precision = Granularity::part_of_day;
  const std::string night = to_icalendar(made.timeline);
  CHECK(night.find("DTSTART;VALUE=DATE:20161108\r\nDTEND;VALUE=DATE:20161109\r\n") != std::string::npos);
  CHECK(count(night, "STATUS:CONFIRMED") == 0);
  CHECK(to_mermaid_gantt(made.timeline).find("A storm tears the ramp off (") != std::string::npos);

  storm.start = storm.end = {begin, begin + 60, Frame::calendar};
  storm.when = Made::label("8 Nov 2016, 22:00", begin, begin + 60);
  storm.precision = Granularity::minute;
  CHECK(count(to_icalendar(made.timeline), "STATUS:CONFIRMED") == 1);
  storm.when.mod = Mod::approx;
  CHECK(count(to_icalendar(made.timeline), "STATUS:CONFIRMED") == 0);
}

TEST_CASE("CSV has one row for each event under its names", "[render][export]") {
  const std::string out = to_csv(ferry().timeline);
  CHECK(count(out, "\r\n") == 6);
  CHECK(out.find("e2,1,8 Nov 2016,A storm tears the ramp off,fact,2016-11-08,2016-11-08,2016-11-08,2016-11-08,") !=
        std::string::npos);
}

TEST_CASE("CSV marks a date before the year 0 as text, which a spreadsheet would reckon out", "[render][export]") {
  Timeline timeline = ferry().timeline;
  timeline.events[1].edtf = "-0043-03-15";
  CHECK(to_csv(timeline).find(",'-0043-03-15,") != std::string::npos);
}

TEST_CASE("TimelineJS names on its first slide what has no slide", "[render][export]") {
  Timeline timeline = ferry().timeline;
  CHECK_FALSE(json::parse(to_timelinejs(timeline))["title"]["text"].contains("text"));
  timeline.events[1].start = timeline.events[1].end = {};
  timeline.events[1].when = {};
  CHECK(json::parse(to_timelinejs(timeline))["title"]["text"]["text"] ==
        "<p>Not included, for lack of an exact date: \u00b7 undated: A storm tears the ramp off</p>");
}

TEST_CASE("GraphML has the events, the times they lie in and the relations between them", "[render][export]") {
  const std::string out = to_graphml(ferry().timeline);
  CHECK(count(out, "<node ") == 8);
  CHECK(count(out, "<edge ") == 5);
  CHECK(out.find("<edge source=\"e2\" target=\"e3\">\n      <data key=\"type\">BEFORE</data>") != std::string::npos);
}

TEST_CASE("JSON-LD says when in OWL-Time, and a start date only where it is known to the day", "[render][export]") {
  const json graph = json::parse(to_jsonld(ferry().timeline))["@graph"];
  REQUIRE(graph.size() == 5);
  CHECK_FALSE(graph[0].contains("startDate"));
  CHECK(graph[1]["startDate"] == "2016-11-08");
  CHECK(graph[1]["time:intervalBefore"] == json::parse(R"([{"@id": "#e3"}])"));
  CHECK(graph[0]["time:intervalIn"][0]["time:hasEnd"]["time:inXSDDate"]["@value"] == "1986-12-31");
}

TEST_CASE("no title, lane or actor breaks out of its place in any form", "[render][export]") {
  const std::string title = GENERATE(from_range(std::begin(hostile_titles), std::end(hostile_titles)));
  CAPTURE(title);
  const Timeline timeline = hostile(title);
  const Timeline plain = hostile("plain");
  CHECK(json::parse(to_timelinejs(timeline))["events"].size() == 5);
  CHECK(to_timelinejs(timeline).find('<') == std::string::npos);
  CHECK(json::parse(to_vis(timeline))["items"].size() == 5);
  CHECK(to_vis(timeline).find('<') == std::string::npos);
  CHECK(json::parse(to_jsonld(timeline))["@graph"].size() == 5);
  CHECK(to_jsonld(timeline).find('<') == std::string::npos);
  for (const auto form : {to_markwhen, to_mermaid, to_mermaid_gantt}) {
    const std::string out = form(timeline);
    CHECK(count(out, "\n") == count(form(plain), "\n"));
    CHECK(out.find("](") == std::string::npos);
    CHECK(out.find('<') == std::string::npos);
    CHECK(out.find("%%{") == std::string::npos);
  }
  const std::string calendar = to_icalendar(timeline);
  CHECK(count(calendar, "\r\nBEGIN:V") == 2);
  CHECK(count(calendar, "\r\nEND:V") == 3);
  const std::string table = to_csv(timeline);
  CHECK(count(table, "\r\n") == 6);
  for (const char formula : {'=', '+', '-', '@'}) {
    CHECK(table.find(std::string(",") + formula) == std::string::npos);
    CHECK(table.find(std::string(",\"") + formula) == std::string::npos);
  }
  CHECK_NOTHROW(XmlReader::read(to_graphml(timeline)));
}
