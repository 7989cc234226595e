#include "timeline/collection/day_ranking.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/calendar/civil.h"
#include "core/dct/parse_dct.h"
#include "core/lang/language.h"
#include "render/json.h"
#include "render/labels/extent.h"
#include "render/text/days.h"
#include "timeline/collection/collection_words.h"
#include "timeline/collection/combine.h"
#include "timeline/collection/day_tellings.h"
#include "timeline/read_article.h"

namespace annal {
namespace {

struct Source {
  std::string dct, text;
};

Timeline combined(const std::vector<Source>& sources) {
  Collection collection;
  for (const Source& source : sources) {
    ArticleOptions options;
    options.default_id = "doc" + std::to_string(collection.size() + 1);
    options.language = Language::find("en");
    if (!source.dct.empty()) options.dct = *parse_dct(source.dct);
    REQUIRE(collection.add(build_timeline(*read_article(source.text, options))));
  }
  return std::move(collection).finish();
}

std::string day_text(std::int64_t day) {
  return extent(day * seconds_per_day, (day + 1) * seconds_per_day, Frame::calendar, false).earliest;
}

std::vector<std::string> days_of(const Timeline& timeline, const DayOptions& options = {}) {
  std::vector<std::string> days;
  for (const RankedDay& day : rank_days(timeline, options)) days.push_back(day_text(day.day));
  return days;
}

std::vector<std::string> sentences_of(const Timeline& timeline, const RankedDay& day) {
  std::vector<std::string> sentences;
  for (const DaySentence& told : day.sentences)
    sentences.emplace_back(slice(timeline.document.text, timeline.sentences[told.sentence].span));
  return sentences;
}

const std::vector<Source> flood{
    {"2021-03-20",
     "The Orla dam broke on 4 March 2021 and flooded the lower town of Vell. A fair was held on 9 March 2021."},
    {"2021-03-22", "Engineers in Vell say that the Orla dam broke on 4 March 2021 because a gate was stuck."},
    {"2021-03-25", "The Orla dam broke on 4 March 2021, and the mayor of Vell resigned on 24 March 2021."}};

}  // namespace

TEST_CASE("a day that more documents tell of comes first", "[timeline][collection]") {
  const auto ranked = rank_days(combined(flood), {});
  REQUIRE(ranked.size() >= 3);
  CHECK(day_text(ranked.front().day) == "2021-03-04");
  CHECK(ranked.front().sources == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(ranked.front().weight > ranked[1].weight);
}

TEST_CASE("what is asked of the days bounds them", "[timeline][collection]") {
  const Timeline timeline = combined(flood);
  const auto at = [](const char* day) { return parse_dct(day)->at; };
  DayOptions options;
  options.days = 1;
  CHECK(days_of(timeline, options) == std::vector<std::string>{"2021-03-04"});
  options.days = 10;
  options.from = at("2021-03-05");
  options.to = at("2021-03-20");
  CHECK(days_of(timeline, options) == std::vector<std::string>{"2021-03-09"});
  options.days = 0;
  CHECK(days_of(timeline, options).empty());
}

TEST_CASE("a day that documents look back to outweighs one that as many tell of at once", "[timeline][collection]") {
  const Timeline timeline = combined({{"2020-05-02", "The Orla bridge closed on 2 May 2020."},
                                      {"2020-05-02", "The Orla bridge closed on 2 May 2020, a guard said."},
                                      {"2020-09-01", "The Orla ferry sank on 9 June 2020."},
                                      {"2020-09-04", "The Orla ferry sank on 9 June 2020, a court heard."}});
  const auto days = days_of(timeline);
  REQUIRE(days.size() >= 2);
  CHECK(days[0] == "2020-06-09");
  CHECK(days[1] == "2020-05-02");
}

TEST_CASE("the days of a chronology outweigh days told in passing", "[timeline][collection]") {
  const Timeline timeline = combined({{"2020-09-01",
                                       "2 May 2020: The Orla bridge closed.\n\n9 June 2020: The Orla ferry sank.\n\n1 "
                                       "July 2020: The mayor of Orla resigned."},
                                      {"2020-09-01", "The shop of Orla opened on 3 May 2020."}});
  CHECK(days_of(timeline).back() == "2020-05-03");
}

TEST_CASE("a day told in front outweighs one told further behind", "[timeline][collection]") {
  const Timeline timeline = combined(
      {{"2020-09-01",
        "The Orla ferry sank on 9 June 2020.\n\nThe owner of Orla wept.\n\nThe Orla bridge closed on 7 June 2020."}});
  CHECK(days_of(timeline) == std::vector<std::string>{"2020-06-09", "2020-06-07"});
}

TEST_CASE("a day of which a text only denies something comes last, and says so", "[timeline][collection]") {
  const Timeline timeline = combined({{"2020-09-01",
                                       "The Orla bridge was not closed on 9 June 2020.\n\nThe owner of Orla "
                                       "wept.\n\nThe Orla ferry sank on 7 June 2020."}});
  const auto ranked = rank_days(timeline, {});
  REQUIRE(ranked.size() == 2);
  CHECK(day_text(ranked.front().day) == "2020-06-07");
  REQUIRE(ranked.back().sentences.size() == 1);
  CHECK(ranked.back().sentences.front().status == Status::denied);
  CHECK(to_days_text(timeline, ranked, {}).find("(denied)") != std::string::npos);
  CHECK(to_days_json(timeline, ranked, JsonLayout::indented).find("\"factuality\": \"denied\"") != std::string::npos);
}

TEST_CASE("a day counts for more where few documents were written round it", "[timeline][collection]") {
  std::vector<Source> sources;
  for (const char* day : {"3 May 2020", "9 September 2020"})
    for (int n = 0; n < 2; ++n)
      sources.push_back(
          {"", "The Orla gate opened. The guards of Orla saw it. The Orla ferry sank on " + std::string(day) + "."});
  for (int n = 0; n < 60; ++n) sources.push_back({"2020-05-20", "The council of Orla met."});
  const auto days = days_of(combined(sources));
  const auto place = [&](const char* day) { return std::find(days.begin(), days.end(), day) - days.begin(); };
  CHECK(place("2020-09-09") < place("2020-05-03"));
}

TEST_CASE("a day begins a sentence only where it stands in it", "[timeline][collection]") {
  const Timeline timeline = combined(
      {{"2020-09-01", "On 9 June 2020 the Orla ferry sank. A storm had come. The sinking of the ferry shocked Orla."}});
  for (const DayTelling& telling : tellings_of(timeline)) CHECK((!telling.leading || telling.sentence == 0));
}

TEST_CASE("a day is told by the sentence on which the documents agree", "[timeline][collection]") {
  std::vector<Source> sources = flood;
  sources.push_back({"2021-03-26", "\"I slept until noon on 4 March 2021\", said a baker whom nobody had asked."});
  const Timeline timeline = combined(sources);
  const auto ranked = rank_days(timeline, {.from = {}, .to = {}, .days = 1, .sentences = 2});
  REQUIRE(ranked.size() == 1);
  const std::vector<std::string> told = sentences_of(timeline, ranked.front());
  REQUIRE(told.size() == 2);
  for (const std::string& sentence : told) CHECK(sentence.find("dam broke") != std::string::npos);
}

TEST_CASE("no sentence of a day repeats another", "[timeline][collection]") {
  const std::string same = "The Orla dam broke on 4 March 2021 and flooded the lower town.";
  const Timeline timeline = combined({{"2021-03-20", same}, {"2021-03-21", same}, {"2021-03-22", same}});
  const auto ranked = rank_days(timeline, {.from = {}, .to = {}, .days = 1, .sentences = 5});
  REQUIRE(ranked.size() == 1);
  CHECK(ranked.front().sentences.size() == 1);
}

TEST_CASE("days are ranked in one document, too, and none where none is told", "[timeline][collection]") {
  CHECK(days_of(combined({flood[0]})).front() == "2021-03-04");
  CHECK(days_of(combined({{"", "The dam holds."}})).empty());
  CHECK(rank_days(Timeline(), {}).empty());
}

TEST_CASE("what is no single day, and what did not come about, tells of none", "[timeline][collection]") {
  for (const std::string text :
       {"The dam broke in March 2021.", "The dam broke between 2019 and 2021.", "The council met every Monday."}) {
    INFO(text);
    CHECK(days_of(combined({{"", text}})).empty());
  }
}

TEST_CASE("the name that most documents hold is what they are about", "[timeline][collection]") {
  const Timeline timeline =
      combined({{"2021-03-20", "The clerk said that the Orla gate was shut. He left the house early."},
                {"2021-03-21", "People say that the Orla water is high near Vell."},
                {"2021-03-22", "They saw that the Orla was calm, he told the paper."}});
  const CollectionWords words(timeline);
  CHECK(words.of(0).closeness == Closeness::topic);
  CHECK(words.of(1).closeness == Closeness::none);
  CHECK(likeness(words.of(0).words, words.of(0).words) == Approx(1));
  CHECK(likeness(words.of(0).words, words.of(2).words) < 0.5);
}

TEST_CASE("the days are printed in order of time, with their documents", "[timeline][collection]") {
  const Timeline timeline = combined(flood);
  const auto ranked = rank_days(timeline, {.from = {}, .to = {}, .days = 2});
  RenderOptions options;
  options.width = 60;
  const std::string text = to_days_text(timeline, ranked, options);
  INFO(text);
  CHECK(text.find("4 Mar 2021") < text.find("Mar 2021", text.find("4 Mar 2021") + 10));
  CHECK(text.find("(doc") != std::string::npos);
  CHECK(to_days_text(timeline, {}, options).empty());
}

TEST_CASE("the JSON of days counts its spans from the front of the document", "[timeline][collection]") {
  const Timeline timeline =
      combined({{"2021-03-20", "É. The Orla fair began."}, {"2021-03-22", "É. The Orla dam broke on 4 March 2021."}});
  const std::string json =
      to_days_json(timeline, rank_days(timeline, {.from = {}, .to = {}, .days = 1}), JsonLayout::line);
  INFO(json);
  CHECK(json.find(R"("day":"2021-03-04","rank":1)") != std::string::npos);
  CHECK(json.find(R"("document":1,"span":{"begin":3,"end":38},"text":"The Orla dam broke on 4 March 2021.")") !=
        std::string::npos);
}

}  // namespace annal
