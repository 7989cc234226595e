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
