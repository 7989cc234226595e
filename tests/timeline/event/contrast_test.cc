// What a text says of two times of which one is not meant.
#include "timeline/event/contrast.h"

#include <catch2/catch.hpp>

#include "tests/date_label_words.h"
#include "tests/timeline/event/read.h"

namespace annal {
namespace {

TEST_CASE("of two times that are set against each other only the one that is meant dates the event",
          "[timeline][event]") {
  struct Row {
    const char *tag, *text, *head, *edtf, *title;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "The kiln broke not on 3 May 2012 but on 5 May 2012.", "broke", "2012-05-05", "The kiln broke"},
      {"en", "The school opened in 1957, not in 1955.", "opened", "1957", "The school opened"},
      {"en", "The school opened in 1957 instead of 1955.", "opened", "1957", "The school opened"},
      {"en", "Frost died in 2013 rather than in 2012.", "died", "2013", "Frost died"},
      {"de", "Der Brand brach nicht am 3. Mai 2012, sondern am 5. Mai 2012 aus.", "brach", "2012-05-05",
       "Der Brand brach aus"},
      {"de", "Statt 1955 öffnete die Schule erst 1957.", "öffnete", "1957", "Die Schule öffnete"},
      {"es", "El incendio no empezó el 3 de mayo de 2012, sino el 5 de mayo de 2012.", "empezó", "2012-05-05",
       "El incendio empezó"},
      {"fr", "L'école n'a pas ouvert en 1955 mais en 1957.", "ouvert", "1957", "L'école a ouvert"},
      {"ru", "Школа открылась не в 1955 году, а в 1957 году.", "открылась", "1957", "Школа открылась"},
      {"uk", "Школа відкрилася не в 1955 році, а в 1957 році.", "відкрилася", "1957", "Школа відкрилася"},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.tag);
  const Timeline timeline = build_timeline(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(timeline.events, timeline.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->status == Status::fact);
  CHECK(event->edtf == row.edtf);
  CHECK(event->title == row.title);
}

TEST_CASE("a time that something is set against dates nothing", "[timeline][event]") {
  struct Row {
    const char *tag, *text, *head, *edtf, *title;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "Sales fell by ten percent compared with June 2015.", "fell", "", "Sales fell by ten percent"},
      {"de", "Gegenüber dem Vorjahr stieg der Gewinn um drei Prozent.", "stieg", "",
       "Der Gewinn stieg um drei Prozent"},
      {"de", "Die Firma verkaufte mehr Autos als 2014.", "verkaufte", "", "Die Firma verkaufte mehr Autos"},
      {"de", "Im Mai 2016 stieg der Gewinn gegenüber dem Ergebnis von 2015 um drei Prozent.", "stieg", "2016-05",
       "Der Gewinn stieg gegenüber dem Ergebnis von 2015 um drei Prozent"},
      {"de", "Als im Juni 2015 die Brücke brach, starb ein Mann.", "brach", "2015-06", "Die Brücke brach"},
      {"fr", "Par rapport à juin 2015, les ventes ont reculé de dix pour cent.", "reculé", "",
       "Les ventes ont reculé de dix pour cent"},
      {"fr", "Les ventes ont été plus élevées qu'en 2014.", "élevées", "", "Les ventes ont été plus élevées"},
      {"fr", "C'est en 2014 que la société a vendu l'usine.", "vendu", "2014", "La société a vendu l'usine"},
      {"fr", "Ce n'est qu'en 2014 que la société a vendu l'usine.", "vendu", "2014", "La société a vendu l'usine"},
      {"es", "En comparación con 2014, el beneficio subió.", "subió", "", "El beneficio subió"},
      {"es", "La banda que en 2014 robó el banco huyó.", "robó", "2014", "La banda que robó el banco huyó"},
      {"ru", "Продажи упали на десять процентов по сравнению с июнем 2015 года.", "упали", "",
       "Продажи упали на десять процентов"},
      {"uk", "Прибуток був вищий, ніж у 2014 році.", "вищий", "", "Прибуток був вищий"},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.tag);
  const Timeline timeline = build_timeline(test::analysed(row.text, "", language), language);
  const Event* event = test::event_of(timeline.events, timeline.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->edtf == row.edtf);
  CHECK(event->title == row.title);
}

TEST_CASE("a title does without the negation of what it leaves out", "[timeline][event]") {
  struct Row {
    const char *tag, *text, *head, *title;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "Frost not only sold the kiln in 2012 but also burned the barn.", "sold", "Frost sold the kiln"},
      {"es", "Frost no solo vendió el molino en 2012, sino que quemó el granero.", "vendió", "Frost vendió el molino"},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.tag);
  const std::vector<Event> events = find_events(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(events, row.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->status == Status::fact);
  CHECK(event->title == row.title);
}

TEST_CASE("a negation without another time beside it is that of the verb", "[timeline][event]") {
  for (const char* text : {"The school did not open in 1955.", "The school did not open until 1955.",
                           "It did not open on 3 May 2012, but on 4 May 2012 the mayor resigned."}) {
    INFO(text);
    const std::vector<Event> events = find_events(test::analysed(text), test::english());
    const Event* event = test::event_of(events, text, "open");
    REQUIRE(event != nullptr);
    CHECK(event->status == Status::denied);
  }
}

TEST_CASE("a date of which the text does not say whether it is the one is no date of its own", "[timeline][event]") {
  struct Row {
    const char *tag, *text, *head, *when;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "The mine closed in 2014 or 2015.", "closed", "2014\u20132015"},
      {"en", "The fire broke out on 3 or 4 May 2014.", "broke", "3\u20134 May 2014"},
      {"en", "The mine closed in late 2014 or early 2015.", "closed", "2014\u20132015"},
      {"en", "The mine closed in May 2014 and 2015.", "closed", "May 2014"},
      {"de", "Die Mine schloss 2014 oder 2015.", "schloss", "2014\u20132015"},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.tag);
  const Timeline timeline = build_timeline(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(timeline.events, timeline.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(test::words(event->when) == row.when);
}

TEST_CASE("the year in the name of a law dates nothing that is told of it", "[timeline][event]") {
  struct Row {
    const char *tag, *text, *head, *edtf;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "Marlow was charged under the Espionage Act of 1917.", "charged", "../2016-11-14"},
      {"en", "Varnia broke the Treaty of Vell of 1881.", "broke", "../2016-11-14"},
      {"en", "Varnia broke the treaty in 1881.", "broke", "1881"},
      {"en", "The strike of 1984 ruined the town.", "strike", "1984"},
      {"fr", "Le maire a invoqué la loi de 1905.", "invoqué", "../2016-11-14"},
      {"es", "El alcalde violó la Constitución de 1978.", "violó", "../2016-11-14"},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.tag);
  const Timeline timeline = build_timeline(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(timeline.events, timeline.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->edtf == row.edtf);
}

}  // namespace
}  // namespace annal
