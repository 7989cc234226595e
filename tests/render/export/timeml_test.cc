#include "render/export/timeml.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <set>

#include "render/export/timeml_tags.h"
#include "tests/render/made_timeline.h"
#include "tests/render/xml_reader.h"

using namespace annal;
using testing::XmlNode;
using testing::XmlReader;

namespace {

XmlNode read(const Timeline& timeline) { return XmlReader::read(to_timeml(timeline)); }

/// The first element of that name; the test fails where there is none.
const XmlNode& only(const XmlNode& root, const char* name) {
  const auto found = root.all(name);
  REQUIRE(!found.empty());
  return *found.front();
}

/// "EVENT[tore] TIMEX3[2014]": the tags inside TEXT with what they hold, in order.
std::string tags(const XmlNode& root) {
  std::string out;
  const auto walk = [&](const XmlNode& node, const auto& self) -> void {
    for (const XmlNode& child : node.children) {
      if (child.name.empty()) continue;
      if (!out.empty()) out += ' ';
      out += child.name + "[" + child.inner() + "]";
      self(child, self);
    }
  };
  walk(only(root, "TEXT"), walk);
  return out;
}

/// Every id that a link or an instance names is there.
void check_references(const XmlNode& root) {
  std::set<std::string> ids;
  const auto collect = [&](const char* element, const char* key) {
    for (const XmlNode* node : root.all(element)) CHECK(ids.insert(node->attributes.at(key)).second);
  };
  collect("TIMEX3", "tid");
  collect("EVENT", "eid");
  collect("MAKEINSTANCE", "eiid");
  collect("TLINK", "lid");
  for (const char* element : {"TIMEX3", "MAKEINSTANCE", "TLINK"})
    for (const XmlNode* node : root.all(element))
      for (const auto& [key, value] : node->attributes)
        if (std::set<std::string>{"anchorTimeID", "beginPoint", "endPoint", "eventID", "eventInstanceID", "timeID",
                                  "relatedToTime", "relatedToEventInstance"}
                .count(key) > 0)
          CHECK(ids.count(value) == 1);
}

}  // namespace

TEST_CASE("TimeML holds the text, its tags, the instances and the links", "[render][timeml]") {
  const Timeline timeline = testing::ferry().timeline;
  const XmlNode root = read(timeline);
  CHECK(only(root, "TEXT").inner() == timeline.document.text);
  CHECK(only(root, "DOCID").inner() == "ferry-1");
  CHECK(only(root, "TITLE").inner() == "The Aurelia stays in port");
  CHECK(tags(root) ==
        "EVENT[sailed] TIMEX3[1986] TIMEX3[November 8] EVENT[tore] EVENT[storm] EVENT[found] EVENT[complained] "
        "EVENT[return] "
        "TIMEX3[early March]");
  check_references(root);

  const XmlNode& dct = *only(root, "DCT").all("TIMEX3").front();
  CHECK(dct.attributes.at("tid") == "t0");
  CHECK(dct.attributes.at("value") == "2016-11-14");
  CHECK(dct.attributes.at("functionInDocument") == "CREATION_TIME");

  const XmlNode& march = *root.all("TIMEX3").back();
  CHECK(march.attributes == std::map<std::string, std::string>{{"tid", "t3"},
                                                               {"type", "DATE"},
                                                               {"value", "2017-03"},
                                                               {"mod", "START"},
                                                               {"temporalFunction", "true"},
                                                               {"functionInDocument", "NONE"},
                                                               {"anchorTimeID", "t2"}});
  const auto links = root.all("TLINK");
  REQUIRE(links.size() == 6);
  CHECK(links[4]->attributes ==
        std::map<std::string, std::string>{
            {"lid", "l5"}, {"relType", "BEFORE"}, {"timeID", "t0"}, {"relatedToEventInstance", "ei5"}});
}

TEST_CASE("another mention of an event is an event of its own, identical to it", "[render][timeml]") {
  const XmlNode root = read(testing::ferry().timeline);
  const XmlNode& last = *root.all("TLINK").back();
  CHECK(last.attributes ==
        std::map<std::string, std::string>{
            {"lid", "l6"}, {"relType", "IDENTITY"}, {"eventInstanceID", "ei6"}, {"relatedToEventInstance", "ei2"}});
  CHECK(root.all("MAKEINSTANCE").back()->attributes.at("eventID") == "e6");
}

TEST_CASE("without a day of writing the creation time stays open", "[render][timeml]") {
  testing::Made made("They met.");
  made.event("met", "They meet", unbounded_past, unbounded_future, "");
  made.relate(testing::event(0), RelationType::before, testing::document, "tense-past", true);
  const XmlNode root = read(made.timeline);
  CHECK(only(root, "DCT").all("TIMEX3").front()->attributes.at("value") == "XXXX-XX-XX");
  CHECK(root.all("TLINK").front()->attributes.at("relatedToTime") == "t0");
  CHECK(root.all("TITLE").empty());
}

