// Whom a pronoun stands for, as titles print it.
#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

using namespace annal;

TEST_CASE("A pronoun that stands for nothing gets no name", "[timeline][event]") {
  struct Row {
    const char *tag, *why, *text, *head, *title;
  };
  const Row row = GENERATE(values<Row>({
      {"en", "the weather", "The company closed the plant. It rained on Monday.", "rained", "It rained"},
      {"en", "with a clause", "The company closed the plant. It took three days to clear the road.", "took",
       "It took three days to clear the road"},
      {"en", "the next pronoun goes on from before", "The company met. It rained and it fired ten workers.", "fired",
       "The company fired ten workers"},
      {"de", "the weather", "Das Unternehmen schloss das Werk. Es regnete am Montag.", "regnete", "Es regnete"},
      {"de", "with another such word", "Das Unternehmen klagte. Es handelte sich um einen Streit.", "handelte",
       "Es handelte sich um einen Streit"},
      {"fr", "the weather", "Jean Dupont est venu. Il pleuvait.", "pleuvait", "Il pleuvait"},
      {"fr", "what is needed", "Jean Dupont est venu. Il a fallu trois jours.", "fallu", "Il a fallu trois jours"},
      {"fr", "with another such word", "Jean Dupont est venu. Il y a eu un incendie.", "eu", "Il y a eu un incendie"},
      {"fr", "a person", "Jean Dupont est venu. Il a démissionné.", "démissionné", "Dupont a démissionné"},
  }));
  INFO(row.tag << ", " << row.why << ": " << row.text);
  const Language& language = *Language::find(row.tag);
  const Analysis analysis = test::analysed(row.text, "2016-11-14", language);
  const std::vector<Event> events = find_events(analysis, language);
  const Event* event = test::event_of(events, analysis.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->title == row.title);
}

TEST_CASE("A pronoun behind two who may be meant gets no name", "[timeline][event]") {
  struct Row {
    const char *why, *text, *head, *title;
  };
  const Row row = GENERATE(values<Row>({
      {"one who acts in a passive",
       "A source close to Paul Hart spoke. Hart's arrival was noted by Enfret Sael, who was inside. He was arrested on "
       "Monday.",
       "arrested", "He was arrested"},
      {"only one", "Paul Hart spoke. He was arrested on Monday.", "arrested", "Hart was arrested"},
  }));
  INFO(row.why << ": " << row.text);
  const Language& language = *Language::find("en");
  const Analysis analysis = test::analysed(row.text, "2016-11-14", language);
  const std::vector<Event> events = find_events(analysis, language);
  const Event* event = test::event_of(events, analysis.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->title == row.title);
}
