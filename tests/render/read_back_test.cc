// What render/json.h writes and timeline/json/read_timeline.h reads again.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "render/encode/version.h"
#include "render/formats.h"
#include "render/json.h"
#include "render/svg/svg.h"
#include "render/text/order.h"
#include "render/text/text.h"
#include "tests/reader/pdf/written_pdf.h"
#include "tests/render/made_timeline.h"
#include "tests/render/schema_check.h"
#include "timeline/edits/apply_edits.h"
#include "timeline/edits/read_edits.h"
#include "timeline/json/read_timeline.h"
#include "timeline/lanes.h"
#include "timeline/read_article.h"
#include "timeline/selection.h"

using namespace annal;
using nlohmann::json;

namespace {

std::string file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

Timeline built(const std::string& bytes, std::optional<Dct> dct = {}) {
  ArticleOptions options;
  options.name = "article";
  options.default_id = "article";
  options.dct = dct;
  return build_timeline(read_article(bytes, options).value());
}

std::string rendered(TimelineRenderer render, const Timeline& timeline, const RenderOptions& options = {}) {
  std::string out;
  CHECK(render([&](std::string_view piece) { out += piece; }, timeline, options));
  return out;
}

Timeline read_again(const Timeline& timeline, JsonEvidence evidence = JsonEvidence::written) {
  return read_timeline(to_json(timeline, JsonLayout::line, evidence), "again.json").value();
}

/// Checks that every format renders `again` to the bytes that it renders `timeline` to.
void check_same(const Timeline& timeline, const Timeline& again) {
  for (const Format& format : formats()) {
    INFO(format.name);
    // one assertion a format: a difference is shown by annal build FILE.json, and the text is long
    if (format.build != nullptr) CHECK((rendered(format.build, timeline) == rendered(format.build, again)));
    if (format.order != nullptr) CHECK((rendered(format.order, timeline) == rendered(format.order, again)));
  }
}

}  // namespace

TEST_CASE("a timeline that is read again renders to the same bytes in every format", "[render][json]") {
  for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/data/samples")) {
    if (entry.path().extension() != ".txt") continue;
    INFO(entry.path().filename());
    Timeline timeline = built(file(entry.path()));
    Timeline again = read_again(timeline);
    check_same(timeline, again);
    for (const SvgLayout layout : {SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical})
      CHECK((to_svg(timeline, {.layout = layout}) == to_svg(again, {.layout = layout})));
    for (const SelectionOptions& selected :
         {SelectionOptions{.all = true}, SelectionOptions{.top = 3}, SelectionOptions{.min_salience = 0.4},
          SelectionOptions{.dated = true}, SelectionOptions{.from = testing::day(2014, 1, 1)}}) {
      select_events(timeline, selected);
      select_events(again, selected);
      CHECK((to_svg(timeline, {}) == to_svg(again, {})));
      CHECK(to_text(timeline) == to_text(again));
    }
  }
}

TEST_CASE("lanes are read again, and chosen again as from the article", "[render][json][lanes]") {
  Timeline timeline = built(
      "Anna Kovar bought the mill in Marl on 3 May 2014. David Hart sued her on 5 May 2014. Anna Kovar sold the mill "
      "on "
      "9 "
      "May 2014. David Hart met the press in Lund on 10 May 2014. Anna Kovar left the country on 12 May 2014. David "
      "Hart "
      "closed his shop on 14 May 2014.");
  CHECK(timeline.lanes == LaneBasis::actor);
  CHECK(to_svg(timeline, {}).find("data-lane=\"David Hart\"") != std::string::npos);
  Timeline again = read_again(timeline);
  check_same(timeline, again);
  for (const char* lanes : {"place", "source", "none", "actor"}) {
    INFO(lanes);
    timeline.presentation.lanes = again.presentation.lanes = lanes;
    choose_lanes(timeline);
    choose_lanes(again);
    CHECK((to_svg(timeline, {.layout = SvgLayout::lanes}) == to_svg(again, {.layout = SvgLayout::lanes})));
    check_same(timeline, read_again(again));
  }
}