TEST_CASE("tags nest where spans do and give way where spans cross", "[render][timeml]") {
  struct Row {
    const char* why;
    std::vector<std::string> timexes, events;
    std::string expected;
    std::size_t instances;
  };
  const auto row = GENERATE(values<Row>({
      {"apart", {"three days"}, {"vote"}, "TIMEX3[three days] EVENT[vote]", 1},
      {"event in a time", {"three days after the vote"}, {"vote"}, "TIMEX3[three days after the vote] EVENT[vote]", 1},
      {"time in an event", {"days"}, {"three days after"}, "EVENT[three days after] TIMEX3[days]", 1},
      {"event crosses a time from the right", {"three days"}, {"days after"}, "TIMEX3[three days]", 0},
      {"event crosses a time from the left", {"days after"}, {"three days"}, "TIMEX3[days after]", 0},
      {"the same words", {"vote"}, {"vote"}, "TIMEX3[vote] EVENT[vote]", 1},
      {"two events on the same words", {}, {"vote", "vote"}, "EVENT[vote]", 2},
      {"events that cross", {}, {"three days", "days after"}, "EVENT[three days]", 1},
      {"events side by side", {}, {"three", "days"}, "EVENT[three] EVENT[days]", 2},
      {"event round everything",
       {"three days"},
       {"They left three days after the vote.", "vote"},
       "EVENT[They left three days after the vote.] TIMEX3[three days] EVENT[vote]",
       2},
  }));
  INFO(row.why);
  testing::Made made("They left three days after the vote.");
  for (const std::string& words : row.timexes) made.date(words, "2016-11-14", 0, seconds_per_day);
  for (const std::string& words : row.events) made.event(words, words, 0, seconds_per_day, "");
  for (std::uint32_t i = 0; i < row.events.size(); ++i)
    if (!row.timexes.empty()) made.relate(testing::event(i), RelationType::is_included, testing::timex(0));
  const XmlNode root = read(made.timeline);
  CHECK(tags(root) == row.expected);
  CHECK(only(root, "TEXT").inner() == made.timeline.document.text);
  CHECK(root.all("MAKEINSTANCE").size() == row.instances);
  check_references(root);
}

TEST_CASE("whatever the spans, the tags nest and no character is lost", "[render][timeml][property]") {
  rc::prop("for any events and times in a text", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', '<', '&', ' ', '\n', '"', '\x01'));
    testing::Made made(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto spans = *rc::gen::container<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(
        rc::gen::pair(rc::gen::inRange<std::uint32_t>(0, size + 1), rc::gen::inRange<std::uint32_t>(0, size + 1)));
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const Span span{std::min(spans[i].first, spans[i].second), std::max(spans[i].first, spans[i].second)};
      if (i % 3 == 0) {
        made.date("", "2016", 0, 1).span = span;
      } else {
        made.event("", "x", 0, 1, "").span = span;
      }
    }
    const XmlNode root = read(made.timeline);
    std::string expected = text;
    for (std::size_t at = expected.find('\x01'); at != std::string::npos; at = expected.find('\x01', at))
      expected.replace(at, 1, "\uFFFD");
    RC_ASSERT(root.all("TEXT").front()->inner() == expected);
  });
}

TEST_CASE("the time expressions that stay do not depend on the events", "[render][timeml][property]") {
  rc::prop("an event never takes a time expression's tag", [] {
    std::vector<TagWish> times, all;
    std::uint32_t at = 0;
    for (std::uint32_t i = 0; i < 8; ++i) {
      const auto begin = at + *rc::gen::inRange<std::uint32_t>(0, 3);
      at = begin + *rc::gen::inRange<std::uint32_t>(1, 4);
      times.push_back({TagWish::Kind::timex, {begin, at}, i});
      const auto from = *rc::gen::inRange<std::uint32_t>(0, 40), length = *rc::gen::inRange<std::uint32_t>(0, 20);
      all.push_back({TagWish::Kind::event, {from, from + length}, i});
    }
    all.insert(all.end(), times.begin(), times.end());
    std::size_t kept = 0;
    for (const TagWish& tag : well_formed(all)) kept += tag.kind == TagWish::Kind::timex ? 1 : 0;
    RC_ASSERT(kept == times.size());
  });
}

TEST_CASE("a duration that ends or begins at its anchor says so", "[render][timeml]") {
  struct Row {
    const char* why;
    CivilSeconds begin, end;
    Frame frame;
    const char* attribute;
  };
  using testing::day;
  const auto row = GENERATE(values<Row>({
      {"the past three days", day(2016, 11, 11), day(2016, 11, 14), Frame::calendar, "endPoint"},
      {"the next three days", day(2016, 11, 15), day(2016, 11, 18), Frame::calendar, "beginPoint"},
      {"some three days", 0, 0, Frame::none, "anchorTimeID"},
  }));
  INFO(row.why);
  testing::Made made("For three days it rained.");
  made.written(2016, 11, 14);
  Timex& timex = made.date("three days", "P3D", row.begin, row.end);
  timex.value.type = TimexType::duration;
  timex.value.frame = row.frame;
  timex.value.anchor_kind = AnchorKind::document;
  const XmlNode root = read(made.timeline);
  CHECK(root.all("TIMEX3").back()->attributes.at(row.attribute) == "t0");
}

TEST_CASE("the time expressions alone leave events out", "[render][timeml]") {
  const Timeline timeline = testing::ferry().timeline;
  Analysis analysis;
  analysis.document = timeline.document;
  analysis.timexes = timeline.timexes;
  const XmlNode root = XmlReader::read(to_timeml(analysis));
  CHECK(tags(root) == "TIMEX3[1986] TIMEX3[November 8] TIMEX3[early March]");
  CHECK(root.all("MAKEINSTANCE").empty());
  CHECK(root.all("TLINK").empty());
}

TEST_CASE("sets keep how often", "[render][timeml]") {
  testing::Made made("Every Tuesday they met.");
  Timex& timex = made.date("Every Tuesday", "XXXX-WXX-2", 0, 0);
  timex.value.type = TimexType::set;
  timex.value.quant = ShortText("EVERY");
  timex.value.freq = ShortText("2X");
  const XmlNode root = read(made.timeline);
  const XmlNode& found = *root.all("TIMEX3").back();
  CHECK(found.attributes.at("quant") == "EVERY");
  CHECK(found.attributes.at("freq") == "2X");
  CHECK(found.attributes.at("type") == "SET");
}
