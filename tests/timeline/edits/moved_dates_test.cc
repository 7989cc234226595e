// The article is the measure of its edits: where an owner states another date for an event, the timeline is that of the
// article with the other date in it.
#include "timeline/edits/moved_dates.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/calendar.h"
#include "tests/timeline/event/read.h"
#include "timeline/edits/build_edited.h"
#include "timeline/edits/read_edits.h"

using namespace annal;

namespace {

Article article(std::string_view text, const Language& language = test::english()) {
  ArticleOptions options{.name = "article", .language = &language};
  options.dct = Dct{DctSource::given, interval_of(parse_iso("2016-11-20").value()).begin, false, ""};
  return read_article(text, options).value();
}

EditedTimeline edited(std::string_view text, std::string_view toml, const Language& language = test::english()) {
  const auto edits = read_edits(toml, "a.edits.toml");
  REQUIRE(edits);
  return build_timeline(article(text, language), *edits);
}

/// The dates of all events by their heads: "burned 2016-11-14, resigned 2016-11-16".
std::string dates_of(const Timeline& timeline) {
  std::string out;
  for (const Event& event : timeline.events)
    out += (out.empty() ? "" : ", ") + std::string(slice(timeline.document.text, event.span)) + " " + event.edtf;
  return out;
}

std::string problems_of(const EditedTimeline& edited) {
  std::string out;
  for (const EditProblem& problem : edited.problems)
    out += std::to_string(problem.line) + ": " + problem.message + "\n";
  return out;
}

}  // namespace

TEST_CASE("What counts from the date of an event moves with it, in every language", "[timeline][edits]") {
  struct Row {
    const char *language, *text, *words, *date, *dates;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "On 14 November 2016, the mill burned. Two days later the owner resigned.", "burned", "15 Nov 2016",
       "burned 2016-11-15, resigned 2016-11-17"},
      {"en", "On 14 November 2016, the mill burned. The following week the owner resigned.", "burned", "21 Nov 2015",
       "burned 2015-11-21, resigned 2015-11-23/2015-11-29"},
      {"en", "In 2014 the mill burned. Two years later the owner resigned.", "burned", "2011",
       "burned 2011, resigned 2013"},
      {"en", "On 14 November 2016, the mill burned. Two days later the owner resigned. The next day he fled.",
       "resigned", "17 Nov 2016", "burned 2016-11-14, resigned 2016-11-17, fled 2016-11-18"},
      {"de", "Am 14. November 2016 brannte die Mühle. Zwei Tage später trat der Besitzer zurück.", "brannte",
       "15. November 2016", "brannte 2016-11-15, trat 2016-11-17"},
      {"es", "El 14 de noviembre de 2016 ardió el molino. Dos días después dimitió el dueño.", "ardió",
       "15 de noviembre de 2016", "ardió 2016-11-15, dimitió 2016-11-17"},
      {"fr", "Le 14 novembre 2016, le moulin a brûlé. Deux jours plus tard, le patron a démissionné.", "brûlé",
       "15 novembre 2016", "brûlé 2016-11-15, démissionné 2016-11-17"},
      {"uk", "14 листопада 2016 року мер закрив млин. Через два дні власник звільнився.", "закрив",
       "15 листопада 2016 року", "закрив 2016-11-15, звільнився 2016-11-17"},
      {"ru", "14 ноября 2016 года сгорела мельница. Через два дня владелец уволился.", "сгорела", "15 ноября 2016 года",
       "сгорела 2016-11-15, уволился 2016-11-17"},
  }));
  INFO(row.text);
  const EditedTimeline moved = edited(
      row.text, "[[event]]\nwords = \"" + std::string(row.words) + "\"\ndate = \"" + std::string(row.date) + "\"\n",
      *Language::find(row.language));
  CHECK(dates_of(moved.timeline) == row.dates);
  REQUIRE(moved.problems.size() == 1);
  CHECK(moved.problems[0].line == 1);
  CHECK(moved.problems[0].message.find("contradicts the text") != std::string::npos);
}

