#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"
#include "timeline/tlink/evidence.h"
#include "timeline/tlink/extract.h"

using namespace annal;

namespace {

struct Read {
  Analysis analysis;
  std::vector<Event> events;
  std::vector<TLink> links;
};

Read read(std::string_view text, std::string_view dct = "2016-11-14") {
  Read out;
  out.analysis = test::analysed(text, dct);
  const EventLexicon& lexicon = EventLexicon::of(test::english());
  const Reading reading = read_clauses(out.analysis, lexicon);
  const TieIndex ties = tie_times(out.analysis, reading, test::english());
  out.events = find_events(out.analysis, reading, ties, lexicon).events;
  out.links = extract_tlinks(out.analysis, reading, ties, out.events, sites_of(out.analysis, reading, out.events));
  return out;
}

std::string words_of(const Read& read, Entity entity) {
  const std::string_view text = read.analysis.document.text;
  switch (entity.kind) {
    case Entity::Kind::event: return std::string(slice(text, read.events[entity.index].span));
    case Entity::Kind::timex: return std::string(slice(text, read.analysis.timexes[entity.index].span));
    case Entity::Kind::document: break;
  }
  return "t0";
}

const TLink* link_of(const Read& read, std::string_view from, std::string_view to, std::string_view rule) {
  for (const TLink& link : read.links)
    if (words_of(read, link.from) == from && words_of(read, link.to) == to && link.rule == rule) return &link;
  return nullptr;
}

}  // namespace

TEST_CASE("The text's words tie events to times and to each other", "[timeline][relation]") {
  struct Row {
    const char *text, *from, *to, *rule;
    TemporalRelation relation;
  };
  const auto row = GENERATE(values<Row>({
      {"The mill burned on Monday.", "burned", "Monday", "time-in", TemporalRelation::inside},
      {"Monday's fire killed two men.", "fire", "Monday", "time-in", TemporalRelation::inside},
      {"The vote in 2014 was close.", "vote", "2014", "time-in", TemporalRelation::inside},
      {"The election was on Monday.", "election", "Monday", "time-in", TemporalRelation::inside},
      {"The mill was sold before 2014.", "sold", "2014", "time-before", TemporalRelation::before},
      {"The mill was sold after 2014.", "sold", "2014", "time-after", TemporalRelation::after},
      {"The mill has stood empty since 2014.", "stood", "2014", "time-since", TemporalRelation::begins_from},
      {"The mill was repaired by 2014.", "repaired", "2014", "time-until", TemporalRelation::ends_by},
      {"The roof was repaired between 2012 and 2014.", "repaired", "2014", "time-range", TemporalRelation::ends_by},
      {"The roof was examined between December 10 and December 14.", "examined", "December 14", "time-between",
       TemporalRelation::ends_by},
      {"The council dropped the plan after the vote.", "dropped", "vote", "signal-after", TemporalRelation::after},
      {"The talks collapsed after the election.", "collapsed", "election", "signal-after", TemporalRelation::after},
      {"Kovar resigned before the election.", "resigned", "election", "signal-before", TemporalRelation::before},
      {"Kovar met Brandt in the wake of the election.", "met", "election", "signal-after", TemporalRelation::after},
      {"Brandt spoke during the campaign.", "spoke", "campaign", "signal-during", TemporalRelation::inside},
      {"Since the election, Kovar has visited Vell.", "visited", "election", "signal-since",
       TemporalRelation::begins_from},
      {"After Kovar resigned, Brandt took over.", "took", "resigned", "signal-after", TemporalRelation::after},
      {"Brandt took over after Kovar resigned.", "took", "resigned", "signal-after", TemporalRelation::after},
      {"Brandt left before Kovar arrived.", "left", "arrived", "signal-before", TemporalRelation::before},
      {"Brandt left when Kovar arrived.", "left", "arrived", "signal-when", TemporalRelation::overlaps},
      {"Brandt left as soon as Kovar arrived.", "left", "arrived", "signal-after", TemporalRelation::after},
      {"Kovar said the mill burned.", "burned", "said", "reported-past", TemporalRelation::before},
      {"The flood forced them to leave.", "leave", "forced", "brought-about", TemporalRelation::begins_from},
      {"The verdict triggered a riot.", "riot", "verdict", "cause", TemporalRelation::begins_from},
      {"The trial began on Monday.", "trial", "began", "aspect-begins", TemporalRelation::begins_in},
      {"Police arrested and charged Brandt.", "arrested", "charged", "coordinate-order",
       TemporalRelation::begins_until},
      {"The mill burned.", "burned", "t0", "tense-past", TemporalRelation::ends_by},
      {"The court will rule.", "rule", "t0", "tense-future", TemporalRelation::begins_from},
  }));
  INFO(row.text);
  const Read found = read(row.text);
  std::string all;
  for (const TLink& link : found.links)
    all += words_of(found, link.from) + " " + link.rule + " " + words_of(found, link.to) + "; ";
  INFO(all);
  const TLink* link = link_of(found, row.from, row.to, row.rule);
  REQUIRE(link != nullptr);
  CHECK(link->relation == row.relation);
  CHECK(link->trust > 0);
  CHECK(link->trust < 1);
}

