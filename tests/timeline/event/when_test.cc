#include <catch2/catch.hpp>

#include "tests/date_label_words.h"
#include "tests/timeline/event/read.h"
#include "timeline/event/when.h"

using namespace annal;

TEST_CASE("A span of time is written as a reader would", "[timeline][event]") {
  struct Row {
    const char *why, *first, *last, *label;
  };
  const auto row = GENERATE(values<Row>({
      {"a day", "2016-11-14", "2016-11-14", "14 Nov 2016"},
      {"days of a month", "2016-11-08", "2016-11-13",
       "8\xE2\x80\x93"
       "13 Nov 2016"},
      {"days of two months", "2016-10-30", "2016-11-02", "30 Oct \xE2\x80\x93 2 Nov 2016"},
      {"days of two years", "2016-12-30", "2017-01-02", "30 Dec 2016 \xE2\x80\x93 2 Jan 2017"},
      {"a month", "2016-11-01", "2016-11-30", "Nov 2016"},
      {"a quarter has no name of its own", "2016-07-01", "2016-09-30", "Jul \u2013 Sep 2016"},
      {"months of two years", "1996-12-01", "1997-04-30", "Dec 1996 \u2013 Apr 1997"},
      {"a year", "2016-01-01", "2016-12-31", "2016"},
      {"years", "2014-01-01", "2016-12-31",
       "2014\xE2\x80\x93"
       "2016"},
      {"a decade", "1990-01-01", "1999-12-31", "1990s"},
      {"a century", "1800-01-01", "1899-12-31", "19th century"},
      {"a week has no name of its own", "2016-11-07", "2016-11-13",
       "7\xE2\x80\x93"
       "13 Nov 2016"},
  }));
  INFO(row.why);
  const Interval interval{interval_of(parse_iso(row.first).value()).begin,
                          interval_of(parse_iso(row.last).value()).end};
  CHECK(test::words(label_of(interval, Frame::calendar)) == row.label);
}

TEST_CASE("A day of which the month or the day is open is told by what is known of it", "[timeline][event]") {
  for (const auto& [value, words] :
       {std::pair{"1871-XX-XX", "1871"}, std::pair{"1871-05-XX", "May 1871"}, std::pair{"1871-XX", "1871"}}) {
    Timex timex;
    timex.value.value = ShortText(value);
    timex.value.frame = Frame::calendar;
    timex.value.granularity = Granularity::day;
    timex.value.interval = interval_of(parse_iso("1871").value());
    Event event;
    event.start = event.end = {timex.value.interval.begin, timex.value.interval.end, Frame::calendar};
    event.timexes = {0};
    say_when(event, {timex}, TieKind::in, Dct{});
    INFO(value);
    CHECK(test::words(event.when) == words);
  }
}

TEST_CASE("Where no year is stated none is written", "[timeline][event]") {
  CHECK(test::words(label_of({317 * seconds_per_day, 318 * seconds_per_day}, Frame::open_year)) == "14 Nov");
  CHECK(test::words(label_of({304 * seconds_per_day, 334 * seconds_per_day}, Frame::open_year)) == "Nov");
  CHECK(test::words(label_of({311 * seconds_per_day, 317 * seconds_per_day}, Frame::open_year)) ==
        "8\xE2\x80\x93"
        "13 Nov");
}

TEST_CASE("Without a day of writing days are counted from it", "[timeline][event]") {
  CHECK(test::words(label_of({0, seconds_per_day}, Frame::document)) == "day of writing");
  CHECK(test::words(label_of({-seconds_per_day, 0}, Frame::document)) == "1 day before writing");
  CHECK(test::words(label_of({7 * seconds_per_day, 14 * seconds_per_day}, Frame::document)) ==
        "7\xE2\x80\x93"
        "13 days after writing");
  CHECK(label_of({unbounded_past, 0}, Frame::document).empty());
}

