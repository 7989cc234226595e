#include "timeline/relation/narrative_day.h"

#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

/// "thanked narrative-day Monday", one line for each day taken over.
std::string days_of(std::string_view text) {
  const Analysis analysis = test::analysed(text);
  const EventLexicon& lexicon = EventLexicon::of(test::english());
  const Reading reading = read_clauses(analysis, lexicon);
  const TieIndex ties = tie_times(analysis, reading);
  const std::vector<Event> events = find_events(analysis, reading, ties, lexicon);
  std::vector<Link> links;
  append_narrative_days(analysis, reading, ties, events, sites_of(analysis, reading, events), links);
  std::string out;
  for (const Link& link : links) {
    CHECK(link.tying == Tying::inside);
    CHECK(link.trust <= 0.3);
    out += std::string(quote(analysis.document.text, events[link.from.index].span)) + " " + link.rule + " ";
    out += link.to.kind == Entity::Kind::document
               ? "t0"
               : std::string(quote(analysis.document.text, analysis.timexes[link.to.index].span));
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("What is told on without a date happens on the day that the story stands at", "[timeline][relation]") {
  struct Row {
    const char *text, *days;
  };
  const auto row = GENERATE(values<Row>({
      {"The minister resigned on Friday. He thanked his staff.", "thanked narrative-day Friday\n"},
      {"The mill burned on Friday. The owner fled. On Saturday police arrested him. He confessed.",
       "fled narrative-day Friday\nconfessed narrative-day Saturday\n"},
      {"The council dissolved the guild.", "dissolved narrative-day-of-writing t0\n"},
      {"In a speech on Friday, she criticised the plan.", "criticised narrative-day Friday\n"},
      {"The mayor resigned on Friday, praising his staff.", "praising same-time-as-clause Friday\n"},
      {"The company praises its new mill, the mayor says.", "says said-on-day-of-writing t0\n"},
  }));
  CAPTURE(row.text);
  CHECK(days_of(row.text) == row.days);
}

TEST_CASE("No day is taken over by what is not told as done just then", "[timeline][relation]") {
  const auto text = GENERATE(values<const char*>({
      "The minister resigned on Friday. He had thanked his staff.",
      "The minister resigned on Friday. He will thank his staff.",
      "The minister resigned on Friday. He did not thank his staff.",
      "In 2004 the company bought the mill and closed it.",
      "The mayor resigned on Friday. She was tired.",
  }));
  CAPTURE(text);
  CHECK(days_of(text).empty());
}
