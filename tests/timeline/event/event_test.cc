#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

std::vector<Event> events_in(const Analysis& analysis) { return find_events(analysis, test::english()); }

}  // namespace

TEST_CASE("An event has TimeML's attributes", "[timeline][event]") {
  struct Row {
    const char *why, *text, *head;
    EventClass event_class;
    Tense tense;
    Polarity polarity;
    PartOfSpeech pos;
  };
  const auto row = GENERATE(values<Row>({
      {"a verb", "The mill burned down.", "burned", EventClass::occurrence, Tense::past, Polarity::pos,
       PartOfSpeech::verb},
      {"a saying", "Kovar said no.", "said", EventClass::reporting, Tense::past, Polarity::pos, PartOfSpeech::verb},
      {"a state of mind", "Kovar hopes to win.", "hopes", EventClass::i_state, Tense::present, Polarity::pos,
       PartOfSpeech::verb},
      {"an act toward another", "Kovar promised to resign.", "promised", EventClass::i_action, Tense::past,
       Polarity::pos, PartOfSpeech::verb},
      {"a beginning", "Divers began to search the lake.", "began", EventClass::aspectual, Tense::past, Polarity::pos,
       PartOfSpeech::verb},
      {"seeing", "Two boys saw the fire.", "saw", EventClass::perception, Tense::past, Polarity::pos,
       PartOfSpeech::verb},
      {"holding", "The firm owns two ferries.", "owns", EventClass::state, Tense::present, Polarity::pos,
       PartOfSpeech::verb},
      {"negated", "Kovar did not resign.", "resign", EventClass::occurrence, Tense::past, Polarity::neg,
       PartOfSpeech::verb},
      {"a noun", "The election was close.", "election", EventClass::occurrence, Tense::none, Polarity::pos,
       PartOfSpeech::noun},
      {"an office at a time", "Kovar was president of the guild in 1923.", "president", EventClass::state, Tense::past,
       Polarity::pos, PartOfSpeech::other},
      {"a predicate", "The village was safe.", "safe", EventClass::state, Tense::past, Polarity::pos,
       PartOfSpeech::adjective},
      {"future", "The council will vote.", "vote", EventClass::occurrence, Tense::future, Polarity::pos,
       PartOfSpeech::verb},
  }));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = test::analysed(row.text);
  const std::vector<Event> events = events_in(analysis);
  const Event* event = test::event_of(events, analysis.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->event_class == row.event_class);
  CHECK(event->tense == row.tense);
  CHECK(event->polarity == row.polarity);
  CHECK(event->pos == row.pos);
}

TEST_CASE("An event is fact, expected, denied or conditional as it is told", "[timeline][event]") {
  struct Row {
    const char *why, *text, *head;
    Status status;
  };
  const auto row = GENERATE(values<Row>({
      {"past", "The mill burned.", "burned", Status::fact},
      {"future", "The court will rule in May.", "rule", Status::expected},
      {"set to", "The order is set to expire in May.", "expire", Status::expected},
      {"planned", "Kovar planned to visit Vell.", "visit", Status::expected},
      {"due to", "The ship is due to sail on Friday.", "sail", Status::expected},
      {"an order is no fact", "Kovar urged Brandt to resign.", "resign", Status::expected},
      {"begun is done", "Workers began to drain the lake.", "drain", Status::fact},
      {"forced is done", "The flood forced them to leave.", "leave", Status::fact},
      {"not", "The mill did not burn.", "burn", Status::denied},
      {"refused", "Brandt refused to resign.", "resign", Status::denied},
      {"if", "If the dam breaks, the town will flood.", "breaks", Status::conditional},
      {"if both", "If the mill closes and the workers leave, the town will sue.", "leave", Status::conditional},
      {"if it does the one and the other", "If Orvex buys the mill and closes it, the town will sue.", "closes",
       Status::conditional},
      {"if both, behind", "Kovar will resign if the vote fails and the party loses its seats.", "loses",
       Status::conditional},
      {"another tense behind a condition", "If Kovar won the vote, he lost the war and the army left.", "left",
       Status::fact},
      {"what there might be", "If the vote fails, there might be an election.", "election", Status::conditional},
      {"what could follow", "A strike could follow.", "strike", Status::conditional},
      {"what could end is there", "The strike could end in May.", "strike", Status::fact},
      {"what may have killed is there", "A fire may have killed ten people.", "fire", Status::fact},
      {"may", "The court may rule on Friday.", "rule", Status::conditional},
      {"could", "Prices could rise.", "rise", Status::conditional},
      {"reported", "Kovar said the mill burned.", "burned", Status::reported},
      {"said it would", "The bank said it would close the mill.", "close", Status::expected},
      {"said it would, under a condition", "The bank said it would have closed the mill if the vote had failed.",
       "closed", Status::conditional},
      {"a law that would", "The council discussed a law that would close the mill.", "close", Status::conditional},
      {"set for a day", "A hearing is set for May.", "set", Status::expected},
      {"when what is to come has come", "The ferry will sail when the storm ends.", "ends", Status::expected},
      {"never", "Kovar never sold the mill.", "sold", Status::denied},
      {"not yet", "Kovar has not yet sold the mill.", "sold", Status::denied},
      {"a noun with a day ahead", "Kovar trained for the match on 3 December 2016.", "match", Status::expected},
      {"a present with a day ahead", "The ferry departs on 3 December 2016.", "departs", Status::expected},
      {"a noun with a day gone by", "The match on 3 November 2016 drew a crowd.", "match", Status::fact},
      {"a deed stays one whatever its words date", "Kovar sold the mill on 3 December 2016.", "sold", Status::fact},
      {"votes against are cast", "The council rejected the plan by nine votes.", "votes", Status::fact},
      {"a noun in a plan", "The council plans a referendum.", "referendum", Status::expected},
      {"a noun after a plan is known", "They will meet after the election.", "election", Status::fact},
  }));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = test::analysed(row.text);
  const std::vector<Event> events = events_in(analysis);
  const Event* event = test::event_of(events, analysis.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->status == row.status);
}