TEST_CASE("the pages of a document are read again, and stand beside what they tell of", "[render][json][pages]") {
  const Timeline timeline =
      built(test::pdf_of({"The old mill burned on 3 May 2014.", "The council closed the bridge on 5 May 2014."}));
  const json written = json::parse(to_json(timeline, JsonLayout::line, JsonEvidence::written));
  CHECK(testing::SchemaCheck(json::parse(timeline_schema())).faults(written) == std::vector<std::string>{});
  CHECK(written["documents"][0]["pages"] == json({0, 36}));
  CHECK(written["events"][0]["span"]["page"] == 1);
  CHECK(written["events"][1]["span"]["page"] == 2);
  check_same(timeline, read_again(timeline));
  CHECK(to_order_text(timeline).find("on 5 May 2014 (p. 2)") != std::string::npos);
  CHECK(to_svg(timeline, {}).find("p. 2") != std::string::npos);

  json out_of_order = written;
  out_of_order["documents"][0]["pages"] = {36, 0};
  CHECK_FALSE(read_timeline(out_of_order.dump(), "a.json"));
}

TEST_CASE("what the samples do not have is read again as well", "[render][json]") {
  struct Row {
    const char* why;
    const char* article;
  };
  const auto row = GENERATE(values<Row>({
      {"neither a day of writing nor a year", "They met on 14 November. Yesterday they left, two days after the vote."},
      {"nothing happens", "A short note."},
      {"a contradiction of the text",
       "SELD, 9 May 2014 - The council met on Monday, 5 May 2014. The council met on Tuesday, 6 May 2014, the mayor "
       "said. After the meeting the bridge was closed; the bridge was closed before the council met."},
      {"only likely relations", "Crews repaired the pump. Officials inspected the site and workers cleaned the hall."},
      {"dates and titles in JSON",
       R"({"title": "A mill", "credit": "Archive", "theme": "dark", "events": [
       {"date": "c. 1870", "title": "Built", "lane": "Mill", "colour": "#b42318", "note": "Two\nlines", "pin": true},
       {"date": "1901", "end": "1903-05", "title": "Rebuilt", "link": "https://example.org", "image": "a.png"},
       {"title": "Nobody knows"}, {"date": "before 1860", "title": "A ford", "status": "alleged"},
       {"date": "3 May 2014, 6.40 am", "title": "Burns"}, {"date": "2014-05-03T07:00", "end": "2014-05-03T09:30", "title": "Talk"}, {"date": "2016/..", "title": "Empty"},
       {"date": "44 BC", "title": "Hidden", "hide": true}, {"date": "November 2004 – January 2005", "title": "Moved"}]})"},
      {"dates and titles in a table",
       "date,title\n14 November,No year\n2016?,A guess\n\"3 May 2016\",\"Two\nlines, one title\"\n,None\n"},
      {"clock times",
       "MOSS, 3 May 2014 - The lock opened at 6.40 a.m. and closed at noon. A boat had passed by 11:15."},
      {"before Christ",
       "Rome was founded in 753 BC. The temple burned in 83 BC, long after the kings were driven out."},
      {"a web page",
       "<html><body><article><h1>Weir opens</h1><p>The weir opened on 3 May 2014.</p></article></body></html>"},
      {"annotated",
       "<?xml version=\"1.0\"?><TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" "
       "value=\"2014-05-05\" functionInDocument=\"CREATION_TIME\">5 May 2014</TIMEX3></DCT><TEXT>The mill "
       "<EVENT eid=\"e1\" class=\"OCCURRENCE\">burned</EVENT> before it <EVENT eid=\"e2\" "
       "class=\"OCCURRENCE\">closed</EVENT>.</TEXT><MAKEINSTANCE eventID=\"e1\" eiid=\"ei1\" "
       "tense=\"PAST\" aspect=\"NONE\" polarity=\"POS\" pos=\"VERB\"/><MAKEINSTANCE eventID=\"e2\" "
       "eiid=\"ei2\" tense=\"PAST\" aspect=\"NONE\" polarity=\"POS\" pos=\"VERB\"/><TLINK lid=\"l1\" "
       "relType=\"BEFORE\" eventInstanceID=\"ei1\" relatedToEventInstance=\"ei2\"/></TimeML>"},
  }));
  INFO(row.why);
  const Timeline timeline = built(row.article);
  check_same(timeline, read_again(timeline));
}

