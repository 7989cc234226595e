// The year of texts that state no day of writing, and what is said of the readings that lost.
#include <catch2/catch.hpp>

#include <string>

#include "core/lang/language.h"
#include "core/normalize/explain.h"
#include "core/pipeline.h"

namespace annal {
namespace {

Analysis analysed(std::string text, const char* dct = nullptr) {
  Document document;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  document.text = std::move(text);
  if (dct != nullptr) document.dct = {DctSource::given, interval_of(*parse_iso(dct)).begin, false, ""};
  return analyse(std::move(document), *Language::find("en"));
}

std::string values_of(const Analysis& analysis) {
  std::string out;
  for (const Timex& timex : analysis.timexes) {
    if (!out.empty()) out += "; ";
    out += timex.value.value.view();
  }
  return out;
}

struct Row {
  const char* why;
  const char* text;
  const char* values;
};

}  // namespace

TEST_CASE("a weekday told with its date tells the year where one is left", "[core][resolve]") {
  const auto row = GENERATE(values<Row>({
      {"one year of the six fits", "The bridge was closed in 2014. It opened on Friday, November 14.",
       "2014; 2014-11-14"},
      {"others follow it",
       "The bridge was closed in 2014. It opened on Friday, November 14. Divers had come on November 8.",
       "2014; 2014-11-14; 2014-11-08"},
      {"what comes lies ahead",
       "The bridge was closed in 2014. It opened on Friday, November 14. It will be painted in March.",
       "2014; 2014-11-14; 2015-03"},
      {"a day that recurs by law", "The bridge was closed in 2014. She praised his November 8 win.",
       "2014; 2016-11-08"},
      {"no year is stated: many fit", "The bridge opened on Friday, November 14.", "XXXX-11-14"},
      {"a weekday that the year told has not",
       "The bridge was closed in 2014. It opened on Friday, November 14. It burned on Friday, November 15.",
       "2014; 2014-11-14; XXXX-11-15"},
      {"no weekday", "The bridge was closed in 2014. It opened on November 14.", "2014; 2014-11-14"},
      {"a year told as to come bounds nothing", "The bridge will be closed in 2014. It opened on Friday, November 14.",
       "2014; XXXX-11-14"},
  }));
  INFO(row.why);
  CHECK(values_of(analysed(row.text)) == row.values);
}

TEST_CASE("the reason for the year, or the candidates, are said", "[core][resolve]") {
  const Analysis known = analysed("The bridge was closed in 2014. It opened on Friday, November 14.");
  REQUIRE(known.warnings.size() == 1);
  CHECK(known.warnings[0].message.find("the year is inferred: “Friday, November 14” fits 2014") == 0);
  const Analysis open = analysed("The bridge opened on Friday, November 14.");
  REQUIRE(open.warnings.size() == 1);
  CHECK(open.warnings[0].message ==
        "the year stays open: “Friday, November 14” fits 1997, 2003, 2008, 2014 or 2025 (of 1990 to 2030), and the "
        "text states no year");
}

TEST_CASE("the reading that lost is told with the reason", "[core][resolve]") {
  struct Lost {
    const char* text;
    const char* other;
  };
  const auto row = GENERATE(values<Lost>({
      {"She left on Monday.", "2016-11-21, but the clause looks back"},
      {"She will leave on Monday.", "2016-11-14, but the clause looks ahead"},
      {"The bridge opened in March.", "2017-03, but the clause looks back"},
      {"The bridge will open in March.", "2016-03, but the clause looks ahead"},
      {"It was March 2012.", ""},
      {"She left yesterday.", ""},
  }));
  const Analysis analysis = analysed(row.text, "2016-11-16");
  REQUIRE(analysis.timexes.size() == 1);
  INFO(row.text);
  CHECK(explain_alternative(analysis, 0) == row.other);
}

TEST_CASE("a day that the calendar has not is reported and never bent", "[core][resolve]") {
  const Analysis analysis =
      analysed("The bridge opened on February 30, 2016. It closed on Monday, November 15, 2016.", "2016-11-16");
  CHECK(values_of(analysis) == "2016-11-15");
  REQUIRE(analysis.warnings.size() == 2);
  CHECK(analysis.warnings[0].message == "“February 30, 2016” is no date of the calendar; it was left out");
  CHECK(analysis.warnings[1].message.find("falls on another day of the week") != std::string::npos);
}

TEST_CASE("a tale goes on from its own dates and not from the day of writing", "[core][resolve]") {
  const std::string tale =
      "The fort was begun in 1701. It burned in 1709. In 1711 it was sold, and in 1713 it was sold again. ";
  const auto row = GENERATE_COPY(values<Row>({
      {"a month", "It fell in May 1741. In June the crews left.", "1741-05; 1741-06"},
      {"a decade", "It stood empty through the 1750s. In the next decade it was mended.", "175; 176"},
      {"the day of a month that names none", "It fell in May 1741. The same day the crews left.",
       "1741-05; 1741-05-XX"},
      {"a word that looks ahead in a tale names no time", "It fell in May 1741. It was soon mended.", "1741-05"},
      {"a month of that year", "It fell in 1741. In August of that year it was mended.", "1741; 1741-08"},
      {"a year beside its own month is no new place",
       "It fell in December 1741, in the war of 1741. In January the crews left.", "1741-12; 1741; 1742-01"},
  }));
  INFO(row.why);
  const std::string values = values_of(analysed(tale + row.text, "2016-11-16"));
  CHECK(values.substr(std::string("1701; 1709; 1711; 1713; ").size()) == row.values);
}

}  // namespace annal
