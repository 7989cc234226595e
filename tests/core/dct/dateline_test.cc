// The day of writing out of the text's own first lines.
#include "core/dct/dateline.h"
#include "core/pipeline.h"

#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"
#include "core/text/read.h"

using namespace annal;

namespace {

const std::string story = "\n\nThe ferry stayed in port on Tuesday after a crack was found in its hull.\n";

Dct dct_of(const std::string& head) {
  return analyse(read_text(head + story, "test").value(), *Language::find("en")).document.dct;
}

}  // namespace

TEST_CASE("a dateline with its year gives the day of writing", "[core][text]") {
  struct Row {
    const char* head;
    const char* at;
  };
  const auto row = GENERATE(values<Row>({
      {"Published 14 November 2016", "2016-11-14"},
      {"Published: Monday, November 14, 2016", "2016-11-14"},
      {"14 November 2016", "2016-11-14"},
      {"Ferry stays in port after crack\n\n2016-11-14", "2016-11-14"},
      {"Ferry stays in port after crack\n\nBy Ada Lund, Nov. 14, 2016", "2016-11-14"},
      {"PORTVALE, Nov. 14, 2016 (Northern Wire) --", "2016-11-14"},
      {"Last updated 16 November 2016", "2016-11-16"},
      {"Updated 16 November 2016\nPublished 14 November 2016", "2016-11-14"},
      {"Published 14 November 2016, updated 16 November 2016", "2016-11-14"},
      {"Posted on March 3rd, 1998", "1998-03-03"},
  }));
  INFO(row.head);
  const Dct dct = dct_of(row.head);
  REQUIRE(dct.source == DctSource::dateline);
  CHECK_FALSE(dct.has_time);
  CHECK(iso_text(dct.at, false) == row.at);
}

TEST_CASE("datelines of other languages and scripts are seen", "[core][text]") {
  struct Row {
    const char *language, *head, *at;
  };
  const auto row = GENERATE(values<Row>({
      {"de", "Veröffentlicht am 14. November 2016", "2016-11-14"},
      {"de", "ÖTZBERG, 14. November 2016 \u2014 Die Fähre blieb am Dienstag im Hafen.", "2016-11-14"},
      {"de", "Von Ada Lund, 14. November 2016", "2016-11-14"},
      {"uk", "КАМ'ЯНЕ, 14 листопада 2016 \u2014 Пором у вівторок залишився в порту.", "2016-11-14"},
  }));
  INFO(row.head);
  const Dct dct =
      analyse(read_text(row.head + std::string("\n\nNr. 5\n"), "test").value(), *Language::find(row.language))
          .document.dct;
  REQUIRE(dct.source == DctSource::dateline);
  CHECK(iso_text(dct.at, false) == row.at);
}

TEST_CASE("a dateline inside the first paragraph counts too", "[core][text]") {
  const Dct dct =
      analyse(read_text("PORTVALE, 14 November 2016 (Northern Wire) -- The ferry stayed in port on Tuesday.", "test")
                  .value(),
              *Language::find("en"))
          .document.dct;
  CHECK(dct.source == DctSource::dateline);
  CHECK(iso_text(dct.at, false) == "2016-11-14");
  CHECK(dct.reason == "the line \"PORTVALE, 14 November 2016 (Northern Wire) --\"");
}

TEST_CASE("what is told of a day behind a dateline counts from it", "[core][text]") {
  struct Row {
    const char *language, *text, *day;  ///< of the last time expression
  };
  const auto row = GENERATE(values<Row>({
      {"en", "Vell, 3 March 2019. Yesterday the mill burned.", "2019-03-02"},
      {"en", "VELL, March 3, 2019 \u2014 Yesterday the mill burned.", "2019-03-02"},
      {"en", "Vell, 3 March 2019. Monday's fire destroyed the mill.", "2019-02-25"},
      {"de", "Vell, 3. M\u00E4rz 2019. Gestern brach in der M\u00FChle Feuer aus.", "2019-03-02"},
      {"es", "Vell, 3 de marzo de 2019. Ayer ardi\u00F3 el molino.", "2019-03-02"},
      {"fr", "Vell, 3 mars 2019. Hier, le moulin a br\u00FBl\u00E9.", "2019-03-02"},
  }));
  CAPTURE(row.text);
  const Analysis analysis = analyse(read_text(row.text, "test").value(), *Language::find(row.language));
  REQUIRE(analysis.document.dct.source == DctSource::dateline);
  CHECK(iso_text(analysis.document.dct.at, false) == "2019-03-03");
  REQUIRE(analysis.timexes.size() == 2);
  CHECK(analysis.timexes[1].range == RangeRole::none);
  CHECK(std::string(analysis.timexes[1].value.value.view()) == row.day);
}