TEST_CASE("What an edit of a date moves and what it leaves is said", "[timeline][edits]") {
  struct Row {
    const char *why, *text, *date, *dates, *problems;
  };
  const auto row = GENERATE(values<Row>({
      {"it contradicts the text", "On 14 November 2016, the mill burned. Two days later the owner resigned.",
       "15 Nov 2016", "burned 2016-11-15, resigned 2016-11-17",
       "1: the date stated for “The mill burned” contradicts the text: “14 November 2016”; what counts from it moves "
       "too: “Two days later”\n"},
      {"it is narrower than the text", "In November 2016 the mill burned. Two days later the owner resigned.",
       "15 Nov 2016", "burned 2016-11-15, resigned 2016-11-17", ""},
      {"it is wider than the text", "On 14 November 2016, the mill burned. Two days later the owner resigned.", "2016",
       "burned 2016, resigned 2016-11-16",
       "1: what counts from “14 November 2016”, since the date stated for “The mill burned” is no day, month or year "
       "as "
       "narrow as that, stays: “Two days later”; to move it, state a date for each\n"},
      {"it is as the text has it", "On 14 November 2016, the mill burned. Two days later the owner resigned.",
       "14 Nov 2016", "burned 2016-11-14, resigned 2016-11-16", ""},
  }));
  INFO(row.why);
  const EditedTimeline moved =
      edited(row.text, "[[event]]\nwords = \"burned\"\ndate = \"" + std::string(row.date) + "\"\n");
  CHECK(dates_of(moved.timeline) == row.dates);
  CHECK(problems_of(moved) == row.problems);
}

TEST_CASE("What counts from another date stays where it is", "[timeline][edits]") {
  const auto row = GENERATE(values<std::pair<const char*, const char*>>({
      {"A crane fell on Monday, 14 November 2016. The crane had been inspected three weeks earlier. Police closed the "
       "quay at 7.40 a.m.",
       "fell 2016-11-14, inspected 2016-10-25, closed 2016-11-14T07:40:00"},
      {"A crane fell on Monday, 14 November 2016. The crane had been inspected three weeks earlier. Two days later "
       "police closed the quay.",
       "fell 2016-11-14, inspected 2016-10-25, closed 2016-11-16"},
      {"In October 2016 police inspected the crane. They closed the quay at 7.40 a.m.",
       "inspected 2016-10-25, closed 2016-11-20T07:40:00"},
  }));
  INFO(row.first);
  CHECK(dates_of(edited(row.first, "[[event]]\nwords = \"inspected\"\ndate = \"25 Oct 2016\"\n").timeline) ==
        row.second);
}

TEST_CASE("A time that dates other events too stays, and the edit is told what still counts from it",
          "[timeline][edits]") {
  const std::string text =
      "14 November 2016: The mill burned. The bridge fell. The day after, the owner resigned.\n\n"
      "20 November 2016: The mayor fled.\n";
  const std::string burned = "[[event]]\nwords = \"burned\"\ndate = \"12 Nov 2016\"\n";
  const EditedTimeline moved = edited(text, "\n" + burned);
  CHECK(dates_of(moved.timeline) == "burned 2016-11-12, fell 2016-11-14, resigned 2016-11-15, fled 2016-11-20");
  CHECK(problems_of(moved).find(
            "2: what counts from “14 November 2016”, which dates “The bridge fell” too, stays: “The day "
            "after”; to move it, state a date for each\n") != std::string::npos);
  const EditedTimeline both = edited(text, burned + "[[event]]\nwords = \"fell\"\ndate = \"12 Nov 2016\"\n");
  CHECK(dates_of(both.timeline) == "burned 2016-11-12, fell 2016-11-12, resigned 2016-11-13, fled 2016-11-20");
}

