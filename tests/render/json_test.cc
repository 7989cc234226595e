#include "render/json.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "render/encode/version.h"
#include "tests/render/made_timeline.h"
#include "tests/render/schema_check.h"

using namespace annal;
using nlohmann::json;

namespace {

std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> faults(const json& timeline) {
  return testing::SchemaCheck(json::parse(timeline_schema())).faults(timeline);
}

/// The code points [begin, end) of `text`.
std::string code_points(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t n = 0;
  for (const char c : text) {
    if ((c & 0xC0) != 0x80) ++n;
    if (n > begin && n <= end) out += c;
  }
  return out;
}

/// Everything that a reader of the JSON may rely on beyond what a schema can say.
void check_consistent(const json& timeline) {
  const std::string text = timeline["documents"][0]["text"];
  std::set<std::string> ids{"t0"};
  for (const char* list : {"timexes", "events"}) {
    std::size_t number = 0;
    for (const json& item : timeline[list]) {
      const std::string expected = (std::string(list) == "events" ? "e" : "t") + std::to_string(++number);
      CHECK(item["id"] == expected);
      ids.insert(expected);
      CHECK(code_points(text, item["span"]["begin"], item["span"]["end"]) == item["text"].get<std::string>());
    }
  }
  for (const json& item : timeline["timexes"]) CHECK(ids.count(item.value("anchor", "t0")) == 1);
  for (const json& item : timeline["events"])
    for (const json& id : item["timexes"]) CHECK(ids.count(id) == 1);
  for (const json& relation : timeline["relations"]) {
    CHECK(ids.count(relation["from"]) == 1);
    CHECK(ids.count(relation["to"]) == 1);
  }
  for (const json& conflict : timeline["conflicts"])
    if (conflict.contains("set_aside")) CHECK(conflict["set_aside"] < conflict["cycle"].size());
}

}  // namespace

TEST_CASE("the library carries the schema file byte for byte", "[render][json]") {
  CHECK(std::string(timeline_schema()) == file(ANNAL_SOURCE_DIR "/data/schema/timeline.json"));
  CHECK(generator() == "annal " + std::string(version()));
}

TEST_CASE("the JSON timeline follows its schema and its references resolve", "[render][json]") {
  const json timeline = json::parse(to_json(testing::ferry().timeline));
  CHECK(faults(timeline) == std::vector<std::string>{});
  check_consistent(timeline);
  CHECK(faults(json::parse(to_json(Timeline{}))) == std::vector<std::string>{});
}

TEST_CASE("the schema refuses what is wrong with a timeline", "[render][json]") {
  const json good = json::parse(to_json(testing::ferry().timeline));
  struct Row {
    const char* why;
    const char* place;
    json value;
  };
  const auto row = GENERATE(values<Row>({
      {"an unknown key", "/events/0/flavour", "red"},
      {"a colour that is none", "/events/0/colour", "red}"},
      {"a field that its owner cannot change", "/events/0/edited", {"rank"}},
      {"null", "/events/0/when", nullptr},
      {"another version", "/schema", "annal-timeline/1"},
      {"an offset below zero", "/timexes/0/span/begin", -1},
      {"a share past one", "/events/0/salience", 1.5},
      {"a class that is none", "/events/0/class", "HAPPENING"},
      {"a day that is none", "/timexes/0/earliest", "2016-13-01"},
      {"a reference that is none", "/relations/0/to", "x7"},
      {"a day of writing without its source", "/documents/0/dct", json::object()},
      {"a value from nowhere", "/documents/0/dct/source", "none"},
      {"an empty value", "/timexes/0/value", ""},
      {"a factuality that is none", "/events/0/factuality", "likely"},
      {"a role that is none", "/events/1/arguments/0/role", "actor"},
      {"an event before what is none", "/events/0/precedes/0", "t1"},
  }));
  INFO(row.why);
  json bad = good;
  bad[json::json_pointer(row.place)] = row.value;
  CHECK(faults(bad).size() >= 1);
}

TEST_CASE("a time expression says what it covers, inclusive, and what it was counted from", "[render][json]") {
  const json timeline = json::parse(to_json(testing::ferry().timeline));
  CHECK(timeline["timexes"][2] ==
        json::parse(R"({"id":"t3","span":{"begin":183,"end":194},"text":"early March","type":"DATE",
    "value":"2017-03","mod":"START","edtf":"[2017-03-01..2017-03-10]","earliest":"2017-03-01","latest":"2017-03-10","anchor":"t2","reading":"stated"})"));
  CHECK(timeline["timexes"][1]["anchor"] == "t0");
  CHECK_FALSE(timeline["timexes"][0].contains("anchor"));
}