TEST_CASE("the dates of a life are no dateline", "[core][text]") {
  const Analysis analysis = analyse(read_text("Anna Holt, 5 May 1921 - 4 June 1990. She ran the mill.", "test").value(),
                                    *Language::find("en"));
  CHECK(analysis.document.dct.source == DctSource::none);
}

TEST_CASE("a dateline with a clock time gives the second", "[core][text]") {
  const Dct dct = dct_of("Published 2016-11-14T10:32");
  REQUIRE(dct.known());
  CHECK(dct.has_time);
  CHECK(iso_text(dct.at, true) == "2016-11-14T10:32:00");
}

TEST_CASE("without a year, or without a dateline, the day of writing stays unknown", "[core][text]") {
  for (const char* head : {"PORTVALE, Nov. 14 (Northern Wire) --", "Published on Monday", "Published in November 2016",
                           "Published 14 November", "Ferry stays in port after crack",
                           "The flood of 14 May 1998 took the bridge and the mill with it.", "Updated two days ago"}) {
    INFO(head);
    CHECK(dct_of(head).source == DctSource::none);
  }
}

TEST_CASE("a day of writing that is given stays", "[core][text]") {
  Document document = read_text("Published 14 November 2016" + story, "test").value();
  document.dct = {DctSource::given, days_from_civil(2019, 5, 1) * seconds_per_day, false, ""};
  const Dct dct = analyse(document, *Language::find("en")).document.dct;
  CHECK(dct.source == DctSource::given);
  CHECK(iso_text(dct.at, false) == "2019-05-01");
}

TEST_CASE("a dateline that contradicts the given day of writing gets one warning", "[core][text]") {
  struct Row {
    const char *language, *head;
    int month, day;  ///< given, in 2016
    std::size_t warnings;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "Published 14 November 2016", 3, 4, 1},
      {"en", "Published 14 November 2016", 11, 14, 0},
      {"en", "PORTVALE, Nov. 14, 2016 (Northern Wire) --", 3, 4, 1},
      {"en", "PORTVALE, Nov. 14, 2016 (Northern Wire) --", 11, 15, 0},  // it appeared the day after
      {"en", "Last updated 16 November 2016", 11, 10, 0},               // changed since
      {"en", "Published 14 November 2016, updated 16 November 2016", 3, 4, 1},
      {"en", "Ferry stays in port after crack", 3, 4, 0},
      {"de", "Veröffentlicht am 14. November 2016", 3, 4, 1},
      {"es", "Publicado el 14 de noviembre de 2016", 3, 4, 1},
      {"fr", "Publié le 14 novembre 2016", 3, 4, 1},
      {"ru", "Опубликовано 14 ноября 2016", 3, 4, 1},
      {"uk", "Опубліковано 14 листопада 2016", 3, 4, 1},
  }));
  CAPTURE(row.language, row.head);
  Document document = read_text(row.head + story, "test").value();
  document.dct.source = DctSource::given;
  document.dct.at = civil_seconds(2016, row.month, row.day);
  const Analysis analysis = analyse(std::move(document), *Language::find(row.language));
  CHECK(analysis.warnings.size() == row.warnings);
  CHECK(analysis.document.dct.source == DctSource::given);
  if (row.warnings == 0 || row.head != std::string("Published 14 November 2016")) return;
  CHECK(analysis.warnings[0].message ==
        "“14 November 2016” is another day of writing than the one given, 2016-03-04; the one given was used");
}
