#include "timeline/tlink/narrative_time.h"

#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

/// The links of `text`; "thanked narrative-day Monday", one line for each day taken over, "resigned done-before-said
/// said" for each turn.
struct Told {
  std::string days, turns;
};

Told told_of(std::string_view text) {
  const Analysis analysis = test::analysed(text);
  const EventLexicon& lexicon = EventLexicon::of(test::english());
  const Reading reading = read_clauses(analysis, lexicon);
  const TieIndex ties = tie_times(analysis, reading, test::english());
  const std::vector<Event> events = find_events(analysis, reading, ties, lexicon).events;
  std::vector<TLink> links;
  propagate_narrative_time(analysis, reading, ties, events, sites_of(analysis, reading, events), links);
  const auto word = [&](const Entity& event) {
    return std::string(slice(analysis.document.text, events[event.index].span));
  };
  Told told;
  for (const TLink& link : links) {
    CHECK(link.trust <= 0.3);
    if (link.to.kind == Entity::Kind::event) {
      CHECK(link.relation == TemporalRelation::before);
      CHECK_FALSE(link.salient);
      told.turns += word(link.from) + " " + link.rule + " " + word(link.to) + "\n";
      continue;
    }
    CHECK(link.relation == TemporalRelation::inside);
    std::string& out = told.days;
    out += word(link.from) + " " + link.rule + " ";
    out += link.to.kind == Entity::Kind::document
               ? "t0"
               : std::string(slice(analysis.document.text, analysis.timexes[link.to.index].span));
    out += "\n";
  }
  return told;
}

std::string days_of(std::string_view text) { return told_of(text).days; }

}  // namespace

TEST_CASE("What is told on without a date happens on the day that the story stands at", "[timeline][relation]") {
  struct Row {
    const char *text, *days;
  };
  const auto row = GENERATE(values<Row>({
      {"The minister resigned on Friday. He thanked his staff.", "thanked narrative-day Friday\n"},
      {"The mill burned on Friday. The owner fled. On Saturday police arrested him. He confessed.",
       "fled narrative-day Friday\nconfessed narrative-day Saturday\n"},
      {"The mill burned on Friday night. The owner fled.", "fled narrative-day Friday night\n"},
      {"The owner was sleeping on Friday. A boy saw the fire.", "saw narrative-day Friday\n"},
      {"The mill burned on Friday. Police said on Saturday that it was old. The owner fled.",
       "fled narrative-day Friday\n"},
      {"Police said on Saturday that the mill was old. The owner fled.", "fled narrative-day Saturday\n"},
      {"Police said on Saturday that the mill was old. It has a roof. It has a door. It has a wall. The owner fled.",
       ""},
      {"The mill burned on Friday. A day earlier, a boy was seen. The owner fled.", "fled narrative-day Friday\n"},
      {"The mill burned on Friday. The owner said it would open in 2031.", "said narrative-day Friday\n"},
      {"The mill burned on Friday. The owner, who bought it in 2004, fled.", "fled narrative-day Friday\n"},
      {"In a speech on Friday, she criticised the plan.", "criticised narrative-day Friday\n"},
      {"The mayor resigned on Friday, praising his staff.", "praising same-time-as-clause Friday\n"},
      {"The company praises its new mill, the mayor says.", "says said-on-day-of-writing t0\n"},
  }));
  CAPTURE(row.text);
  CHECK(days_of(row.text) == row.days);
}

TEST_CASE("No day is taken over by what is not told as done just then", "[timeline][relation]") {
  const auto text = GENERATE(values<const char*>({
      "The council dissolved the guild.",
      "Before leaving on Friday, he had thanked his staff.",
      "The minister resigned on Friday. He had thanked his staff.",
      "The minister resigned on Friday. He will thank his staff.",
      "The minister resigned on Friday. He did not thank his staff.",
      "In 2004 the company bought the mill and closed it.",
      "The mayor resigned on Friday. She was tired.",
  }));
  CAPTURE(text);
  CHECK(days_of(text).empty());
}

TEST_CASE("Headline, lead and sayings of news belong to the day of writing or the day before", "[timeline][relation]") {
  struct Row {
    const char *why, *text, *days;
  };
  const auto row = GENERATE(values<Row>({
      {"a weekday counts from the day of writing", "The owner fled. The mill burned on Friday.",
       "fled told-in-lead t0\n"},
      {"a lead in the perfect", "The council has banned cars. Kovar thanked it. She said it was time.",
       "banned told-in-lead t0\nsaid said-in-news t0\n"},
      {"a lead in the perfect of what goes on", "The owner has owned a mill. The mill burned on Friday.", ""},
      {"only the first sentence is the lead", "The owner fled. A boy waved. The mill burned on Friday.",
       "fled told-in-lead t0\n"},
      {"nothing counts from the day of writing", "The owner fled. The mayor said it was time.", ""},
      {"a history", "The guild failed. In 1611 a fire came. In 1702 it rose. In 1813 it fell. In 1901 it closed.", ""},
  }));
  INFO(row.why);
  CHECK(days_of(row.text) == row.days);
}

TEST_CASE("A participle is of the time of its verb only beside it", "[timeline][relation]") {
  const auto text = GENERATE(values<const char*>({
      "The mayor resigned on Friday after praising his staff.",
      "The mayor resigned on Friday before praising his staff.",
      "The mayor admitted on Friday to praising his staff.",
  }));
  CAPTURE(text);
  CHECK(days_of(text).empty());
}

TEST_CASE("What is done lies before what is said of it next, and sayings come in turn", "[timeline][relation]") {
  struct Row {
    const char *text, *turns;
  };
  const auto row = GENERATE(values<Row>({
      {"The dam broke. The mayor said it was old.", "broke done-before-said said\n"},
      {"The mayor announced a plan. He said it was cheap.", "announced sayings-in-turn said\n"},
      {"The mayor said it was old. The dam broke.", ""},
      {"The dam broke. The guild resigned.", ""},
      {"The dam broke on Friday. The mayor said it was old.", ""},
      {"The mayor had announced a plan. He said it was cheap.", ""},
  }));
  CAPTURE(row.text);
  CHECK(told_of(row.text).turns == row.turns);
}

TEST_CASE("A turn gives way to what is believed of its pair, and stands beside what agrees", "[timeline][relation]") {
  const Entity first{Entity::Kind::event, 0}, second{Entity::Kind::event, 1};
  const auto left = [&](Entity from, Entity to, TemporalRelation relation, bool bounds) {
    std::vector<TLink> links{
        {first, second, TemporalRelation::before, EvidenceKind::narrative, "sayings-in-turn", 0.1, {}, true, false},
        {from, to, relation, EvidenceKind::model, "model-order", 0.2, {}, bounds, true}};
    drop_contradicted_sequence(links);
    return links.size();
  };
  CHECK(left(first, second, TemporalRelation::overlaps, true) == 1);
  CHECK(left(second, first, TemporalRelation::starts_before, true) == 1);
  CHECK(left(first, second, TemporalRelation::starts_before, true) == 2);
  CHECK(left(second, first, TemporalRelation::starts_after, true) == 2);
  CHECK(left(first, second, TemporalRelation::overlaps, false) == 2);
}