TEST_CASE("an event says its bounds, and nothing of what is not known", "[render][json]") {
  const json timeline = json::parse(to_json(testing::ferry().timeline));
  const json& complaint = timeline["events"][3];
  CHECK(complaint["start"] == json::parse(R"({"latest":"2016-11-14"})"));
  for (const char* absent_key : {"precision", "edtf", "modality", "lane"}) CHECK_FALSE(complaint.contains(absent_key));
  CHECK(timeline["events"][1]["mentions"] == json::parse(R"([{"begin":62,"end":66},{"begin":110,"end":115}])"));
  CHECK(timeline["events"][2]["rank"] == timeline["events"][3]["rank"]);
}

TEST_CASE("a relation that is only likely is no claim", "[render][json]") {
  testing::Made made = testing::ferry();
  const std::size_t claims = json::parse(to_json(made.timeline))["relations"].size();
  made.relate(testing::event(0), RelationType::before, testing::event(4), "model-order");
  CHECK(json::parse(to_json(made.timeline))["relations"].size() == claims + 1);
  made.timeline.relations.back().trust = 0.28;
  CHECK(json::parse(to_json(made.timeline))["relations"].size() == claims);
}

TEST_CASE("an event says who does what to whom, as far as names for pronouns", "[render][json]") {
  testing::Made made("The council closed the mill. It burned in Vell.");
  Event& closed = made.event("closed", "The council closed the mill", unbounded_past, unbounded_future, "");
  closed.arguments = {{Role::agent, made.span("The council"), ""}, {Role::undergoer, made.span("the mill"), ""}};
  Event& burned = made.event("burned", "The mill burned", unbounded_past, unbounded_future, "");
  burned.arguments = {{Role::agent, made.span("It"), "The mill"}, {Role::oblique, made.span("in Vell"), ""}};
  burned.status = Status::alleged;
  burned.source = "the council";
  const json timeline = json::parse(to_json(made.timeline));
  CHECK(faults(timeline) == std::vector<std::string>{});
  CHECK(timeline["events"][0]["arguments"][1] ==
        json::parse(R"({"role":"undergoer","span":{"begin":19,"end":27},"text":"the mill"})"));
  CHECK(timeline["events"][1]["arguments"][0] ==
        json::parse(R"({"role":"agent","span":{"begin":29,"end":31},"text":"It","name":"The mill"})"));
  CHECK(timeline["events"][1]["factuality"] == "alleged");
  CHECK(timeline["events"][1]["source"] == "the council");
}

TEST_CASE("an event says its date in words and for programs", "[render][json]") {
  const json timeline = json::parse(to_json(testing::ferry().timeline));
  CHECK(timeline["events"][3]["when"] == "by 14 Nov 2016");
  CHECK(timeline["events"][3]["date"] ==
        json::parse(R"({"relation":"by","earliest":"2016-11-14","latest":"2016-11-14"})"));
  CHECK(timeline["events"][4]["date"] ==
        json::parse(R"({"mod":"START","value":"2017-03","earliest":"2017-03-01","latest":"2017-03-10"})"));
}

TEST_CASE("evidence is written where it is asked for", "[render][json]") {
  const Timeline timeline = testing::ferry().timeline;
  CHECK_FALSE(json::parse(to_json(timeline)).contains("evidence"));
  const json whole = json::parse(to_json(timeline, JsonLayout::line, JsonEvidence::written));
  CHECK(faults(whole) == std::vector<std::string>{});
  REQUIRE(whole["evidence"].size() == timeline.evidence.size());
  CHECK(whole["evidence"][1]["set_aside"] == true);
}

TEST_CASE("a contradiction names its claims and the one that was set aside", "[render][json]") {
  const json timeline = json::parse(to_json(testing::ferry().timeline));
  const json& conflict = timeline["conflicts"][0];
  CHECK(conflict["set_aside"] == 1);
  CHECK(conflict["cycle"][0] ==
        json::parse(R"({"from":"e2.end","to":"e3.start","low":0,"kind":"signal","rule":"signal-after",
    "trust":0.9,"evidence":{"begin":100,"end":115}})"));
  const std::string reason = conflict["reason"];
  CHECK(reason.starts_with("These statements of the text disagree: \u201cThe ferry Aurelia first sailed in 1986. "));
  CHECK(reason.ends_with("She is to return in early March.\u201d (set aside: \u201cfound rust\u201d)"));
}

TEST_CASE("a year that is not stated is never made up", "[render][json]") {
  testing::Made made("They met on November 14.");
  Timex& timex = made.date("November 14", "XXXX-11-14", 317 * seconds_per_day, 318 * seconds_per_day);
  timex.value.frame = Frame::open_year;
  made.event("met", "They meet", 317 * seconds_per_day, 318 * seconds_per_day, "14 Nov");
  made.timeline.events[0].start.frame = made.timeline.events[0].end.frame = Frame::open_year;
  const json timeline = json::parse(to_json(made.timeline));
  CHECK(faults(timeline) == std::vector<std::string>{});
  CHECK(timeline["timexes"][0]["value"] == "XXXX-11-14");
  CHECK(timeline["timexes"][0]["edtf"] == "XXXX-11-14");
  CHECK_FALSE(timeline["timexes"][0].contains("earliest"));
  CHECK(timeline["events"][0]["start"] == json::parse(R"({"frame":"year","low":27388800,"high":27475200})"));
  CHECK(timeline["documents"][0]["dct"] == json::parse(R"({"source":"none"})"));
}