TEST_CASE("Each event of a timeline says when it was", "[timeline][event]") {
  struct Row {
    const char *why, *text, *head, *when, *edtf;
    Granularity precision;
  };
  const auto row = GENERATE(values<Row>({
      {"a stated day", "The mill burned on 14 November 2014.", "burned", "14 Nov 2014", "2014-11-14", Granularity::day},
      {"a month", "The mill burned in May 2014.", "burned", "May 2014", "2014-05", Granularity::month},
      {"since", "The mill has been closed since 2014.", "closed", "since 2014", "2014/..", Granularity::year},
      {"until", "Kovar lived there until 2014.", "lived", "until 2014", "../2014", Granularity::year},
      {"not until", "Women were not admitted until 2014.", "admitted", "until 2014", "../2014", Granularity::year},
      {"by", "The mill was sold by 2014.", "sold", "by 2014", "../2014", Granularity::year},
      {"before", "The mill was sold before 2014.", "sold", "before 2014", "../2014", Granularity::year},
      {"part of a month", "The order is set to expire in early March 2017.", "expire", "early Mar 2017",
       "[2017-03-01..2017-03-10]", Granularity::month},
      {"the evidence narrows it", "The vote was on November 8, 2016. The two leaders met last week following the vote.",
       "met",
       "8\xE2\x80\x93"
       "13 Nov 2016",
       "2016-11-08/2016-11-13", Granularity::week},
      {"a date that was given up", "The mill was built in 1502. It collapsed in the spring flood of 1613.", "flood",
       "1613", "1613", Granularity::year},
      {"a past told without a date", "The mill burned.", "burned", "by 14 Nov 2016", "../2016-11-14",
       Granularity::none},
      {"a lead of news", "The mill burned. Police said on Monday that it was old.", "burned",
       "13\xE2\x80\x93"
       "14 Nov 2016?",
       "2016-11-13/2016-11-14", Granularity::none},
      {"after a clock time, some time of that day", "The sirens sounded at 04:30 on Saturday. The bridge fell.", "fell",
       "12 Nov 2016?", "2016-11-12?", Granularity::day},
      {"a month that the day of writing lies in", "The mill burned this month.", "burned", "Nov 2016", "2016-11",
       Granularity::month},
      {"a month still to come in part", "The mill will open this month.", "open", "Nov 2016", "2016-11",
       Granularity::month},
      {"what had been over", "The mill had burned.", "burned", "by 14 Nov 2016", "../2016-11-14", Granularity::none},
  }));
  INFO(row.why << ": " << row.text);
  const Timeline timeline = build_timeline(test::analysed(row.text), test::english());
  const Event* event = test::event_of(timeline.events, timeline.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(test::words(event->when) == row.when);
  CHECK(event->edtf == row.edtf);
  CHECK(event->precision == row.precision);
  CHECK(event->certainty > 0);
  CHECK(event->certainty <= 1);
}

TEST_CASE("What is not known is not said", "[timeline][event]") {
  const Timeline timeline = build_timeline(test::analysed("The mill burned.", ""), test::english());
  REQUIRE(timeline.events.size() == 1);
  CHECK(timeline.events[0].when.empty());
  CHECK(timeline.events[0].edtf.empty());
  CHECK(timeline.events[0].certainty == 0);
}

TEST_CASE("A time before a comma dates what was said and not the saying", "[timeline][event]") {
  const auto text = GENERATE(as<std::string>{}, "The bridge will stay closed until Friday, the operator said.",
                             "The bridge will stay closed until at least Friday, Kovar said.");
  INFO(text);
  const Timeline timeline = build_timeline(test::analysed(text), test::english());
  const Event* stay = test::event_of(timeline.events, timeline.document.text, "stay");
  const Event* said = test::event_of(timeline.events, timeline.document.text, "said");
  REQUIRE(stay != nullptr);
  REQUIRE(said != nullptr);
  CHECK(stay->timexes == std::vector<std::uint32_t>{0});
  CHECK(said->timexes.empty());
  CHECK(timeline.conflicts.empty());
}
