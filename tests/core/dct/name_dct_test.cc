#include "core/dct/name_dct.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/pipeline.h"

using namespace annal;

TEST_CASE("the name of a file states a day of writing in figures that can mean one day only", "[core][dct]") {
  struct Row {
    const char *name, *day;  // empty: none
  };
  const auto row = GENERATE(values<Row>({
      {"2016-11-14-council.txt", "2016-11-14"},
      {"council 2016_11_14.txt", "2016-11-14"},
      {"council.2016.11.14.txt", "2016-11-14"},
      {"20161114.txt", "2016-11-14"},
      {"minutes-20161114-2.md", "2016-11-14"},
      {"20161114T0630.eml", "2016-11-14"},
      {"2016-11-14T06-30 vote.eml", "2016-11-14"},
      {"council-14-11-2016.txt", "2016-11-14"},
      {"council-11-14-2016.txt", "2016-11-14"},
      {"5.5.2016 council.txt", "2016-05-05"},
      {"2016-11-14 and 2016-11-14.txt", "2016-11-14"},
      {"2016-02-30.txt", ""},
      {"2016-13-01.txt", ""},
      {"council-03-04-2016.txt", ""},
      {"2016-11.txt", ""},
      {"2016-11_14.txt", ""},
      {"11-14.txt", ""},
      {"2016-11-14-2016-11-20.txt", ""},
      {"case20161114.txt", ""},
      {"20161114a.txt", ""},
      {"12345678.txt", ""},
      {"0300-11-14.txt", ""},
      {"120161114.txt", ""},
      {"1.2.3.txt", ""},
      {"council.txt", ""},
      {"", ""},
  }));
  INFO(row.name);
  const auto dct = name_dct(row.name);
  CHECK((dct ? iso_text(dct->at, false) : "") == row.day);
  if (dct) CHECK(dct->source == DctSource::inferred);
  if (dct) CHECK(dct->reason == "the file's name, " + std::string(row.name));
}

TEST_CASE("a day known from outside the text is taken where the text states none, and that is said", "[core][dct]") {
  const auto read = [](const char* text) {
    Document document;
    document.text = text;
    document.dct_candidates.push_back({*name_dct("2016-11-14.txt"), 0.3, false});
    return analyse(std::move(document), Language::fallback());
  };
  const Analysis silent = read("The mill burned yesterday. The council met today.\n");
  CHECK(iso_text(silent.document.dct.at, false) == "2016-11-14");
  REQUIRE(silent.warnings.size() == 1);
  CHECK(silent.warnings[0].message ==
        "the text states no date of writing, so 2016-11-14 is taken from the file's name, 2016-11-14.txt");
  const Analysis dated = read("PORTVALE, Nov. 20, 2016 (Agency) -- The mill burned yesterday.\n");
  CHECK(iso_text(dated.document.dct.at, false) == "2016-11-20");
  CHECK(dated.warnings.empty());
}
