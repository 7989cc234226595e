// Words that a title keeps or leaves out together, and what stands for one that loses its neighbour.
#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

namespace annal {
namespace {

TEST_CASE("words that mean something together stand in a title together", "[timeline][event]") {
  struct Row {
    const char *why, *tag, *text, *head, *title;
  };
  const auto row = GENERATE(values<Row>({
      {"a condition", "fr", "Si vous sortez ce soir, portez un casque.", "sortez",
       "Si vous sortez ce soir, portez un casque"},
      {"two adverbs that are one", "de", "Am Montag setzt sich der Rat noch einmal zusammen.", "setzt",
       "Der Rat setzt sich noch einmal zusammen"},
      {"an adverb and a negation", "es", "El alcalde todavía no ha dimitido.", "dimitido",
       "El alcalde todavía no ha dimitido"},
      {"an adverb and its adposition", "es", "El incendio comenzó después del ataque al puerto el lunes.", "comenzó",
       "El incendio comenzó"},
      {"a word before a date that is left out", "fr",
       "Le ministre a déclaré qu'en 2014 la société avait vendu l'usine.", "vendu",
       "Le ministre a déclaré que la société avait vendu l'usine"},
      {"an article without its adposition", "fr", "Il a parlé du vote à l'ONU de la résolution.", "vote", "Le vote"},
      {"the same", "es", "El incendio comenzó después del ataque al puerto el lunes.", "ataque", "El ataque"},
      {"what compares and what it compares with", "fr",
       "L'ancien dirigeant du pays a vendu plus de 20 % des réserves en or de la banque centrale en 2011.", "vendu",
       "L'ancien dirigeant du pays a vendu plus de 20 % des réserves en or"},
  }));
  INFO(row.why << ": " << row.text);
  const Language& language = *Language::find(row.tag);
  const std::vector<Event> events = find_events(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(events, row.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->title == row.title);
}

}  // namespace
}  // namespace annal
