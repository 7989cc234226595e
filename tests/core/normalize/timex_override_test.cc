// What an owner says of single time expressions, and what follows from it.
#include "core/normalize/timex_override.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/normalize/explain.h"
#include "core/pipeline.h"

using namespace annal;

namespace {

CivilSeconds day(std::string_view iso) { return interval_of(parse_iso(iso).value()).begin; }

Analysis analysed(const std::string& text, std::vector<TimexOverride> overrides = {},
                  std::string_view dct = "2016-11-20", std::string_view language = "en") {
  Document document;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  document.text = text;
  if (!dct.empty()) document.dct = {DctSource::given, day(dct), false, ""};
  return analyse(std::move(document), *Language::find(language), overrides);
}

Span span_of(const std::string& text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
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

const std::string story =
    "On 14 November 2016 the mill burned. Two days later the owner resigned. Last week it reopened.";

}  // namespace

TEST_CASE("What an edit drops is no time expression, and nothing counts from it", "[core][resolve]") {
  CHECK(values_of(analysed(story)) == "2016-11-14; 2016-11-16; 2016-W45");
  const Analysis analysis = analysed(story, {{span_of(story, "Last week"), TimexOverride::Dropped{}}});
  CHECK(values_of(analysis) == "2016-11-14; 2016-11-16");
  const Analysis anchor = analysed(story, {{span_of(story, "14 November 2016"), TimexOverride::Dropped{}}});
  for (const Timex& timex : anchor.timexes) CHECK(timex.value.value.view() != "2016-11-16");
  const std::string range = "It ran from 3 to 5 May 2016.";
  const Analysis half = analysed(range, {{span_of(range, "3"), TimexOverride::Dropped{}}});
  REQUIRE(half.timexes.size() == 1);
  CHECK(half.timexes[0].range == RangeRole::none);
  CHECK(half.timexes[0].partner == -1);
}

TEST_CASE("A time expression counts from the day that an edit states", "[core][resolve]") {
  struct Row {
    const char *language, *text, *words, *from, *values;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "Last week the mill burned.", "Last week", "2016-11-10", "2016-W44"},
      {"en", "The mill burned on Monday.", "Monday", "2016-11-10", "2016-11-07"},
      {"en", "The mill will open on Monday.", "Monday", "2016-11-10", "2016-11-14"},
      {"en", "Two days later the owner resigned.", "Two days later", "2016-11-10", "2016-11-12"},
      {"en", "The next day the owner resigned.", "The next day", "2016-12-31", "2017-01-01"},
      {"en", "The mill burned in March.", "March", "2014-05-01", "2014-03"},
      {"en", "The mill burned two years ago.", "two years ago", "2014-11-10", "2012"},
      {"en", "The mill burned on 3 May 2011.", "3 May 2011", "2014-11-10", "2011-05-03"},
      {"en", "Yesterday it burned. Two days later they met.", "Yesterday", "2016-11-10", "2016-11-09; 2016-11-11"},
      {"de", "Letzte Woche brannte die Mühle.", "Letzte Woche", "2016-11-10", "2016-W44"},
      {"es", "La semana pasada ardió el molino.", "La semana pasada", "2016-11-10", "2016-W44"},
      {"fr", "La semaine dernière, le moulin a brûlé.", "La semaine dernière", "2016-11-10", "2016-W44"},
      {"uk", "Минулого тижня згорів млин.", "Минулого тижня", "2016-11-10", "2016-W44"},
      {"ru", "На прошлой неделе сгорела мельница.", "прошлой неделе", "2016-11-10", "2016-W44"},
  }));
  INFO(row.text);
  const Analysis plain = analysed(row.text, {}, "2016-11-20", row.language);
  REQUIRE_FALSE(plain.timexes.empty());
  CHECK(slice(plain.document.text, plain.timexes[0].span) == row.words);
  const Analysis analysis = analysed(row.text, {{plain.timexes[0].span, TimexOverride::CountedFrom{day(row.from)}}},
                                     "2016-11-20", row.language);
  CHECK(values_of(analysis) == row.values);
  CHECK(analysis.timexes[0].value.anchor_kind == AnchorKind::none);
  CHECK(analysis.timexes[0].anchor == -1);
}

TEST_CASE("A day to count from needs no day of writing, and changes nothing before it", "[core][resolve]") {
  const std::string text = "Yesterday the mill burned. Last week the owner fled.";
  CHECK(values_of(analysed(text, {{span_of(text, "Last week"), TimexOverride::CountedFrom{day("2016-11-10")}}}, "")) ==
        "XXXX-XX-XX; 2016-W44");
}

TEST_CASE("A time expression means what an edit states, and what counts from it follows", "[core][resolve]") {
  const auto means = [](std::string_view timex, Mod mod = Mod::none) {
    return analysed(story, {{span_of(story, "14 November 2016"), TimexOverride::Means{*parse_timex(timex), mod}}});
  };
  CHECK(values_of(means("2016-11-15")) == "2016-11-15; 2016-11-17; 2016-W45");
  CHECK(values_of(means("2015-12-31")) == "2015-12-31; 2016-01-02; 2016-W45");
  CHECK(means("2016-11-15").timexes[1].anchor == 0);
  const Analysis early = means("2016-11", Mod::start);
  CHECK(early.timexes[0].value.mod == Mod::start);
  CHECK(iso_text(early.timexes[0].value.interval.end, false) == "2016-11-11");
}

TEST_CASE("The reading of a time expression says what an edit did to it", "[core][resolve]") {
  const TimexOverride counted{span_of(story, "Last week"), TimexOverride::CountedFrom{day("2016-11-10")}};
  CHECK(explain(analysed(story, {counted}), 2, counted) == "week before then, counted from 2016-11-10, by an edit");
  const TimexOverride stated{span_of(story, "14 November 2016"),
                             TimexOverride::Means{*parse_timex("2016-11-15"), Mod::none}};
  CHECK(explain(analysed(story, {stated}), 0, stated) == "stated by an edit");
}

TEST_CASE("Of two edits of one time expression the later counts, and one of none changes nothing", "[core][resolve]") {
  const Span words = span_of(story, "Last week");
  CHECK(values_of(analysed(
            story, {{words, TimexOverride::Dropped{}}, {words, TimexOverride::CountedFrom{day("2016-11-10")}}})) ==
        "2016-11-14; 2016-11-16; 2016-W44");
  CHECK(values_of(analysed(story, {{{0, 2}, TimexOverride::Dropped{}}})) == values_of(analysed(story)));
}
