#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/text/density.h"
#include "tests/date_label_words.h"
#include "tests/timeline/event/read.h"
#include "timeline/network/network.h"
#include "timeline/tlink/limit_tlinks.h"

using namespace annal;

namespace {

// A report written for this test, in the manner of an agency: the order is told backwards.
constexpr std::string_view report =
    "Norland President-elect Boris Brandt and Sudland President Anna Kovar on November 14 discussed trade in the first "
    "phone call "
    "between the two since Brandt's election last week.\n"
    "Brandt's team said in a statement that Kovar called him earlier in the day and congratulated him on his November "
    "8 victory.\n"
    "Relations have soured since Sudland's annexation of Vell in 2014.\n"
    "President Otto Lund said he and Brandt had a long conversation when the two met at the castle last week following "
    "Brandt's "
    "election.\n"
    "The order that imposed the ban is set to expire in early March. Brandt is set to succeed Lund in January.\n";

/// Whether the event named first provably begins before the other.
bool precedes(const Timeline& timeline, std::string_view first, std::string_view other) {
  const Event* a = test::event_of(timeline.events, timeline.document.text, first);
  const Event* b = test::event_of(timeline.events, timeline.document.text, other);
  REQUIRE(a != nullptr);
  REQUIRE(b != nullptr);
  const auto index = [&](const Event* event) { return static_cast<std::uint32_t>(event - timeline.events.data()); };
  return Network(timeline).between(index(a), index(b)).starts_before;
}

}  // namespace

TEST_CASE("A report told backwards is put in order", "[timeline]") {
  const Timeline timeline = build_timeline(test::analysed(report, "2016-11-14"), test::english());
  const std::vector<const char*> order = {"annexation", "victory", "met", "discussed", "succeed", "expire"};
  for (std::size_t i = 1; i < order.size(); ++i) {
    INFO(order[i - 1] << " before " << order[i]);
    CHECK(precedes(timeline, order[i - 1], order[i]));
  }
  CHECK(timeline.conflicts.empty());
  CHECK(test::words(test::event_of(timeline.events, timeline.document.text, "met")->when) ==
        "8\xE2\x80\x93"
        "13 Nov 2016");
  CHECK(test::event_of(timeline.events, timeline.document.text, "victory") ==
        test::event_of(timeline.events, timeline.document.text, "election"));
}

TEST_CASE("Without a day of writing the order of the days stands, and an election day tells the year", "[timeline]") {
  const Timeline timeline = build_timeline(test::analysed(report, ""), test::english());
  CHECK(precedes(timeline, "victory", "called"));
  CHECK(precedes(timeline, "called", "succeed"));
  CHECK(precedes(timeline, "succeed", "expire"));
  CHECK(test::words(test::event_of(timeline.events, timeline.document.text, "victory")->when) == "8 Nov 2016");
  CHECK(test::event_of(timeline.events, timeline.document.text, "victory")->edtf == "2016-11-08");
}

TEST_CASE("A relation whose evidence was given up is not asserted", "[timeline]") {
  const Timeline timeline =
      build_timeline(test::analysed("The mill burned on 3 May 2014. The vote was on 5 May 2014. The mill burned after "
                                    "the vote of 5 May 2014 on 3 May 2014."),
                     test::english());
  std::size_t given_up = 0;
  for (const Evidence& e : timeline.evidence) given_up += e.set_aside ? 1 : 0;
  REQUIRE(given_up > 0);
  for (const Relation& relation : timeline.relations)
    for (const Evidence& e : timeline.evidence)
      if (e.set_aside && e.rule == relation.rule && e.words == relation.evidence)
        CHECK_FALSE((e.from.index == relation.from.index || e.to.index == relation.from.index));
}

TEST_CASE("The same text gives the same timeline", "[timeline]") {
  const Timeline a = build_timeline(test::analysed(report), test::english());
  const Timeline b = build_timeline(test::analysed(report), test::english());
  REQUIRE(a.events.size() == b.events.size());
  for (std::size_t i = 0; i < a.events.size(); ++i) {
    CHECK(a.events[i].title == b.events[i].title);
    CHECK(test::words(a.events[i].when) == test::words(b.events[i].when));
    CHECK(a.events[i].rank == b.events[i].rank);
  }
  CHECK(a.order == b.order);
}

TEST_CASE("A timeline's indices point into itself", "[timeline]") {
  const Timeline timeline = build_timeline(test::analysed(report), test::english());
  CHECK(timeline.order.size() == timeline.events.size());
  CHECK(timeline.readings.size() == timeline.timexes.size());
  for (const Event& event : timeline.events) {
    CHECK(event.sentence < timeline.sentences.size());
    for (const std::uint32_t t : event.timexes) CHECK(t < timeline.timexes.size());
  }
  for (const Relation& relation : timeline.relations)
    for (const Entity entity : {relation.from, relation.to})
      if (entity.kind != Entity::Kind::document)
        CHECK(entity.index < (entity.kind == Entity::Kind::event ? timeline.events.size() : timeline.timexes.size()));
}

TEST_CASE("Any words in any order make a timeline", "[timeline][property]") {
  rc::prop("no text breaks the pipeline", [] {
    static const std::vector<std::string> words = {
        "Kovar", "said",  "that",   "the",    "mill",         "burned", "to",   "who",  ",",    ".",  "\"",   "after",
        "and",   "not",   "in",     "2014",   "on",           "Monday", "call", "was",  "been", "'s", "will", "sign",
        "since", "his",   "called", "before", "it",           "-",      "of",   "vote", "Anna", "if", "have", "being",
        "2016",  "until", "next",   "week",   "\xE2\x80\x99", "\n"};
    std::string text = "X";
    for (const std::size_t i :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, words.size())))
      text += " " + words[i];
    const Timeline timeline = build_timeline(test::analysed(text), test::english());
    RC_ASSERT(timeline.order.size() == timeline.events.size());
    for (const Event& event : timeline.events) {
      RC_ASSERT(event.span.end <= timeline.document.text.size());
      RC_ASSERT(event.salience >= 0 && event.salience <= 1);
    }
  });
}

TEST_CASE("A text that repeats one word costs no more than its length, and says what was left out", "[timeline]") {
  struct Row {
    const char* word;
    std::size_t warnings;
  };
  const auto row = GENERATE(values<Row>(
      {{"went ", 2}, {"ran ", 2}, {"lost. ", 2}, {"go ", 2}, {"said ", 2}, {"May ", 2}, {"In 1700 he ran. ", 1}}));
  CAPTURE(row.word);
  std::string text;
  while (text.size() < 8 * 1024) text += row.word;
  const Timeline timeline = build_timeline(test::analysed(text, "2016-11-14"), test::english());
  CHECK(timeline.events.size() <= 9 * most_events_of_stretch);
  CHECK(timeline.timexes.size() <= 9 * most_timexes_of_stretch);
  CHECK(timeline.evidence.size() <= 2 * timeline.timexes.size() + 2 * most_tlinks_of_text(text.size()) + 2);
  CHECK(timeline.relations.size() <= 2 * most_tlinks_of_text(text.size()));
  CHECK(timeline.warnings.size() <= row.warnings);
}