TEST_CASE("Both ends of a range move", "[timeline][edits]") {
  const EditedTimeline moved =
      edited("From 3 to 5 May 2016 police searched the mill. Two days later the owner resigned.",
             "[[event]]\nwords = \"searched\"\ndate = \"from 4 to 10 May 2016\"\n");
  CHECK(dates_of(moved.timeline) == "searched 2016-05-04/2016-05-10, resigned 2016-05-12");
}

TEST_CASE("Edits of times and of dates work together", "[timeline][edits]") {
  const EditedTimeline moved =
      edited("Last week the mill burned. On Monday the owner resigned. Two days later he fled.",
             "[[time]]\nwords = \"On Monday\"\ncounts_from = \"2015-05-20\"\n[[event]]\nwords = \"burned\"\ndate = \"3 "
             "May 2015\"\n");
  CHECK(dates_of(moved.timeline) == "burned 2015-05-03, resigned 2015-05-18, fled 2015-05-20");
}

TEST_CASE("An article with an edited date has the dates of the article that states it", "[timeline][edits][property]") {
  struct Sentence {
    std::string time, deed, head;
  };
  static const std::vector<std::pair<std::string, std::string>> deeds = {{"the mill burned", "burned"},
                                                                         {"the owner resigned", "resigned"},
                                                                         {"the bridge collapsed", "collapsed"},
                                                                         {"police searched the town", "searched"},
                                                                         {"the mayor fled", "fled"},
                                                                         {"Anna Kovar met Boris Brandt", "met"}};
  const auto any_day = [] {
    const auto days = *rc::gen::inRange<std::int64_t>(14'000, 17'000);
    return day_value(days);
  };
  const auto in_words = [](const CalendarValue& day) {
    static const std::vector<std::string> months = {"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
    return std::to_string(day.day) + " " + months[static_cast<std::size_t>(day.month - 1)] + " " +
           std::to_string(day.year);
  };
  const auto text_of = [](const std::vector<Sentence>& sentences) {
    std::string text;
    for (const Sentence& s : sentences) text += (text.empty() ? "" : " ") + s.time + ", " + s.deed + ".";
    return text;
  };
  rc::prop("for articles of dated sentences, some counted from others", [&] {
    std::vector<Sentence> sentences;
    const auto count = *rc::gen::inRange<std::size_t>(2, deeds.size() + 1);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string counted = *rc::gen::element<std::string>("Two days later", "The next day", "Three weeks later",
                                                                 "The following week", "");
      const bool first = i == 0 || counted.empty();
      sentences.push_back({first ? "On " + in_words(any_day()) : counted, deeds[i].first, deeds[i].second});
    }
    const auto at = *rc::gen::inRange<std::size_t>(0, count);
    const CalendarValue day = any_day();
    const std::string text = text_of(sentences), head = sentences[at].head;
    const EditedTimeline moved =
        edited(text, "[[event]]\nwords = \"" + head + "\"\ndate = \"" + in_words(day) + "\"\n");
    const Timeline before = build_timeline(article(text));
    const bool is_week = sentences[at].time.ends_with("week") || sentences[at].time.ends_with("weeks later");
    sentences[at].time = "On " + in_words(day);
    const Timeline stated = build_timeline(article(text_of(sentences)));
    RC_LOG(text + "\n" + head + ": " + in_words(day) + "\n" + dates_of(before) + "\n" + problems_of(moved));
    // Beside a week the text may count from the day before it, and goes on to.
    for (std::size_t e = 0; e < moved.timeline.events.size(); ++e) {
      const std::string& date = moved.timeline.events[e].edtf;
      RC_ASSERT(date == stated.events[e].edtf || (is_week && date == before.events[e].edtf));
    }
    const Event* event = test::event_of(moved.timeline.events, text, head);
    const Event* was = test::event_of(before.events, text, head);
    RC_ASSERT(event != nullptr && was != nullptr);
    RC_ASSERT(event->start.earliest == interval_of(day).begin && event->end.latest == interval_of(day).end);
    const bool contradicts = !Interval{was->start.earliest, was->end.latest}.contains(interval_of(day));
    RC_ASSERT(moved.problems.empty() != contradicts);
  });
}
