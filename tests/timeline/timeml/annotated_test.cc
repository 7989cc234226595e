// Annotated texts: reading TimeML, and the order that its links claim.
#include <rapidcheck/catch.h>
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "timeline/network/network.h"
#include "timeline/timeml/annotated.h"

namespace annal::test {
namespace {

const Language& english() { return *Language::find("en"); }

std::string document(const std::string& text, const std::string& after = {}) {
  return "<?xml version=\"1.0\"?>\n<TimeML><DOCID> d1 </DOCID><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" "
         "value=\"2019-04-02\" "
         "functionInDocument=\"CREATION_TIME\">2 April</TIMEX3></DCT><TEXT>" +
         text + "</TEXT>" + after + "</TimeML>";
}

const std::string text =
    "Rowers <EVENT eid=\"e1\" class=\"OCCURRENCE\">met</EVENT> &amp; "
    "<EVENT eid=\"e2\" class=\"OCCURRENCE\">raced</EVENT> on <TIMEX3 tid=\"t1\" type=\"DATE\" "
    "value=\"2019-04-01\">Monday</TIMEX3> and <EVENT eid=\"e3\" class=\"OCCURRENCE\">rested</EVENT>.";

std::string instance(int number) {
  const std::string n = std::to_string(number);
  return "<MAKEINSTANCE eventID=\"e" + n + "\" eiid=\"ei" + n + "\" tense=\"PAST\" aspect=\"NONE\" polarity=\"POS\"/>";
}
const std::string instances = instance(1) + instance(2) + instance(3);

std::string tlink(int from, const std::string& type, int to) {
  static int count = 0;
  return "<TLINK lid=\"l" + std::to_string(++count) + "\" relType=\"" + type + "\" eventInstanceID=\"ei" +
         std::to_string(from) + "\" relatedToEventInstance=\"ei" + std::to_string(to) + "\"/>";
}

Timeline timeline_of(const std::string& links) {
  auto annotation = read_timeml(document(text, instances + links), "test");
  REQUIRE(annotation);
  return build_timeline(std::move(*annotation), english());
}

}  // namespace

TEST_CASE("the text, places and attributes of TimeML are kept", "[annotation]") {
  const auto read = read_timeml(document(text, instances), "test");
  REQUIRE(read);
  CHECK(read->document.id == "d1");
  CHECK(read->document.text == "Rowers met & raced on Monday and rested.");
  CHECK(read->document.dct.known());
  REQUIRE(read->times.size() == 1);
  CHECK(slice(read->document.text, read->times[0].span) == "Monday");
  CHECK(read->times[0].value.frame == Frame::calendar);
  REQUIRE(read->events.size() == 3);
  CHECK(slice(read->document.text, read->events[1].span) == "raced");
  CHECK(read->events[1].tense == Tense::past);
}

TEST_CASE("characters that a text cannot hold move no place", "[annotation]") {
  const auto read =
      read_timeml(document("A so\xC2\xADlo\xE2\x80\xA8 <EVENT eid=\"e1\" class=\"STATE\">won</EVENT> it."), "test");
  REQUIRE(read);
  CHECK(read->document.text == "A solo\n won it.");
  REQUIRE(read->events.size() == 1);
  CHECK(slice(read->document.text, read->events[0].span) == "won");
}

std::string repeated(std::string_view what, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += what;
  return out;
}

std::string numbered_attributes(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += " a" + std::to_string(i) + "=\"\"";
  return out;
}

TEST_CASE("what is no annotated text is refused with its place", "[annotation]") {
  const char* const declarations =
      "test:1:18: its document type holds declarations, which are not read; remove [...] from <!DOCTYPE>";
  struct Row {
    const char* why;
    std::string bytes;
    const char* message;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"broken", "<TimeML><TEXT>a</TimeML>", "test:1:18: no XML: mismatched tag"},
      {"an entity", "<!DOCTYPE TimeML [<!ENTITY a \"b\">]><TimeML><TEXT>&a;</TEXT></TimeML>", declarations},
      {"default attributes", "<!DOCTYPE TimeML [<!ATTLIST TLINK a CDATA \"x\">]><TimeML><TEXT>a</TEXT></TimeML>",
       declarations},
      {"elements", "<!DOCTYPE TimeML [<!ELEMENT TimeML ANY>]><TimeML><TEXT>a</TEXT></TimeML>", declarations},
      {"a notation", "<!DOCTYPE TimeML [<!NOTATION a SYSTEM \"b\">]><TimeML><TEXT>a</TEXT></TimeML>", declarations},
      {"an instruction", "<!DOCTYPE TimeML [<?a b?>]><TimeML><TEXT>a</TEXT></TimeML>", declarations},
      {"a parameter", "<!DOCTYPE TimeML [<!ENTITY % a \"b\"> %a;]><TimeML><TEXT>a</TEXT></TimeML>", declarations},
      {"nothing in it", "<!DOCTYPE TimeML []><TimeML><TEXT>a</TEXT></TimeML>", declarations},
      {"beside a DTD", "<!DOCTYPE TimeML SYSTEM \"a\" [<!ATTLIST TEXT a CDATA \"x\">]><TimeML><TEXT>a</TEXT></TimeML>",
       "test:1:29: its document type holds declarations, which are not read; remove [...] from <!DOCTYPE>"},
      {"an entity of a DTD", "<!DOCTYPE TimeML SYSTEM \"a.dtd\"><TimeML><TEXT>a&mdash;b</TEXT></TimeML>",
       "test:1:48: the entity &mdash; is not known; write the character itself"},
      {"deep", "<TimeML><TEXT>" + repeated("<s>", 999), "test:1:3009: tags are more than 1000 deep; flatten them"},
      {"attributes", "<TimeML><TEXT><s" + numbered_attributes(1001) + ">",
       "test:1:15: a tag has more than 1000 attributes; drop those that are not needed"},
      {"a long attribute", "<TimeML><TEXT><EVENT eid=\"" + repeated("e", 65537) + "\">",
       "test:1:15: the attribute eid is longer than 65536 bytes; shorten it"},
      {"no text", "<TimeML/>", "test: no <TEXT> in it; put the article inside one"},
  }));
  INFO(row.why);
  const auto read = read_timeml(row.bytes, "test");
  REQUIRE(!read);
  CHECK(read.error().message == row.message);
}