TEST_CASE("Boilerplate tells of nothing", "[timeline][event]") {
  Document document = read_text("Reporters filed this story.\n\nThe mill burned on Monday.", "test").value();
  document.blocks = {{Span{0, 27}, BlockKind::boilerplate}, {Span{29, 55}, BlockKind::paragraph}};
  Analysis analysis = analyse(std::move(document), test::english());
  read_trees(analysis, test::english());
  const std::vector<Event> events = events_in(analysis);
  REQUIRE(events.size() == 1);
  CHECK(slice(analysis.document.text, events[0].span) == "burned");
}

TEST_CASE("Function words, compounds and things are no events", "[timeline][event]") {
  const auto text = GENERATE(as<std::string>{}, "According to the paper, nobody.", "The election campaign manager.",
                             "The house by the lake.");
  INFO(text);
  const Analysis analysis = test::analysed(text);
  CHECK(events_in(analysis).empty());
}

TEST_CASE("What tells on its own what happened is presentable, what frames it is not", "[timeline][event]") {
  struct Row {
    const char *why, *text, *head;
    bool presentable;
  };
  const auto row = GENERATE(values<Row>({
      {"a dated fact", "The council closed the bridge on Monday.", "closed", true},
      {"an undated landmark", "Soldiers seized the radio station.", "seized", true},
      {"an expected event with its date", "The order is set to expire in March.", "expire", true},
      {"the word that announces it", "The order is set to expire in March.", "set", false},
      {"a saying that frames", "Kovar said the mill burned.", "said", false},
      {"a saying that is the news", "Kovar said on Monday that the mill was closed.", "said", true},
      {"a saying without what is said", "Kovar added.", "added", false},
      {"an act told with what it governs", "The council refused to close the bridge.", "refused", true},
      {"what it governs is not told twice", "The council refused to close the bridge.", "close", false},
      {"the dated one of two of a title", "Volunteers began to restore the canal in 1964.", "restore", true},
      {"not the other", "Volunteers began to restore the canal in 1964.", "began", false},
      {"what was asked for under the title of the asking", "Orvex decided to sell the mill.", "sell", false},
      {"what it would end, too", "The union reached a deal on Wednesday to end its strike.", "strike", false},
      {"with its own date it is another title", "The council decided to sell the mill on 3 March 2017.", "sell", true},
      {"a verb without its subject", "Burned near the lake on Monday.", "Burned", false},
      {"a passive lacks no object", "The council was called in.", "called", true},
      {"nobody knows who", "He left.", "left", false},
      {"nobody knows who, but when", "He left on Monday.", "left", true},
      {"a dated noun alone", "Brandt recalled the flood of 1964.", "flood", false},
      {"an undated noun that its verb tells of", "Brandt recalled the flood.", "flood", false},
      {"a dated noun with its owner", "The destruction of Vell in 1964 changed the region.", "destruction", true},
  }));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = test::analysed(row.text);
  const std::vector<Event> events = events_in(analysis);
  const Event* event = test::event_of(events, analysis.document.text, row.head);
  REQUIRE(event != nullptr);
  INFO(event->title << " " << event->salience);
  CHECK((event->salience >= least_presentable) == row.presentable);
  CHECK(event->salience >= 0);
  CHECK(event->salience <= 1);
}

