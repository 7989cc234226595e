// What a word denies that negates only with another one, and which negations deny nothing.
#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

namespace annal {
namespace {

TEST_CASE("a negation that only limits, joins or stands before another word denies nothing", "[timeline][event]") {
  struct Row {
    const char *tag, *text, *head;
    Status status;
    const char* title;
  };
  const auto row = GENERATE(values<Row>({
      {"fr", "L'entreprise n'a livré que deux avions en 2014.", "livré", Status::fact,
       "L'entreprise n'a livré que deux avions en 2014"},
      {"fr", "La société n'a vendu l'usine qu'en 2014.", "vendu", Status::fact, "La société a vendu l'usine"},
      {"fr", "Le maire n'a démissionné que lundi.", "démissionné", Status::fact, "Le maire a démissionné"},
      {"fr", "Non seulement le maire a vendu l'usine en 2014, mais il a brûlé la grange.", "vendu", Status::fact,
       "Le maire a vendu l'usine"},
      {"fr", "Le maire ne démissionnera pas lundi.", "démissionnera", Status::denied, "Le maire ne démissionnera pas"},
      {"fr", "Aucun maire n'a démissionné en 2014.", "démissionné", Status::denied, "Aucun maire n'a démissionné"},
      {"fr", "Le maire n'a plus parlé depuis 2014.", "parlé", Status::denied, "Le maire n'a plus parlé"},
      {"fr", "Le maire ne peut démissionner lundi.", "démissionner", Status::denied, "Le maire ne peut démissionner"},
      {"es",
       "Sin embargo, el 11 de febrero de 2011, cuando se aproximaba la fecha del final, el presidente dimitió de su "
       "cargo.",
       "dimitió", Status::fact, "Sin embargo, el presidente dimitió de su cargo"},
      {"es", "El presidente no dimitió en 2011.", "dimitió", Status::denied, "El presidente no dimitió"},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.tag);
  const std::vector<Event> events = find_events(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(events, row.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->status == row.status);
  CHECK(event->title == row.title);
}

}  // namespace
}  // namespace annal