TEST_CASE("a document type without declarations is read, and so are 1000 tags deep and 1000 attributes",
          "[annotation]") {
  const auto bytes = GENERATE_COPY(values<std::string>({
      "<!DOCTYPE TimeML SYSTEM \"TimeML.dtd\"><TimeML><TEXT>a &amp; b</TEXT></TimeML>",
      "<!DOCTYPE TimeML PUBLIC \"-//a//b\" \"http://a.example/TimeML.dtd\"><TimeML><TEXT>a &amp; b</TEXT></TimeML>",
      "<!DOCTYPE TimeML><TimeML><TEXT>a &amp; b</TEXT></TimeML>",
      "<TimeML><TEXT>a &amp; b" + repeated("<s>", 998) + repeated("</s>", 998) + repeated("<s></s>", 2000) +
          "</TEXT></TimeML>",
      "<TimeML><TEXT>a <s" + numbered_attributes(1000) + ">&amp;</s> b</TEXT></TimeML>",
      "<TimeML><!--" + repeated("-x", 1 << 20) + "--><TEXT>a &amp; b</TEXT></TimeML>",
      "<TimeML><?" + repeated("x", 1 << 21) + "?><TEXT>a &amp; b</TEXT></TimeML>",
  }));
  INFO(bytes.substr(0, 80));
  const auto read = read_timeml(bytes, "test");
  REQUIRE(read);
  CHECK(read->document.text == "a & b");
}

TEST_CASE("TimeML is known by its root", "[annotation]") {
  CHECK(is_timeml("\xEF\xBB\xBF <?xml version=\"1.0\"?>\n<!-- x --><TimeML>"));
  CHECK(is_timeml("<TimeML/>"));
  CHECK_FALSE(is_timeml("The tag <TimeML> opens it."));
  CHECK_FALSE(is_timeml("<?xml version=\"1.0\"?><html/>"));
}

TEST_CASE("links that cannot all hold are told as the fewest of them, and the rest decide", "[annotation]") {
  const Timeline timeline = timeline_of(tlink(1, "BEFORE", 2) + tlink(2, "BEFORE", 3) + tlink(3, "BEFORE", 1));
  REQUIRE(timeline.conflicts.size() == 1);
  CHECK(timeline.conflicts[0].cycle.size() == 3);
  CHECK(timeline.relations.size() == 2);
  for (const Relation& kept : timeline.relations) {
    CHECK(Network(timeline).between(kept.from.index, kept.to.index).order == PairOrder::before);
  }
}

TEST_CASE("aspectual links order what they tie", "[annotation]") {
  for (const auto& [type, allen] : {std::pair("INITIATES", allen_starts), std::pair("CULMINATES", allen_finishes),
                                    std::pair("CONTINUES", allen_during)}) {
    INFO(type);
    const Timeline timeline = timeline_of("<ALINK lid=\"a1\" relType=\"" + std::string(type) +
                                          "\" eventInstanceID=\"ei1\" relatedToEventInstance=\"ei2\"/>");
    CHECK(Network(timeline).between(0, 1).allen == allen);
  }
}