TEST_CASE("A time dates the nearest happening, not every one", "[timeline][relation]") {
  const Read found = read("The two leaders spoke in the first call since the election in May.");
  CHECK(link_of(found, "election", "May", "time-in") != nullptr);
}

TEST_CASE("A time before a phrase of its own dates the verb", "[timeline][relation]") {
  const auto* const text = GENERATE("In the 1950s the road was closed.", "In the 1950s its road was closed.",
                                    "In the 1950s she closed the road.", "In the 1950s Anna Berg closed the road.");
  CHECK(link_of(read(text), "closed", "the 1950s", "time-in") != nullptr);
}

TEST_CASE("A date that heads its line dates what stands behind it", "[timeline][relation]") {
  CHECK(link_of(read("12 May 2014: The strike began."), "began", "12 May 2014", "time-in") != nullptr);
  CHECK(link_of(read("14 May 2014: Police arrested two leaders."), "arrested", "14 May 2014", "time-in") != nullptr);
}

TEST_CASE("A date for which something is scheduled is that of the thing", "[timeline][relation]") {
  const Read found = read("The trial is scheduled for June 2024.");
  CHECK(link_of(found, "trial", "June 2024", "time-in") != nullptr);
  CHECK(link_of(found, "scheduled", "June 2024", "time-in") == nullptr);
}

TEST_CASE("A year beside what is told in the present is no date of it", "[timeline][relation]") {
  const Read present = read("The plaque states, 1931, that the mill burned.");
  CHECK(link_of(present, "states", "1931", "time-in") == nullptr);
  const Read past = read("The plaque stated, 1931, that the mill burned.");
  CHECK(link_of(past, "stated", "1931", "time-in") != nullptr);
}

TEST_CASE("A time before the mark of an infinitive dates the finite verb", "[timeline][relation]") {
  const Read found = read(
      "Bell's second goal of the game lifted the Vell Owls over the Sill Foxes 5-4 Friday night to extend their run.");
  CHECK(link_of(found, "lifted", "Friday night", "time-in") != nullptr);
  CHECK(link_of(found, "extend", "Friday night", "time-in") == nullptr);
}

TEST_CASE("A time that is over dates a noun beside what goes on, and not what goes on", "[timeline][relation]") {
  const Read found = read("The council is suing Kovar over the sale of the mill in 2010.");
  CHECK(link_of(found, "suing", "2010", "time-in") == nullptr);
  CHECK(link_of(found, "sale", "2010", "time-in") != nullptr);
}

TEST_CASE("A time that counts from none that the text tells dates nothing", "[timeline][relation]") {
  CHECK(link_of(read("The owner fled. Later that evening police caught him."), "caught", "Later that evening",
                "time-in") == nullptr);
  CHECK(link_of(read("The mill burned on Friday. Later that evening police caught him."), "caught",
                "Later that evening", "time-in") != nullptr);
}

TEST_CASE("A perfect lies before a saying beside it, but not before one of long ago", "[timeline][relation]") {
  const char* const rule = "perfect-before-saying";
  CHECK(link_of(read("The council has banned cars. Kovar said it was time."), "banned", "said", rule) != nullptr);
  CHECK(link_of(read("The council has banned cars. Kovar said in 2010 it was time."), "banned", "said", rule) ==
        nullptr);
}

TEST_CASE("What is expected, denied or conditional ties no fact", "[timeline][relation]") {
  const auto text =
      GENERATE(as<std::string>{}, "Kovar will resign after the flood that destroyed Vell.",
               "Brandt did not leave before Kovar arrived.", "If the dam breaks after the storm, Vell will flood.");
  INFO(text);
  const Read found = read(text);
  for (const TLink& link : found.links) {
    if (link.from.kind != Entity::Kind::event || link.to.kind != Entity::Kind::event) continue;
    CHECK(found.events[link.from.index].status == found.events[link.to.index].status);
    CHECK(found.events[link.from.index].status != Status::conditional);
    CHECK(found.events[link.from.index].status != Status::denied);
  }
}

TEST_CASE("An event has its own time and the signal of another", "[timeline][relation]") {
  const Read found = read("Kovar and Brandt met last week following the election.");
  CHECK(link_of(found, "met", "last week", "time-in") != nullptr);
  CHECK(link_of(found, "met", "election", "signal-after") != nullptr);
}

TEST_CASE("Every link has its name in TimeML or none", "[timeline][relation]") {
  struct Row {
    TemporalRelation relation;
    RelationType type;
  };
  const auto row = GENERATE(values<Row>({
      {TemporalRelation::before, RelationType::before},
      {TemporalRelation::after, RelationType::after},
      {TemporalRelation::inside, RelationType::is_included},
      {TemporalRelation::identical, RelationType::identity},
      {TemporalRelation::begins_in, RelationType::begun_by},
      {TemporalRelation::ends_in, RelationType::ended_by},
      {TemporalRelation::ends_by, RelationType::before},
      {TemporalRelation::begins_from, RelationType::after},
  }));
  TLink link;
  link.to = {Entity::Kind::timex, 0};
  link.relation = row.relation;
  REQUIRE(relation_of(link).has_value());
  CHECK(relation_of(link)->type == row.type);
  link.relation = TemporalRelation::begins_until;
  CHECK(!relation_of(link).has_value());
}
