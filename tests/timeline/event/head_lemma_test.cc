#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"
#include "timeline/timeml/annotated.h"
#include "timeline/timeml/timeml.h"

using namespace annal;

TEST_CASE("an event has the dictionary form of its head word in small letters", "[timeline][event]") {
  struct Row {
    const char* language;
    const char* text;
    const char* event;
    const char* lemma;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "The council closed the old bridge on 3 May 2014.", "closed", "close"},
      {"en", "The Bombings of 3 May 2014 destroyed the bridge.", "Bombings", "bombing"},
      {"en", "She was re-elected on 3 May 2014.", "elected", "re-elect"},
      {"de", "Der Rat hat die alte Brücke am 3. Mai 2014 geschlossen.", "geschlossen", "schließen"},
      {"es", "El consejo cerró el puente el 3 de mayo de 2014.", "cerró", "cerrar"},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.language);
  const Timeline timeline = build_timeline(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(timeline.events, timeline.document.text, row.event);
  REQUIRE(event != nullptr);
  CHECK(event->lemma == row.lemma);
}

TEST_CASE("an annotated event has a lemma, whether or not the text's own reading finds an event there",
          "[timeline][event]") {
  const auto annotation = read_timeml(
      "<TimeML><TEXT>The council <EVENT eid=\"e1\" class=\"OCCURRENCE\">closed</EVENT> two old "
      "<EVENT eid=\"e2\" class=\"OCCURRENCE\">bridges</EVENT>.</TEXT></TimeML>",
      "test");
  REQUIRE(annotation);
  const Timeline timeline = build_timeline(*annotation, test::english());
  REQUIRE(timeline.events.size() == 2);
  CHECK(timeline.events[0].lemma == "close");
  CHECK(timeline.events[1].lemma == "bridge");
}