TEST_CASE("each type of link and each other one exclude each other just where Allen says so", "[annotation]") {
  // Two links on one pair hold together exactly if they mean the same relation of Allen.
  const std::array<std::pair<const char*, std::uint16_t>, 13> types{{{"BEFORE", allen_before},
                                                                     {"AFTER", allen_after},
                                                                     {"IBEFORE", allen_meets},
                                                                     {"IAFTER", allen_met_by},
                                                                     {"INCLUDES", allen_contains},
                                                                     {"IS_INCLUDED", allen_during},
                                                                     {"SIMULTANEOUS", allen_equals},
                                                                     {"IDENTITY", allen_equals},
                                                                     {"DURING", allen_equals},
                                                                     {"BEGINS", allen_starts},
                                                                     {"BEGUN_BY", allen_started_by},
                                                                     {"ENDS", allen_finishes},
                                                                     {"ENDED_BY", allen_finished_by}}};
  for (const auto& [one, allen_one] : types) {
    const Timeline alone = timeline_of(tlink(1, one, 2));
    INFO(one);
    CHECK(Network(alone).between(0, 1).allen == allen_one);
    for (const auto& [other, allen_other] : types) {
      INFO(other);
      CHECK(timeline_of(tlink(1, one, 2) + tlink(1, other, 2)).conflicts.empty() == (allen_one == allen_other));
    }
  }
}

TEST_CASE("whatever the links claim, what is left contradicts nothing", "[annotation][property]") {
  rc::prop("random links", [] {
    const std::array<const char*, 5> types{"BEFORE", "INCLUDES", "SIMULTANEOUS", "IBEFORE", "BEGINS"};
    std::string links;
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i)
      links += tlink(*rc::gen::inRange(1, 4), types[*rc::gen::inRange<std::size_t>(0, 5)], *rc::gen::inRange(1, 4));
    Timeline timeline = timeline_of(links);
    std::vector<Evidence> kept = timeline.evidence;
    std::erase_if(kept, [](const Evidence& e) { return e.set_aside; });
    const Solution again = solve(timeline.timexes.size(), timeline.events.size(), kept, timeline.document.dct);
    RC_ASSERT(again.conflicts.empty());
    for (std::uint32_t a = 0; a < 3; ++a)
      for (std::uint32_t b = 0; b < 3; ++b) {
        const PairRelation relation = Network(timeline).between(a, b);
        RC_ASSERT(!(relation.starts_before && relation.starts_after));
      }
  });
}

TEST_CASE("events and times without links are put in order by Annal", "[annotation]") {
  auto annotation = read_timeml(document("The jury <EVENT eid=\"e1\" class=\"OCCURRENCE\">met</EVENT> on <TIMEX3 "
                                         "tid=\"t1\" type=\"DATE\" value=\"2019-04-01\">Monday</TIMEX3> after rowers "
                                         "<EVENT eid=\"e2\" class=\"OCCURRENCE\">raced</EVENT>."),
                                "test");
  REQUIRE(annotation);
  const Timeline timeline = build_timeline(std::move(*annotation), english());
  REQUIRE(timeline.events.size() == 2);
  CHECK(Network(timeline).between(1, 0).order == PairOrder::before);
  CHECK(timeline.events[0].edtf == "2019-04-01");
}

TEST_CASE("a time that only the annotation knows dates its event", "[annotation]") {
  auto annotation = read_timeml(document("The jury <EVENT eid=\"e1\" class=\"OCCURRENCE\">met</EVENT> at <TIMEX3 "
                                         "tid=\"t1\" type=\"DATE\" value=\"2019-04-01\" temporalFunction=\"true\" "
                                         "anchorTimeID=\"t0\">the regatta</TIMEX3>."),
                                "test");
  REQUIRE(annotation);
  const Timeline timeline = build_timeline(std::move(*annotation), english());
  REQUIRE(timeline.events.size() == 1);
  CHECK(timeline.events[0].edtf == "2019-04-01");
}

TEST_CASE("a date heading that no annotation marks dates nothing", "[annotation]") {
  const auto timeline = [](const std::string& body) {
    auto annotation = read_timeml(document(body, instance(1)), "test");
    REQUIRE(annotation);
    return build_timeline(std::move(*annotation), english());
  };
  const std::string told =
      "\n\nThe rowers <EVENT eid=\"e1\" class=\"OCCURRENCE\">raced</EVENT>.\n\n1999\n\nThey rested.\n";
  const std::string year = "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1998\">1998</TIMEX3>";
  CHECK(timeline(year + told).events[0].edtf == "1998");
  CHECK(timeline("1998" + told).events[0].timexes.empty());
  CHECK(timeline(year + "\n\n3 May" + told).events[0].edtf == "1998");
}

}  // namespace annal::test
