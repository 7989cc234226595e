#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"
#include "timeline/event/title.h"

using namespace annal;

TEST_CASE("A title says who did what, in the words of the text", "[timeline][event]") {
  struct Row {
    const char *why, *text, *head, *title;
  };
  const auto row = GENERATE(values<Row>({
      {"actor, verb, object", "The council closed the old bridge.", "closed", "Council closed old bridge"},
      {"offices and articles go", "Norland President Anna Kovar visited the town of Vell.", "visited",
       "Anna Kovar visited town of Vell"},
      {"the date goes", "On Monday the council closed the bridge on the lake.", "closed",
       "Council closed bridge on lake"},
      {"a pronoun gives way to its name", "President Anna Kovar flew to Vell. She met Boris Brandt there.", "met",
       "Kovar met Boris Brandt"},
      {"an object's pronoun too", "Boris Brandt spoke to reporters. President Anna Kovar later called him.", "called",
       "Anna Kovar called Brandt"},
      {"its own possessor stays a pronoun", "President Anna Kovar sold her house.", "sold",
       "Anna Kovar sold her house"},
      {"what is expected", "The order is set to expire in March.", "expire", "Order set to expire"},
      {"what is planned", "Kovar plans to visit Vell.", "visit", "Kovar plans to visit Vell"},
      {"a passive", "The mill was sold to a bank.", "sold", "Mill was sold to bank"},
      {"a perfect as a past", "The council has imposed a ban.", "imposed", "Council imposed ban"},
      {"a noun with its owner", "They spoke of Norland's annexation of Vell in 2014.", "annexation",
       "Norland's annexation of Vell"},
      {"the thing behind a relative clause", "The ban that the council imposed was lifted.", "imposed",
       "Council imposed ban"},
      {"what a dated saying says", "Kovar said on Monday that the mill had burned.", "said",
       "Kovar said mill had burned"},
      {"a demonstrative stands with what is said of it",
       "Kovar said on Monday that \"this is no time to close the bridge between the two towns.\"", "said",
       "Kovar said this is no time to close the bridge between the two towns"},
      {"what describes the actor does not act", "The guards holding the town surrendered.", "surrendered",
       "Guards surrendered"},
      {"two actors", "Anna Kovar and Boris Brandt signed a treaty.", "signed",
       "Anna Kovar and Boris Brandt signed treaty"},
      {"the two are the pair told of", "Kovar said she and Boris Brandt talked when the two met in Vell.", "met",
       "Kovar and Boris Brandt met in Vell"},
  }));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = test::analysed(row.text);
  const std::vector<Event> events = find_events(analysis, test::english());
  const Event* event = test::event_of(events, analysis.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->title == row.title);
}

TEST_CASE("A title is short enough for a row and ends at a word", "[timeline][event]") {
  const std::string text =
      "The regional council of the northern valleys and islands closed the old wooden railway bridge over the river "
      "near the "
      "abandoned paper mill in the small fishing village of Hovre on the western shore of the great lake.";
  const Analysis analysis = test::analysed(text);
  for (const Event& event : find_events(analysis, test::english())) {
    CHECK(event.title.size() <= title_limit + 16);
    const std::size_t space = event.title.rfind(' ');
    const std::string last = event.title.substr(space == std::string::npos ? 0 : space + 1);
    CHECK(text.find(last) != std::string::npos);
  }
}

TEST_CASE("Actors are named once each, without their offices", "[timeline][event]") {
  const Analysis analysis = test::analysed("President Anna Kovar and police officers met Boris Brandt.");
  const std::vector<Event> events = find_events(analysis, test::english());
  const Event* event = test::event_of(events, analysis.document.text, "met");
  REQUIRE(event != nullptr);
  CHECK(event->actors == std::vector<std::string>{"Anna Kovar", "police officers", "Boris Brandt"});
}
