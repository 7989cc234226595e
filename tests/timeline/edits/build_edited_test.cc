// Edits of time expressions and of dates that others count from.
#include "timeline/edits/build_edited.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

#include "core/calendar/calendar.h"
#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

Article article(std::string_view text, std::string_view dct = "2016-11-20") {
  ArticleOptions options{.name = "article", .language = &test::english()};
  if (!dct.empty()) options.dct = Dct{DctSource::given, interval_of(parse_iso(dct).value()).begin, false, ""};
  return read_article(text, options).value();
}

TimeEdit counted(std::string words, std::string from, std::uint32_t line = 3) {
  return {line, {std::move(words), 0}, false, std::move(from)};
}

/// The date of the event that `head` names.
std::string date_of(const EditedTimeline& edited, std::string_view head) {
  const Event* event = test::event_of(edited.timeline.events, edited.timeline.document.text, head);
  return event == nullptr ? "no event" : event->edtf;
}

/// "3: message" for each problem.
std::string problems_of(const EditedTimeline& edited) {
  std::string out;
  for (const EditProblem& problem : edited.problems)
    out += (out.empty() ? "" : "\n") + std::to_string(problem.line) + ": " + problem.message;
  return out;
}

}  // namespace

TEST_CASE("A time expression that counts from another day moves what it dates and what counts from it",
          "[timeline][edits]") {
  const std::string text =
      "The mill burned last week. Two days after the fire the owner resigned. Yesterday a bridge fell.";
  Edits edits;
  CHECK(date_of(build_timeline(article(text), edits), "burned") == "2016-11-07/2016-11-13");
  edits.times = {counted("last week", "2016-11-10")};
  const EditedTimeline edited = build_timeline(article(text), edits);
  CHECK(date_of(edited, "burned") == "2016-10-31/2016-11-06");
  CHECK(date_of(edited, "fell") == "2016-11-19");
  CHECK(problems_of(edited).empty());
  CHECK(edited.timeline.readings[0] == "week before then, counted from 2016-11-10, by an edit");
}

TEST_CASE("A time expression that an edit drops dates nothing", "[timeline][edits]") {
  Edits edits;
  TimeEdit drop;
  drop.words.words = "14 November 2016";
  drop.drop = true;
  edits.times = {drop};
  const EditedTimeline edited = build_timeline(article("The mill burned on 14 November 2016."), edits);
  CHECK(edited.timeline.timexes.empty());
  CHECK(date_of(edited, "burned") == "../2016-11-20");
  CHECK(problems_of(edited).empty());
}

TEST_CASE("An edit of a time expression that cannot be carried out is a problem", "[timeline][edits]") {
  const std::string text = "The mill burned on 3 May 2014. It had stood for three days. Last week it reopened.";
  struct Row {
    const char *words, *from, *problem;
  };
  const auto row = GENERATE(values<Row>({
      {"next week", "2016-11-10", "3: the words “next week” do not stand in the text"},
      {"reopened", "2016-11-10", "3: the words “reopened” hold no time"},
      {"3 May 2014", "2016-11-10",
       "3: “3 May 2014” counts from no other day; to state another date, name the event that it dates"},
      {"three days", "2016-11-10",
       "3: “three days” counts from no other day; to state another date, name the event that it dates"},
      {"Last week", "2016-11", "3: “2016-11” is no day to count from; write it as 2016-11-10"},
  }));
  Edits edits;
  edits.times = {counted(row.words, row.from)};
  const EditedTimeline edited = build_timeline(article(text), edits);
  CHECK(problems_of(edited).starts_with(row.problem));
  CHECK(date_of(edited, "burned") == "2014-05-03");
}

TEST_CASE("The time expressions of a finished timeline are not resolved again", "[timeline][edits]") {
  Article finished = article("The mill burned last week.");
  finished.content = build_timeline(std::move(finished));
  finished.language = &test::english();
  Edits edits;
  edits.times = {counted("last week", "2016-11-10", 7)};
  const EditedTimeline edited = build_timeline(std::move(finished), edits);
  CHECK(problems_of(edited) ==
        "7: time expressions of a finished timeline cannot be resolved again; build it from the article");
  CHECK(date_of(edited, "burned") == "2016-11-07/2016-11-13");
}

TEST_CASE("The day of writing that an owner states is that of the text, unless the command states one", "[edits]") {
  Edits edits;
  edits.written = "2019-11-19";
  constexpr std::string_view text = "The mill burned down yesterday.";
  CHECK(date_of(build_timeline(article(text, ""), edits), "burned") == "2019-11-18");
  CHECK(date_of(build_timeline(article(text), edits), "burned") == "2016-11-19");
}
