#include "render/text/dates.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "render/json.h"
#include "tests/render/made_timeline.h"

using namespace annal;
using nlohmann::json;

namespace {

Analysis ferry_dates() {
  const Timeline timeline = testing::ferry().timeline;
  Analysis analysis;
  analysis.document = timeline.document;
  analysis.timexes = timeline.timexes;
  analysis.warnings = timeline.warnings;
  analysis.expressions.resize(1);  // the first operation, with nothing stated
  return analysis;
}

}  // namespace

TEST_CASE("dates stand in columns with their place", "[render][dates]") {
  CHECK(to_dates_text(ferry_dates()) ==
        " 1:35  1986         DATE      1986\n"
        " 1:44  November 8   DATE      2016-11-08\n"
        "1:184  early March  DATE      2017-03     mod=START\n"
        "1:35: warning: the year stands alone\n");
  CHECK(to_dates_text(Analysis{}).empty());
}

TEST_CASE("explained, a date says what it covers and what it was counted from", "[render][dates]") {
  DatesOptions options;
  options.explain = true;
  const std::string text = to_dates_text(ferry_dates(), options);
  for (const char* line : {"        covers   1986-01-01 to 1986-12-31\n", "        covers   2016-11-08\n",
                           "        anchor   t0, the day of writing, 2016-11-14\n",
                           "        anchor   t2, \"November 8\", 2016-11-08\n", "        reading  "})
    CHECK(text.find(line) != std::string::npos);
  CHECK(text.find("rule") == std::string::npos);
  options.language = Language::find("en");
  REQUIRE(options.language != nullptr);
  CHECK(to_dates_text(ferry_dates(), options).find("        rule     ") != std::string::npos);
}

TEST_CASE("an anchor that is not known is said to be so", "[render][dates]") {
  Analysis analysis = ferry_dates();
  analysis.document.dct = {};
  analysis.timexes[2].value.anchor_kind = AnchorKind::event;
  DatesOptions options;
  options.explain = true;
  const std::string text = to_dates_text(analysis, options);
  CHECK(text.find("anchor   t0, the day of writing, which is not known\n") != std::string::npos);
  CHECK(text.find("anchor   an event\n") != std::string::npos);
}

TEST_CASE("hostile words cannot steer the terminal and long ones are cut", "[render][dates]") {
  testing::Made made("in \x1b[2J\nMay " + std::string(80, 'x'));
  made.date("\x1b[2J\nMay " + std::string(80, 'x'), "XXXX-05", 0, 1);
  Analysis analysis;
  analysis.document = made.timeline.document;
  analysis.timexes = made.timeline.timexes;
  const std::string text = to_dates_text(analysis);
  CHECK(text == "1:4  [2J May " + std::string(29, 'x') + "...  DATE      XXXX-05\n");
}

TEST_CASE("a set shows how often, and where it repeats", "[render][dates]") {
  testing::Made made("twice a week");
  Timex& timex = made.date("twice a week", "P1W", 0, 0);
  timex.value.type = TimexType::set;
  timex.value.quant = ShortText("EVERY");
  timex.value.freq = ShortText("2X");
  Analysis analysis;
  analysis.document = made.timeline.document;
  analysis.timexes = made.timeline.timexes;
  CHECK(to_dates_text(analysis) == "1:1  twice a week  SET       P1W  quant=EVERY freq=2X\n");
}

TEST_CASE("columns count characters, and lines after line breaks", "[render][dates]") {
  testing::Made made("\u6e21\u8239\ncaf\u00e9 2014");
  made.date("2014", "2014", 0, 1);
  Analysis analysis;
  analysis.document = made.timeline.document;
  analysis.timexes = made.timeline.timexes;
  CHECK(to_dates_text(analysis) == "2:6  2014  DATE      2014\n");
}

TEST_CASE("the dates for programs are the time expressions of the timeline", "[render][dates]") {
  const json dates = json::parse(to_dates_json(ferry_dates()));
  json expected = json::parse(to_json(testing::ferry().timeline));
  CHECK(dates["schema"] == "annal-dates/2");
  CHECK(dates["documents"] == expected["documents"]);
  CHECK(dates["warnings"] == expected["warnings"]);
  REQUIRE(dates["timexes"].size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    json stated = dates["timexes"][i];
    for (const char* told_by_hand : {"reading", "tree"}) {  // the made timeline has words for these, and no trees
      stated.erase(told_by_hand);
      expected["timexes"][i].erase(told_by_hand);
    }
    CHECK(stated == expected["timexes"][i]);
  }
  CHECK_FALSE(dates.contains("events"));
}

TEST_CASE("the dates for programs hold the tree of each time expression", "[render][dates]") {
  const json dates = json::parse(to_dates_json(ferry_dates()));
  const Analysis analysis = ferry_dates();
  std::size_t trees = 0;
  for (std::size_t i = 0; i < analysis.timexes.size(); ++i) {
    const Timex& timex = analysis.timexes[i];
    const bool made_of_words = timex.expression < analysis.expressions.size();
    CHECK(dates["timexes"][i].contains("tree") == made_of_words);
    if (made_of_words) CHECK(dates["timexes"][i]["tree"] == tree_text(analysis.expressions, timex.expression));
    trees += made_of_words;
  }
  CHECK(trees > 0);
}
