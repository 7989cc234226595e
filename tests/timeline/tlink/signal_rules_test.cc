// Signal words between clauses and before nouns, each with the relation that it states.
#include <catch2/catch.hpp>
#include <string>

#include "tests/timeline/event/read.h"
#include "timeline/tlink/extract.h"

using namespace annal;

namespace {

/// The links between events of `text` whose rule begins with "signal-", a line each: "voted signal-after resigned".
std::string signals_of(std::string_view text) {
  const Analysis analysis = test::analysed(text);
  const EventLexicon& lexicon = EventLexicon::of(test::english());
  const Reading reading = read_clauses(analysis, lexicon);
  const TieIndex ties = tie_times(analysis, reading, test::english());
  const std::vector<Event> events = find_events(analysis, reading, ties, lexicon).events;
  const auto word = [&](const Entity& event) {
    return std::string(slice(analysis.document.text, events[event.index].span));
  };
  std::string out;
  for (const TLink& link : extract_tlinks(analysis, reading, ties, events, sites_of(analysis, reading, events)))
    if (std::string_view(link.rule).starts_with("signal-"))
      out += word(link.from) + " " + link.rule + " " + word(link.to) + "\n";
  return out;
}

}  // namespace

TEST_CASE("A signal word orders the clauses or the nouns at its sides", "[timeline][relation]") {
  struct Row {
    const char *why, *text, *signals;
  };
  const auto row = GENERATE(values<Row>({
      {"the clause behind", "They voted after the minister resigned.", "voted signal-after resigned\n"},
      {"the clause in front", "After the minister resigned, they voted.", "voted signal-after resigned\n"},
      {"before", "They voted before the minister resigned.", "voted signal-before resigned\n"},
      {"a noun", "They met after the election.", "met signal-after election\n"},
      {"during a noun", "He resigned during the strike.", "resigned signal-during strike\n"},
      {"when", "The crowd cheered when the bridge opened.", "cheered signal-when opened\n"},
      {"once", "They left once the rain stopped.", "left signal-once stopped\n"},
      {"no signal", "They voted and the minister resigned.", ""},
  }));
  INFO(row.why);
  CHECK(signals_of(row.text) == row.signals);
}
