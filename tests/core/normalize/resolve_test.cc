// Families of expressions against their values, and the laws that hold for all of them.
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/pipeline.h"

namespace annal {
namespace {

Analysis analyse_text(std::string text, std::string_view dct) {
  Document document;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  document.text = std::move(text);
  if (!dct.empty()) {
    const auto day = parse_iso(dct);
    REQUIRE(day.has_value());
    document.dct = {DctSource::given, interval_of(*day).begin, day->granularity <= Granularity::minute, ""};
  }
  return analyse(std::move(document), *Language::find("en"));
}

std::string values_of(const Analysis& analysis) {
  std::string out;
  for (const Timex& timex : analysis.timexes) {
    if (!out.empty()) out += "; ";
    out += timex.value.value.view();
    if (timex.value.mod != Mod::none) out += " " + std::string(name(timex.value.mod));
  }
  return out;
}

struct Row {
  const char* why;
  const char* dct;
  const char* text;
  const char* values;
};

}  // namespace

TEST_CASE("bare days, weekdays and months lie where the tense points", "[core][resolve]") {
  const auto row = GENERATE(values<Row>({
      {"past: the last one", "2016-11-16", "They signed on Monday.", "2016-11-14"},
      {"future: the next one", "2016-11-16", "They will sign on Monday.", "2016-11-21"},
      {"the day of writing itself", "2016-11-16", "They signed on Wednesday.", "2016-11-16"},
      {"a month gone by", "2016-11-16", "It was sold in March.", "2016-03"},
      {"a month to come", "2016-11-16", "It will be sold in March.", "2017-03"},
      {"set to, scheduled, due", "2016-11-16", "The order is set to expire in early March.", "2017-03 START"},
      {"around the new year, past", "2016-01-05", "It closed on December 30.", "2015-12-30"},
      {"around the new year, future", "2015-12-30", "It will close on January 5.", "2016-01-05"},
      {"a near date ahead needs no future tense", "1989-11-02", "The dividend is payable Dec. 15.", "1989-12-15"},
      {"29 February lies in a leap year", "2015-05-01", "He was born on February 29.", "2012-02-29"},
      {"what was to come then is past now", "2016-11-16", "The offer had been due to expire Friday.", "2016-11-11"},
      {"announced plans look back", "2016-11-16", "In May, it announced plans to move.", "2016-05"},
      {"until a day of the past", "2016-11-16", "Until Friday, they had not called.", "2016-11-11"},
      {"who said it tells no tense of its own", "2016-11-16",
       "The ship will leave at dawn from the old harbour on Friday, Marlow said.", "2016-11-18"},
      {"a participle behind an article is no verb", "2016-11-16", "It would be opened in the planned Friday show.",
       "2016-11-18"},
      {"from a day to come, settled before", "2024-03-12",
       "The council agreed on Tuesday night to run a bus from Wednesday.", "2024-03-12TNI; 2024-03-13"},
      {"from a day gone by", "2024-03-12", "The shop had to close from Wednesday.", "2024-03-06"},
      {"effective from a day to come", "2016-11-16", "She was elected chairman, effective February 1.", "2017-02-01"},
      {"a question without a verb", "2016-11-16", "How about Friday?", "2016-11-18"},
      {"a day of the month gone by", "2021-06-01", "It was signed on the 3rd.", "2021-05-03"},
      {"a day of the month to come", "2021-06-11", "The shop opens on the 3rd.", "2021-07-03"},
      {"a range of weekdays gone by", "2020-06-10", "The shop was open Tuesday through Thursday.",
       "2020-06-02; 2020-06-04"},
      {"a range of weekdays up to today", "2020-06-10", "The shop was shut from Monday to Wednesday.",
       "2020-06-08; 2020-06-10"},
      {"a range of weekdays over a weekend", "2020-06-10", "The fair ran from Thursday until Tuesday.",
       "2020-06-04; 2020-06-09"},
      {"a weekday corrects the year", "2016-01-05", "It closed on Friday, March 4.", "2016-03-04"},
  }));
  INFO(row.why << ": " << row.text);
  CHECK(values_of(analyse_text(row.text, row.dct)) == row.values);
}

TEST_CASE("the first and the last week of a year are the calendar's", "[core][resolve]") {
  const auto row = GENERATE(values<Row>({
      {"first of a year", "2016-11-16", "It rained in the first week of 2021.", "2021-W01"},
      {"first of January", "2016-11-16", "It rained in the first week of January 2016.", "2016-W01"},
      {"last of a year", "2016-11-16", "It rained in the last week of 2018.", "2018-W52"},
      {"first of another month", "2016-11-16", "It rained in the first week of May 2015.", "2015-W18"},
  }));
  INFO(row.why);
  CHECK(values_of(analyse_text(row.text, row.dct)) == row.values);
}

TEST_CASE("what hangs on the time last spoken of moves with the text", "[core][resolve]") {
  const auto row = GENERATE(values<Row>({
      {"the next day", "2016-11-16", "The bank failed on June 3, 2012. The next day the mint closed.",
       "2012-06-03; 2012-06-04"},
      {"that hour", "2016-11-16", "It will be signed at noon tomorrow. At that hour the bells will ring.",
       "2016-11-17T12:00; 2016-11-17T12:00"},
      {"that year", "2016-11-16", "She came in 1971. That year he left.", "1971; 1971"},
      {"two years later", "2016-11-16", "She came in 1971. Two years later he left.", "1971; 1973"},
      {"the following Tuesday", "2016-11-16", "It began on June 3, 2012. The following Tuesday it ended.",
       "2012-06-03; 2012-06-05"},
      {"a year earlier beside a quarter", "1989-10-30", "Net rose in the third quarter. A year earlier it fell.",
       "1989-Q3; 1988-Q3"},
      {"history carries its own year", "2009-12-19",
       "In 1914 war came. In 1915 it spread. In 1916 it stood still. In 1917 it turned. In 1918 it ended. On November "
       "11 the guns fell silent.",
       "1914; 1915; 1916; 1917; 1918; 1918-11-11"},
      {"a year named in passing is left again", "2009-12-19",
       "In 1812 they marched. In May 1813 they met the men who had landed in late 1808. In June 1813 they won. By July "
       "they had lost half. "
       "In September 1814 they held out until the fall of the port in March 1815. In October they fled. In 1814 all "
       "was over.",
       "1812; 1813-05; 1808 END; 1813-06; 1813-07; 1814-09; 1815-03; 1814-10; 1814"},
      {"the previous year looks back from a tale", "2009-12-19",
       "In 1812 they marched. In 1813 they met. In 1814 they won. In January 1815 they held what they had taken the "
       "previous year. In May they fled.",
       "1812; 1813; 1814; 1815-01; 1814; 1815-05"},
      {"a winter told of from its end", "2009-12-19",
       "In 1812 they marched. In 1813 they met. In 1814 they won. In March 1815 they fled. They had fought from "
       "October to March.",
       "1812; 1813; 1814; 1815-03; 1814-10; 1815-03"},
  }));
  INFO(row.why << ": " << row.text);
  CHECK(values_of(analyse_text(row.text, row.dct)) == row.values);
}

TEST_CASE("both ends of a range of hours lie on one day", "[core][resolve]") {
  CHECK(values_of(analyse_text("The desk was open 9:30 till 11:00 on Thursday.", "2016-11-16")) ==
        "2016-11-10T09:30; 2016-11-10T11:00");
}

TEST_CASE("hours count from the hour of writing, where it is told", "[core][resolve]") {
  CHECK(values_of(analyse_text("The next hour was quiet, and this hour is too.", "2016-11-16T14:20")) ==
        "2016-11-16T15; 2016-11-16T14");
}

TEST_CASE("without a date of writing nothing is guessed", "[core][resolve]") {
  const auto row = GENERATE(values<Row>({
      {"the year stays open", "", "They met on November 14.", "XXXX-11-14"},
      {"a weekday is any of its kind", "", "They met on Monday.", "XXXX-WXX-1"},
      {"yesterday is some day", "", "They met yesterday.", "XXXX-XX-XX"},
      {"last week is some week", "", "They met last week.", "XXXX-WXX"},
      {"a stated year stands", "", "They met in 2014.", "2014"},
  }));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = analyse_text(row.text, row.dct);
  CHECK(values_of(analysis) == row.values);
  for (const Timex& timex : analysis.timexes)
    if (timex.value.value.view().find('X') != std::string_view::npos) CHECK(timex.value.frame != Frame::calendar);
}

TEST_CASE("days of one open year keep their distance", "[core][resolve]") {
  const Analysis analysis = analyse_text("They met on November 8 and parted on November 14.", "");
  REQUIRE(analysis.timexes.size() == 2);
  CHECK(analysis.timexes[0].value.frame == Frame::open_year);
  CHECK(analysis.timexes[1].value.interval.begin - analysis.timexes[0].value.interval.begin == 6 * seconds_per_day);
}

TEST_CASE("an impossible date is reported, never bent into another day", "[core][resolve]") {
  const Analysis analysis =
      analyse_text("It was signed on February 30, 2015, and sealed on March 4, 2015.", "2016-11-16");
  CHECK(values_of(analysis) == "2015-03-04");
  REQUIRE(analysis.warnings.size() == 1);
  CHECK(analysis.warnings[0].message == "“February 30, 2015” is no date of the calendar; it was left out");
}

TEST_CASE("a weekday that disagrees with its date gives a warning", "[core][resolve]") {
  const Analysis analysis = analyse_text("It was signed on Monday, March 4, 2015.", "2016-11-16");
  CHECK(values_of(analysis) == "2015-03-04");
  REQUIRE(analysis.warnings.size() == 1);
  CHECK(
      analysis.warnings[0].message ==
      "“Monday, March 4, 2015” disagrees with itself: 2015-03-04 falls on another day of the week; the date was kept");
}

TEST_CASE("one date that can only be read day first settles the order of the others", "[core][resolve]") {
  CHECK(values_of(analyse_text("Between 25/12/2012 and 4/1/2013 it was closed.", "2016-11-16")) ==
        "2012-12-25; 2013-01-04");
  CHECK(values_of(analyse_text("It closed on 4/1/2013.", "2016-11-16")) == "2013-04-01");
}

TEST_CASE("the two ends of a range know each other", "[core][resolve]") {
  const Analysis analysis = analyse_text("Divers worked from November 8 to 10.", "2016-11-16");
  REQUIRE(analysis.timexes.size() == 2);
  CHECK(analysis.timexes[0].range == RangeRole::from);
  CHECK(analysis.timexes[1].range == RangeRole::to);
  CHECK(analysis.timexes[0].partner == 1);
  CHECK(analysis.timexes[1].partner == 0);
}

TEST_CASE("a value lies on the calendar, and its words are quoted from the text", "[core][resolve][property]") {
  rc::prop("for any day of writing", [] {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "on Monday", "last week", "in March", "on November 14", "two years ago", "next month", "the third quarter",
        "in 2014", "early March", "the summer", "yesterday", "that day", "three days later", "at 3 p.m.",
        "over 200 years", "every day", "in the 1990s", "on Christmas Day", "the next day", "he left", "she will go"));
    std::string text;
    for (const std::string& word : words) text += word + ". ";
    const std::int64_t day = *rc::gen::inRange<std::int64_t>(-300'000, 300'000);
    Document document;
    document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
    document.text = text;
    document.dct = {DctSource::given, day * seconds_per_day, false, ""};
    const Analysis analysis = analyse(std::move(document), *Language::find("en"));
    std::uint32_t end = 0;
    for (const Timex& timex : analysis.timexes) {
      RC_ASSERT(timex.span.begin >= end);
      end = timex.span.end;
      RC_ASSERT(!timex.value.value.empty());
      if (timex.value.frame != Frame::calendar) continue;
      RC_ASSERT(timex.value.interval.begin < timex.value.interval.end);
      const auto parsed = parse_timex(timex.value.value);
      RC_ASSERT(parsed.has_value());
      RC_ASSERT(interval_of(*parsed).contains(timex.value.interval));
    }
  });
}

TEST_CASE("a later day of writing never makes a relative date earlier", "[core][resolve][property]") {
  rc::prop("resolving is monotone in its anchor", [] {
    const auto text = *rc::gen::element<std::string>(
        "It closed last week.", "It closed yesterday.", "It closed two years ago.", "It closed last month.",
        "It closed on Monday.", "It opens next quarter.", "It closed in March.", "It closed on November 14.");
    const std::int64_t first = *rc::gen::inRange<std::int64_t>(-300'000, 300'000),
                       second = first + *rc::gen::inRange<std::int64_t>(0, 800);
    const auto begin = [&](std::int64_t day) {
      Document document;
      document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
      document.text = text;
      document.dct = {DctSource::given, day * seconds_per_day, false, ""};
      return analyse(std::move(document), *Language::find("en")).timexes.at(0).value.interval.begin;
    };
    RC_ASSERT(begin(first) <= begin(second));
  });
}

}  // namespace annal
