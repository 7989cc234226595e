// Chronologies in the present tense, without a day of writing: each entry stays at its own date.
#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "timeline/read_article.h"

using namespace annal;

namespace {

struct Row {
  const char *language, *text;
  const char* dates;  ///< where each event that has a date can begin, and that date, in the order of the picture
};

const std::vector<Row> chronologies{
    {"en",
     "Key dates\n\nJanuary 2019: Police arrest Dunn.\nMarch 2019: Dunn is charged with fraud.\nJune 2020: The trial "
     "opens.\nAugust 2020: The jury finds Dunn guilty.\n2 September 2020: The judge jails Dunn for six years.\nMay "
     "2022: The appeal court quashes the verdict.\n",
     "2019-01-01=2019-01 2019-03-01=2019-03 2020-06-01=2020-06 2020-08-01=2020-08 2020-09-02=2020-09-02 "
     "2022-05-01=2022-05"},
    {"en",
     "The salt works\n\nAD 43 \u2013 The pans are enlarged.\n1066: William grants the pans to the abbey.\n3 September "
     "1752: The sluice is repaired.\nSpring 2031: A museum is to open.\n",
     "0043-01-01=0043 1066-01-01=1066 1752-09-03=1752-09-03 2031-03-01=2031-21"},
    {"en",
     "The salt works\n\n55 BC: Romans occupy the coast.\n1348-1350: Plague empties the village.\n1914\u201318: The "
     "army "
     "buys the works.\n1923: The chimney falls.\n",
     "-0054-01-01=-0054 1348-01-01=1348-01-01/1350-12-31 1914-01-01=1914-01-01/1918-12-31 1923-01-01=1923"},
    {"de",
     "Die Bahn\n\n1845: Das Parlament beschlie\u00DFt das Gesetz.\n1914\u201318: Die Armee beschlagnahmt die "
     "Strecke.\n1963: Die Bahn schlie\u00DFt die Strecke.\n",
     "1845-01-01=1845 1914-01-01=1914-01-01/1918-12-31 1963-01-01=1963"},
    {"fr",
     "Chronologie\n\n1845 : le Parlement vote la loi.\n1901 : un incendie d\u00E9truit la gare.\n1963 : la compagnie "
     "ferme la ligne.\n",
     "1845-01-01=1845 1901-01-01=1901 1963-01-01=1963"},
};

}  // namespace

TEST_CASE("an entry in the present tense begins at its own date", "[timeline]") {
  for (const Row& row : chronologies) {
    const auto article = read_article(row.text, {.name = "chronology.txt", .language = Language::find(row.language)});
    REQUIRE(article);
    const Timeline timeline = build_timeline(*article);
    std::string dates;
    for (const std::uint32_t e : timeline.order) {
      const Event& event = timeline.events[e];
      if (event.edtf.empty()) continue;
      INFO(event.title);
      REQUIRE(event.start.frame == Frame::calendar);
      REQUIRE(event.start.earliest != unbounded_past);
      dates += (dates.empty() ? "" : " ") + iso_text(event.start.earliest, false) + "=" + event.edtf;
    }
    CHECK(dates == row.dates);
  }
}
