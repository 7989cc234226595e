// Which documents only repeat another one, and what becomes of what they tell.
#include "timeline/collection/copies.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/dct/parse_dct.h"
#include "timeline/collection/combine.h"
#include "timeline/read_article.h"
#include "timeline/sources.h"

namespace annal {
namespace {

const std::string closed = "The council of Tarn closed the old mill on 2 June 2014 after an inspection. ";
const std::string hurt = "Two firemen were hurt when the old mill burned down on 6 July 2014. ";
const std::string resigned = "Mayor Anton Weir resigned on 7 July 2014 before the council met. ";
const std::string hired = "The council of Tarn hired Jane Orel as its clerk on 10 July 2014. ";

struct Text {
  std::string words;
  const char* dct = "";
};

/// The timeline of the texts; their ids are a, b, c.
Timeline timeline_of(const std::vector<Text>& texts) {
  Collection collection;
  char id = 'a';
  for (const Text& text : texts) {
    ArticleOptions options;
    options.default_id = std::string(1, id++);
    options.language = Language::find("en");
    if (*text.dct != '\0') options.dct = *parse_dct(text.dct);
    REQUIRE(collection.add(build_timeline(*read_article(text.words, options))));
  }
  return std::move(collection).finish();
}

/// "b=a c=a": which is a copy of which.
std::string copies_of(const Timeline& timeline) {
  std::string found;
  for (const Copy& copy : copies_in(timeline))
    found += (found.empty() ? "" : " ") + timeline.sources[copy.document].id + "=" + timeline.sources[copy.of].id;
  return found;
}

std::size_t most_sources(const Timeline& timeline) {
  std::size_t most = 0;
  for (const Event& event : timeline.events) most = std::max(most, sources_of(timeline, event).size());
  return most;
}

}  // namespace

TEST_CASE("a copy is what has hardly a sentence of its own", "[timeline][collection][copies]") {
  struct Row {
    const char* why;
    std::vector<Text> texts;
    const char* copies;
  };
  const auto row = GENERATE(values<Row>({
      {"the same text twice", {{closed + hurt + resigned}, {closed + hurt + resigned}}, "b=a"},
      {"in other marks and letters",
       {{closed}, {"THE COUNCIL OF TARN closed the old mill, on 2 June 2014, after an inspection!"}},
       "b=a"},
      {"of two, the one that was written later",
       {{closed + hurt + resigned, "2014-07-09"}, {closed + hurt + resigned, "2014-07-08"}},
       "a=b"},
      {"a part of a longer text", {{closed + hurt + resigned}, {closed + hurt + resigned + hired}}, "a=b"},
      {"a part of a longer text, of a text before it",
       {{hired + closed + hurt + resigned}, {closed + hurt + resigned}},
       "b=a"},
      {"three of one text",
       {{closed + hurt + resigned}, {closed + hurt + resigned}, {closed + hurt + resigned}},
       "b=a c=a"},
      {"another dateline above it",
       {{"TARN, 8 July 2014 (Herald) -- " + closed + hurt + resigned},
        {"TARN, 9 July 2014 (Post) -- " + closed + hurt + resigned}},
       "b=a"},
      {"texts of which half is alike",
       {{closed + hurt + resigned}, {closed + hired + "The insurer inspected the ruins on 9 July 2014."}},
       ""},
      {"one sentence that both quote", {{closed + hurt}, {closed + hired}}, ""},
      {"a short text that a long one holds", {{closed}, {closed + hurt + resigned}}, ""},
      {"minutes that are alike from week to week",
       {{"The council of Tarn met yesterday in the town hall.", "2014-07-02"},
        {"The council of Tarn met yesterday in the town hall.", "2014-07-09"}},
       ""},
      {"texts without a sentence of some length", {{"The mill."}, {"The mill."}}, ""},
  }));
  INFO(row.why);
  CHECK(copies_of(timeline_of(row.texts)) == row.copies);
}

TEST_CASE("what a copy repeats counts once, and it disagrees with nobody", "[timeline][collection][copies]") {
  const std::string text = closed + hurt + "The clerk of the council resigned on Monday before the vote. ";
  const Timeline timeline = timeline_of({{text, "2014-07-09"}, {text, "2014-07-16"}});
  CHECK(most_sources(timeline) == 1);
  CHECK(timeline.sources.size() == 2);
  for (const Event& event : timeline.events) CHECK(event.accounts.empty());
  REQUIRE(timeline.warnings.size() == 1);
  CHECK(timeline.warnings.front().message == "b: tells what a tells; both are one source");
}

TEST_CASE("what a copy adds to what it repeats is kept, and a third document is a witness",
          "[timeline][collection][copies]") {
  const std::string more = "The sluice of the harbour opened on 9 July 2014. ";
  std::string base;
  for (const char* place : {"harbour", "school", "church", "market", "tower", "bridge", "quay", "lock", "dam"})
    base += std::string("The council of Tarn repaired the old ") + place + " of the town at great cost in 2013. ";
  const Timeline timeline = timeline_of({{base + closed}, {base + more}, {closed + hired + hurt}});
  CHECK(copies_of(timeline) == "b=a");
  CHECK(most_sources(timeline) == 2);
  const bool kept = std::any_of(timeline.events.begin(), timeline.events.end(),
                                [](const Event& event) { return event.title.find("sluice") != std::string::npos; });
  CHECK(kept);
}

}  // namespace annal
