#include "core/lang/said.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("Labels of times are said in the language of the text", "[core][lang][said]") {
  struct Row {
    const char *english, *german;
  };
  const auto row = GENERATE(values<Row>({
      {"14 Nov 2016", "14. Nov 2016"},
      {"8\u201313 Mar 2016", "8.\u201313. März 2016"},
      {"30 Oct \u2013 2 Nov 2016", "30. Okt \u2013 2. Nov 2016"},
      {"Nov 2016", "Nov 2016"},
      {"summer 1874", "Sommer 1874"},
      {"by late 2016", "bis Ende 2016"},
      {"from 3 May 1921 on", "ab 3. Mai 1921"},
      {"1990s", "1990er"},
      {"19th century", "19. Jahrhundert"},
      {"44 BC", "44 v. Chr."},
      {"2 years 3 months", "2 Jahre 3 Monate"},
      {"first half of 2014", "1. Halbjahr 2014"},
      {"2014\u20132016", "2014\u20132016"},
      {"14 November 2016, 06:40", "14. November 2016, 06:40"},
      {"", ""},
  }));
  CHECK(Said("de")(row.english) == row.german);
  CHECK(Said("en")(row.english) == row.english);
  CHECK(Said("xx")(row.english) == row.english);
}

TEST_CASE("A word behind another takes the form that it has there", "[core][lang][said]") {
  const Said said("ru");
  CHECK(said("3 May 1921") == "3 мая 1921");
  CHECK(said("May 1998") == "май 1998");
  CHECK(said("Mar \u2013 May 2017") == "март \u2013 май 2017");
  CHECK(said("after summer 1987") == "после лета 1987");
  CHECK(said("summer 1987") == "лето 1987");
}

TEST_CASE("A language knows its month at the end of a label", "[core][lang][said]") {
  CHECK(Said("de").ends_in_month("3. Mai"));
  CHECK(Said("de").ends_in_month("14. Dez"));
  CHECK_FALSE(Said("de").ends_in_month("Sommer"));
  CHECK_FALSE(Said().ends_in_month("3 May"));
}

TEST_CASE("A whole label is said in the language of the text, with what it is about in its place",
          "[core][lang][said]") {
  struct Row {
    const char *tag, *written, *cut;
  };
  const auto row = GENERATE(values<Row>({
      {"de", "Artikel geschrieben", "3 Jahre weggelassen"},
      {"es", "artículo escrito", "3 Jahre omitidos"},
      {"fr", "article écrit", "3 Jahre omis"},
      {"ru", "статья написана", "пропущено: 3 Jahre"},
      {"uk", "статтю написано", "пропущено: 3 Jahre"},
      {"en", "article written", "3 Jahre cut"},
      {"xx", "article written", "3 Jahre cut"},
  }));
  CHECK(Said(row.tag).label("article written") == row.written);
  CHECK(Said(row.tag).label("@ cut", "3 Jahre") == row.cut);
  CHECK(Said(row.tag).label("no such label") == "no such label");
}

TEST_CASE("The languages that label pictures all have the same labels", "[core][lang][said]") {
  const Language& german = *Language::find("de");
  for (const char* tag : {"es", "fr", "ru", "uk"}) {
    const Language& other = *Language::find(tag);
    for (const char* label :
         {"written @", "@ event", "@ events in order of time", "the axis is cut in @ places", "time left out",
          "no later, or no earlier, than this", "after the article", "scale changes", "date doubtful", "(expected)",
          "denied", "ended by", "table of events", "from @ to"}) {
      INFO(tag << ": " << label);
      CHECK(german.is(label, german.word_class("said-label")));
      CHECK(other.is(label, other.word_class("said-label")));
    }
  }
}