TEST_CASE("an edited timeline is read again", "[render][json]") {
  const Timeline article = built(
      "MOSS, 12 May 2014 - The council met on Monday, 5 May 2014. The mayor called the guard by phone. Two days after "
      "the meeting the mill burned down. The owner denied the charge on 9 May 2014. Crews cleared the yard.");
  const auto edits = read_edits(R"(title = "The mill"
subtitle = "A week in May"
credit = "The archive"
note = "Dates are local"
theme = "--annal-ground: #fffdf5; --annal-text: #222"
[[event]]
words = "met"
title = "The council meets again"
date = "6 May 2014"
lane = "Council"
colour = "#b42318"
[[event]]
words = "burned down"
pin = true
note = "Two crews"
link = "https://example.org/mill"
image = "photos/mill.jpg"
status = "reported"
[[event]]
words = "cleared"
hide = true
[[event]]
words = "denied"
date = "from 3 to 5 June 2014"
[[add]]
title = "The mill is sold"
date = "c. 1870"
[[add]]
title = "Nobody knows when"
)",
                                "x.edits.toml");
  REQUIRE(edits);
  const EditedTimeline edited = apply_edits(article, *edits);
  const Timeline& timeline = edited.timeline;
  REQUIRE(timeline.events.size() >= article.events.size() + 2);
  check_same(timeline, read_again(timeline));
  const json written = json::parse(to_json(timeline, JsonLayout::line, JsonEvidence::written));
  CHECK(testing::SchemaCheck(json::parse(timeline_schema())).faults(written) == std::vector<std::string>{});
}

TEST_CASE("a timeline with a contradiction is read again", "[render][json]") {
  const Timeline timeline = testing::ferry().timeline;
  const Timeline again = read_again(timeline);
  REQUIRE(again.conflicts.size() == 1);
  CHECK(again.conflicts[0].cycle == timeline.conflicts[0].cycle);
  CHECK(again.conflicts[0].set_aside == timeline.conflicts[0].set_aside);
  CHECK(json::parse(to_json(again))["conflicts"][0]["cycle"] ==
        json::parse(to_json(timeline))["conflicts"][0]["cycle"]);
}

TEST_CASE("what the owner of a timeline states is read again, and follows the schema", "[render][json]") {
  Timeline timeline = testing::ferry().timeline;
  timeline.presentation = {"The ferry", "Forty years", "From the archive", "Dates are local", "de", "place", "dark"};
  timeline.events[0].visibility = Visibility::hidden;
  timeline.events[1].visibility = Visibility::pinned;
  timeline.events[1].colour = "#b42318";
  timeline.events[1].note = "Two crews";
  timeline.events[1].link = "https://example.org/ferry";
  timeline.events[1].image = "photos/ramp.jpg";
  timeline.events[1].edited = {EditedField::title, EditedField::image};
  timeline.evidence[0].kind = EvidenceKind::edited;
  Event added;
  added.title = "The council sells her";
  added.edited = {EditedField::added};
  added.position = added.rank = 5;
  timeline.events.push_back(added);
  timeline.order.push_back(5);
  const std::string written = to_json(timeline, JsonLayout::line, JsonEvidence::written);
  CHECK(testing::SchemaCheck(json::parse(timeline_schema())).faults(json::parse(written)) ==
        std::vector<std::string>{});
  const auto again = read_timeline(written, "again.json");
  REQUIRE(again);
  CHECK(again->presentation == timeline.presentation);
  CHECK(again->events[1].edited == timeline.events[1].edited);
  CHECK(again->events[1].visibility == Visibility::pinned);
  CHECK(again->evidence[0].kind == EvidenceKind::edited);
  json then = json::parse(written), now = json::parse(to_json(*again, JsonLayout::line, JsonEvidence::written));
  for (json* each : {&then, &now})  // the made text is one sentence
    for (json& event : (*each)["events"])
      for (const char* place : {"sentence", "clause"}) event.erase(place);
  for (const char* field : {"presentation", "events", "evidence"}) CHECK(now[field] == then[field]);
}

TEST_CASE("without its evidence a timeline draws the same picture, and its page claims no proof", "[render][json]") {
  const Timeline timeline = built(file(ANNAL_SOURCE_DIR "/data/samples/ferry-news.txt"));
  const Timeline again = read_again(timeline, JsonEvidence::left_out);
  CHECK((to_svg(timeline, {}) == to_svg(again, {})));
  CHECK(to_text(timeline) == to_text(again));
  const Format& page = **choose_format("html", "-", formats_for(FormatUse::build));
  CHECK(rendered(page.build, again).find("\"pairs\":[]") != std::string::npos);
}