TEST_CASE("the day of writing is stated with its source", "[render][json]") {
  testing::Made made("x");
  made.timeline.document.dct = {DctSource::dateline, testing::day(2016, 11, 14) + 6 * 3600 + 1800, true,
                                "the line \"Nov. 14\""};
  const json timeline = json::parse(to_json(made.timeline));
  CHECK(timeline["documents"][0]["dct"] ==
        json::parse(R"({"value":"2016-11-14T06:30:00","source":"dateline","reason":"the line \"Nov. 14\""})"));
}

TEST_CASE("offsets count code points, not bytes and not UTF-16 units", "[render][json]") {
  testing::Made made("\U0001F468\u200D\U0001F469 caf\u00e9 \u202Eopened\u202C in 2014 \u6e21\u8239 sailed.");
  made.date("2014", "2014", testing::day(2014, 1, 1), testing::day(2015, 1, 1));
  made.event("opened", "A caf\u00e9 opens", testing::day(2014, 1, 1), testing::day(2015, 1, 1), "2014");
  made.event("sailed", "\u6e21\u8239", unbounded_past, unbounded_future, "");
  const json timeline = json::parse(to_json(made.timeline));
  check_consistent(timeline);
  CHECK(timeline["events"][0]["span"]["begin"] == 10);
  CHECK(timeline["timexes"][0]["span"] == json::parse(R"({"begin":21,"end":25})"));
}

TEST_CASE("hostile text stays JSON on one line and comes back as it was", "[render][json]") {
  const std::string hostile =
      "quote \" back\\slash </script> \x01\x1f\n\r\t \u2028 \u202E \U0001F600 " + std::string(1, '\0') + " end";
  testing::Made made(hostile);
  made.event("quote", hostile, unbounded_past, unbounded_future, hostile);
  made.timeline.document.id = "\xFF broken";
  const std::string line = to_json(made.timeline);
  CHECK(line.find('\n') == std::string::npos);
  const json timeline = json::parse(line);
  CHECK(timeline["documents"][0]["text"] == hostile);
  CHECK(timeline["events"][0]["title"] == hostile);
  CHECK(timeline["documents"][0]["id"] == "\uFFFD broken");
}

TEST_CASE("a share that is no number between 0 and 1 does not break the JSON", "[render][json]") {
  testing::Made made("x");
  Event& event = made.event("x", "x", unbounded_past, unbounded_future, "");
  event.salience = std::numeric_limits<double>::quiet_NaN();
  event.certainty = 0.1 + 0.2;
  const json timeline = json::parse(to_json(made.timeline));
  CHECK(timeline["events"][0]["salience"] == 0);
  CHECK(to_json(made.timeline).find("\"certainty\":0.3,") != std::string::npos);
}

TEST_CASE("the same timeline is the same bytes, in one line or indented", "[render][json]") {
  const Timeline timeline = testing::ferry().timeline, again = testing::ferry().timeline;
  CHECK(to_json(timeline) == to_json(again));
  const std::string indented = to_json(timeline, JsonLayout::indented);
  CHECK(json::parse(indented) == json::parse(to_json(timeline)));
  CHECK(indented.substr(0, 34) == "{\n  \"schema\": \"annal-timeline/2\",\n");
}

TEST_CASE("keys stand in the order of the schema", "[render][json]") {
  const nlohmann::ordered_json timeline = nlohmann::ordered_json::parse(to_json(testing::ferry().timeline));
  const nlohmann::ordered_json schema = nlohmann::ordered_json::parse(timeline_schema());
  const auto in_order = [](const nlohmann::ordered_json& object, const nlohmann::ordered_json& properties) {
    std::vector<std::string> expected, found;
    for (const auto& [key, unused] : properties.items()) {
      static_cast<void>(unused);
      if (object.contains(key)) expected.push_back(key);
    }
    for (const auto& [key, unused] : object.items()) {
      static_cast<void>(unused);
      found.push_back(key);
    }
    CHECK(found == expected);
  };
  in_order(timeline, schema["properties"]);
  in_order(timeline["documents"][0], schema["$defs"]["document"]["properties"]);
  in_order(timeline["timexes"][2], schema["$defs"]["timex"]["properties"]);
  in_order(timeline["events"][4], schema["$defs"]["event"]["properties"]);
  in_order(timeline["relations"][2], schema["$defs"]["relation"]["properties"]);
  in_order(timeline["conflicts"][0]["cycle"][1], schema["$defs"]["claim"]["properties"]);
  in_order(timeline["events"][1]["arguments"][0], schema["$defs"]["argument"]["properties"]);
  in_order(timeline["events"][4]["date"], schema["$defs"]["date"]["properties"]);
}