TEST_CASE("The front of a text, its title and what it says as a fact weigh more", "[timeline][event]") {
  struct Row {
    const char *why, *text, *more, *less;
  };
  const auto row = GENERATE(values<Row>({
      {"a fact and a possibility", "Soldiers seized the station. Police could close the bridge.", "seized", "close"},
      {"an act and a state", "Soldiers seized the station. The firm owns two ferries.", "seized", "owns"},
      {"the main clause and a relative one", "Soldiers who guarded the bridge seized the station.", "seized",
       "guarded"},
      {"with a date and without", "Police closed the bridge in 2014. Police closed the road.", "bridge", "road"},
      {"a deed and a quotation", "Soldiers seized the station. \"Farmers burned the mill,\" Kovar said.", "seized",
       "burned"},
  }));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = test::analysed(row.text);
  const auto salience = [&](std::string_view word) {
    for (const Event& event : events_in(analysis))
      if (slice(analysis.document.text, event.clause).find(word) != std::string_view::npos &&
          event.pos == PartOfSpeech::verb)
        return event.salience;
    return -1.0;
  };
  CHECK(salience(row.more) > salience(row.less));
  CHECK(salience(row.less) >= 0);
}

TEST_CASE("What is mentioned again weighs more", "[timeline][event]") {
  RatedMention first, again;
  again.begin = 20;
  std::vector<Event> events(2);
  events[0].mentions = {{0, 4}};
  events[1].mentions = {{0, 4}, {20, 24}};
  events[1].sentence = 1;
  for (Event& event : events) event.span = event.mentions.front();
  rate_events({first, again}, events);
  CHECK(events[1].salience > events[0].salience);
}

TEST_CASE("The salience of a score rises from 0 to 1, and is a half at 0", "[timeline][event]") {
  CHECK(salience_of(0) == 0.5);
  CHECK(salience_of(100) == 0.731);
  CHECK(salience_of(-100) == 0.269);
  CHECK(salience_of(100000) <= 1);
  for (int score = -800; score < 800; ++score) CHECK(salience_of(score) <= salience_of(score + 1));
}

TEST_CASE("The same happening told again is one event with its mentions", "[timeline][event]") {
  const Analysis analysis = test::analysed(
      "Anna Kovar called Boris Brandt on Monday. During the call, Kovar thanked Brandt. After the call, Brandt left.");
  const std::vector<Event> events = events_in(analysis);
  const Event* call = test::event_of(events, analysis.document.text, "called");
  REQUIRE(call != nullptr);
  CHECK(call->mentions.size() == 3);
  CHECK(test::event_of(events, analysis.document.text, "thanked")->mentions.size() == 1);
}

TEST_CASE("Two happenings of one name are not merged", "[timeline][event]") {
  struct Row {
    const char *why, *text;
  };
  const auto row = GENERATE(values<Row>({
      {"different days", "The election of 2012 was quiet. The election of 2016 was not."},
      {"different people", "Kovar's election surprised Vell. Brandt's election did not."},
      {"not the one that was told", "Kovar won an election. Brandt won an election."},
      {"a denial", "Kovar did not call Brandt. The call from Vell came later."},
  }));
  INFO(row.why);
  const Analysis analysis = test::analysed(row.text);
  for (const Event& event : events_in(analysis)) CHECK(event.mentions.size() == 1);
}

TEST_CASE("Events stand in order of place and lie in the text", "[timeline][event]") {
  const Analysis analysis = test::analysed(
      "Anna Kovar, who was elected in 2014, said on Friday that the talks in Vell had failed and that the council, "
      "which had "
      "promised to rebuild the mill after the fire, would meet again in March to vote on it.");
  const std::vector<Event> events = events_in(analysis);
  REQUIRE(events.size() > 5);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (i > 0) CHECK(events[i - 1].span.begin < events[i].span.begin);
    CHECK(events[i].span.end <= analysis.document.text.size());
    CHECK(events[i].clause.begin <= events[i].span.begin);
    CHECK(!events[i].title.empty());
    CHECK(!events[i].mentions.empty());
  }
}