TEST_CASE("a timeline of version 1 is read", "[render][json]") {
  const std::string old = file(ANNAL_SOURCE_DIR "/tests/render/version-1.json");
  const Timeline timeline = read_timeline(old, "version-1.json").value();
  CHECK(timeline.events.size() == json::parse(old)["events"].size());
  CHECK(timeline.events[0].status == Status::reported);
  CHECK(timeline.events[0].source == "the council");
  const std::string text = to_text(timeline);
  for (const char* shown : {"1987", "4 Nov 2019", "12 Nov 2019", "The mine inspectors found"})
    CHECK(text.find(shown) != std::string::npos);
  const json now = json::parse(to_json(timeline));
  CHECK(testing::SchemaCheck(json::parse(timeline_schema())).faults(now) == std::vector<std::string>{});
  CHECK(now["events"][4]["when"] == "1987");
  check_same(timeline, read_again(timeline));
}

TEST_CASE("a file that is no timeline, or a broken one, is refused with the place", "[render][json]") {
  const json good = json::parse(to_json(testing::ferry().timeline, JsonLayout::line, JsonEvidence::written));
  struct Row {
    const char* place;
    json value;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {"/schema", "annal-timeline/3",
       "/schema: 'annal-timeline/3' is another version than this program reads: annal-timeline/1 and /2; a newer annal "
       "reads it"},
      {"/documents", json::array(), "/documents: there is none"},
      {"/documents/0/text", 1, "/documents/0/text: is no text"},
      {"/documents/0/dct", {{"source", "given"}}, "/documents/0/dct: the date of writing has no value"},
      {"/events/1/class", "HAPPENING", "/events/1/class: 'HAPPENING' is no class"},
      {"/events/1/title", nullptr, "/events/1/title: is no text"},
      {"/events/2/span", {{"begin", 5}, {"end", 5000}}, "/events/2/span: the span lies outside the text"},
      {"/events/2/span", {{"begin", 5}, {"end", 4}}, "/events/2/span: the span lies outside the text"},
      {"/events/1/timexes/0", "t9", "/events/1/timexes/0: 't9' names nothing"},
      {"/events/0/precedes", {"e0"}, "/events/0/precedes/0: 'e0' names nothing"},
      {"/events/0/precedes", {"e1"}, "/events/0/precedes/0: an event does not precede itself"},
      {"/events/2/precedes", {"e4", "e1"}, "/events/2/precedes/1: e1 stands at position 0, not behind this event's 2"},
      {"/events/2/position", 1, "/events/1/precedes/0: e3 stands at position 1, not behind this event's 1"},
      {"/events/1/rank", 7, "/events/2/rank: 2 is below the 7 of e2, which stands before it"},
      {"/events/2/id", "e2", "/events/2/id: 'e2' stands twice"},
      {"/events/0/salience", 2, "/events/0/salience: is no number from 0 to 1"},
      {"/events/0/start/earliest", "2016-02-30", "/events/0/start/earliest: '2016-02-30' is no day and no second"},
      {"/events/0/mentions", 3, "/events/0/mentions: is no list"},
      {"/relations/0/to", "x7", "/relations/0/to: 'x7' names nothing"},
      {"/evidence/0/from", "e1.middle", "/evidence/0/from: 'e1.middle' is no point"},
      {"/evidence/0/low", 1e300, "/evidence/0/low: is no whole number, or too large"},
      {"/evidence/1/set_aside", false, "/evidence/1: contradicts the rest and is not set aside"},
      {"/events/1/link", "javascript:alert(1)",
       "/events/1/link: 'javascript:alert(1)' is no link; one begins with http://, https:// or mailto:"},
      {"/events/1/colour", "red}", "/events/1/colour: 'red}' is no colour; write #b42318, #b23 or a name of CSS"},
      {"/events/1/edited", {"title", "rank"}, "/events/1/edited/1: 'rank' is no field that an owner edits"},
      {"/events/1/visibility", "loud", "/events/1/visibility: 'loud' is no visibility"},
      {"/presentation",
       {{"theme", "url(x)"}},
       "/presentation/theme: theme:1: 'url(x)' is no property of a theme; write --annal-ground: #fffdf5;"},
      {"/conflicts/0/set_aside", 7, "/conflicts/0/set_aside: names no statement of the cycle"},
  }));
  INFO(row.place);
  json bad = good;
  bad[json::json_pointer(row.place)] = row.value;
  const auto timeline = read_timeline(bad.dump(), "x.json");
  REQUIRE_FALSE(timeline);
  CHECK(timeline.error().message == std::string("x.json: ") + row.message);
}

TEST_CASE("what is finished takes no other date of writing", "[render][json]") {
  ArticleOptions options;
  options.name = "x.json";
  options.dct = Dct{DctSource::given, 0, false, ""};
  const auto article = read_article(to_json(testing::ferry().timeline), options);
  REQUIRE_FALSE(article);
  CHECK(article.error().code == Code::usage);
}
