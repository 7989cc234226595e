#include "timeline/edits/apply_edits.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>

#include "tests/date_label_words.h"
#include "tests/timeline/edits/edited.h"
#include "timeline/explain/why.h"
#include "timeline/network/network.h"

using namespace annal;
using namespace annal::test;

namespace {

constexpr std::string_view article =
    "Anna Kovar called Boris Brandt on 8 November 2016. The phone call lasted an hour.\n"
    "Brandt visited Vell on 10 November 2016. Kovar resigned after Brandt visited Vell.\n"
    "The mayor signed the treaty on 12 November 2016. The bridge collapsed on 3 May 2015.\n";

}  // namespace

TEST_CASE("No edits leave a timeline as it is", "[edits]") {
  const Timeline before = timeline_of(article);
  const EditedTimeline after = apply_edits(before, {});
  CHECK(after.problems.empty());
  REQUIRE(after.timeline.events.size() == before.events.size());
  for (std::size_t e = 0; e < before.events.size(); ++e) {
    CHECK(after.timeline.events[e].edtf == before.events[e].edtf);
    CHECK(after.timeline.events[e].shown == before.events[e].shown);
  }
}

TEST_CASE("What an edit states of an event is set and marked", "[edits]") {
  const EditedTimeline after = edited(article, R"(
title = "A week"
note = "Corrected."
[[event]]
words = "visited Vell on"
title = "Brandt in Vell"
status = "alleged"
lane = "Journeys"
colour = "teal"
note = "by train"
link = "https://example.org"
image = "a.png"
pin = true
)");
  CHECK(problems_of(after).empty());
  CHECK(after.timeline.presentation.title == "A week");
  CHECK(after.timeline.presentation.note == "Corrected.");
  const Event& event = event_at(after.timeline, "visited");
  CHECK(event.title == "Brandt in Vell");
  CHECK(event.status == Status::alleged);
  CHECK(event.lane == "Journeys");
  CHECK(event.colour == "teal");
  CHECK(event.note == "by train");
  CHECK(event.link == "https://example.org");
  CHECK(event.image == "a.png");
  CHECK(event.visibility == Visibility::pinned);
  CHECK(event.shown);
  CHECK(event.edited == std::vector<EditedField>{EditedField::title, EditedField::status, EditedField::visibility,
                                                 EditedField::lane, EditedField::colour, EditedField::note,
                                                 EditedField::link, EditedField::image});
}

TEST_CASE("Of two edits of an event the later counts, and an empty text takes back", "[edits]") {
  const std::string title = event_at(timeline_of(article), "signed").title;
  const EditedTimeline after = edited(article, R"(
[[event]]
words = "mayor signed"
title = "First"
lane = "Law"
hide = true
[[event]]
words = "First"
title = ""
hide = false
lane = "Treaties"
)");
  CHECK(problems_of(after).empty());
  const Event& event = event_at(after.timeline, "signed");
  CHECK(event.title == title);
  CHECK(event.lane == "Treaties");
  CHECK(event.visibility == Visibility::shown);
  CHECK(event.edited == std::vector<EditedField>{EditedField::lane});
}

TEST_CASE("An event that an edit changes is shown, until all of it is taken back or it is hidden", "[edits]") {
  const Timeline before = timeline_of(article);
  REQUIRE_FALSE(event_at(before, "lasted").shown);
  const auto shown = [&](const std::string& states) {
    const EditedTimeline after = edited(before, "[[event]]\nwords = \"call lasted\"\n" + states);
    CHECK(problems_of(after).empty());
    return event_at(after.timeline, "lasted").shown;
  };
  for (const char* states :
       {"title = \"A long call\"", "date = \"8 Nov 2016\"", "status = \"alleged\"", "lane = \"Calls\"",
        "colour = \"teal\"", "note = \"n\"", "link = \"https://example.org\"", "image = \"a.png\"", "accepted = true"})
    CHECK(shown(states));
  CHECK_FALSE(shown("title = \"\"\nnote = \"\"\ndate = \"\"\n"));
  CHECK_FALSE(shown("title = \"A long call\"\nhide = true\n"));
  const EditedTimeline merged = edited(before, "[[merge]]\nevents = [\"call lasted\", \"called Boris\"]\n");
  CHECK(event_at(merged.timeline, "lasted").shown);
}

TEST_CASE("Edits change nothing of which other events are shown", "[edits]") {
  const Timeline before = timeline_of(article);
  for (const char* states : {"date = \"9 November 2010\"", "status = \"denied\"", "hide = true", "title = \"T\""}) {
    for (const std::string words : {"visited Vell on", "Kovar resigned", "mayor signed", "call lasted"}) {
      const EditedTimeline after = edited(before, "[[event]]\nwords = \"" + words + "\"\n" + states + "\n");
      REQUIRE(after.timeline.events.size() == before.events.size());
      for (std::size_t e = 0; e < before.events.size(); ++e)
        if (after.timeline.events[e].edited.empty()) CHECK(after.timeline.events[e].shown == before.events[e].shown);
    }
  }
}

TEST_CASE("An edit that names nothing is a problem at its line, and changes nothing", "[edits]") {
  const EditedTimeline after = edited(article, "[[event]]\nwords = \"flew to Vell\"\nhide = true\n");
  CHECK(problems_of(after) ==
        "1: the words “flew to Vell” do not stand in the text; quote it anew, or delete the edit\n");
  for (const Event& event : after.timeline.events) CHECK(event.edited.empty());
}

TEST_CASE("A list of picked events hides all others, and dropped ones are hidden", "[edits]") {
  const EditedTimeline after = edited(article, "pick = [\"mayor signed\", \"called Boris\"]\n");
  CHECK(problems_of(after).empty());
  std::size_t shown = 0;
  for (const Event& event : after.timeline.events) shown += event.shown ? 1 : 0;
  CHECK(shown == 2);
  CHECK(event_at(after.timeline, "signed").shown);
  const EditedTimeline less = edited(article, "drop = [\"mayor signed\"]\n");
  CHECK_FALSE(event_at(less.timeline, "signed").shown);
  CHECK(event_at(less.timeline, "called").shown);
}

TEST_CASE("A list of picked events of which none is found hides nothing", "[edits]") {
  const EditedTimeline after = edited(article, "pick = [\"the flight\"]\n");
  CHECK(after.problems.size() == 1);
  CHECK(event_at(after.timeline, "signed").shown);
}

TEST_CASE("An edited date moves the event and what hangs on it", "[edits]") {
  const Timeline before = timeline_of(article);
  const EditedTimeline after = edited(article, "[[event]]\nwords = \"visited Vell on\"\ndate = \"13 November 2016\"\n");
  const Event& visit = event_at(after.timeline, "visited");
  CHECK(words(visit.when) == "13 Nov 2016");
  CHECK(visit.edtf == "2016-11-13");
  CHECK(visit.certainty == 1);
  CHECK(visit.edited == std::vector<EditedField>{EditedField::date});
  CHECK(problems_of(after) ==
        "1: the date stated for “" + visit.title + "” contradicts the text: “on 10 November 2016”\n");
  CHECK(after.timeline.conflicts.size() == 1);
  const Event& resigned = event_at(after.timeline, "resigned");
  CHECK(words(resigned.when) != words(event_at(before, "resigned").when));
  CHECK(resigned.start.earliest >= visit.start.earliest);
  const Event& signing = event_at(after.timeline, "signed");
  CHECK(signing.edtf == "2016-11-12");
  CHECK(signing.position < visit.position);
  const Proof proof = why(after.timeline, index_of(after.timeline, signing), index_of(after.timeline, visit));
  CHECK(proof.verdict == Verdict::before);
  CHECK(text_of(proof, after.timeline).find("\n  an edit  e") != std::string::npos);
}

TEST_CASE("A date behind the day of writing contradicts what is told as past", "[edits]") {
  const EditedTimeline after =
      edited("The bridge collapsed on 3 May 2015.", "[[event]]\nwords = \"bridge collapsed\"\ndate = \"3 May 2017\"\n");
  CHECK(problems_of(after) ==
        "1: the date stated for “The bridge collapsed” contradicts the text: “on 3 May 2015”\n"
        "1: the date stated for “The bridge collapsed” contradicts the text: “collapsed”, told as past on the day "
        "of writing\n");
}

TEST_CASE("What contradicts only the text's own date of the edited event is a note, the rest a problem", "[edits]") {
  using enum EditProblem::Kind;
  const auto kinds = [&](std::string_view toml) {
    std::vector<EditProblem::Kind> found;
    for (const EditProblem& problem : edited(article, toml).problems) found.push_back(problem.kind);
    return found;
  };
  CHECK(kinds("[[event]]\nwords = \"bridge collapsed\"\ndate = \"3 May 2014\"\n") == std::vector{note});
  CHECK(kinds("[[merge]]\nevents = [\"bridge collapsed\", \"mayor signed\"]\n") == std::vector{problem});
  CHECK(kinds("[[event]]\nwords = \"flew to Vell\"\nhide = true\n") == std::vector{problem});
  CHECK(kinds("[[event]]\nwords = \"Kovar resigned\"\ndate = \"3 May 2010\"\n") == std::vector{problem});
}

TEST_CASE("A date that cannot be read is a problem at the line of its own key, and changes nothing", "[edits]") {
  const EditedTimeline after = edited(
      article, "[[event]]\nwords = \"call lasted\"\n\ndate = \"whenever\"\n[[add]]\ntitle = \"T\"\ndate = \"?\"\n");
  REQUIRE(after.problems.size() == 2);
  CHECK(after.problems[0].line == 4);
  CHECK(after.problems[1].line == 7);
  CHECK_FALSE(event_at(after.timeline, "lasted").shown);
}

TEST_CASE("An event whose date its owner states is shown as one that the text dates", "[edits]") {
  const EditedTimeline after =
      edited(article, "[[event]]\nwords = \"mayor signed\"\ndate = \"from 9 to 13 November 2016\"\n");
  const Event& signing = event_at(after.timeline, "signed");
  CHECK(signing.timexes.empty());
  CHECK(signing.shown);
}

TEST_CASE("An edited date that the text agrees with contradicts nothing", "[edits]") {
  const EditedTimeline after = edited(article, "[[event]]\nwords = \"visited Vell on\"\ndate = \"Nov 2016\"\n");
  CHECK(problems_of(after).empty());
}

TEST_CASE("An edited date never contradicts the text in silence, and what hangs on it moves with it",
          "[edits][property]") {
  const Timeline before = timeline_of(article);
  rc::prop("for any date", [&] {
    const std::string date = std::to_string(*rc::gen::inRange(2010, 2020)) + "-" +
                             std::to_string(*rc::gen::inRange(10, 13)) + "-" +
                             std::to_string(*rc::gen::inRange(10, 29));
    const std::string words =
        *rc::gen::element<std::string>("visited Vell on", "Kovar resigned", "called Boris", "bridge collapsed");
    const EditedTimeline after = edited(before, "[[event]]\nwords = \"" + words + "\"\ndate = \"" + date + "\"\n");
    const Timeline& timeline = after.timeline;
    bool contradicts = false;
    for (std::size_t i = 0; i < before.evidence.size(); ++i)
      contradicts = contradicts || (timeline.evidence[i].set_aside && !before.evidence[i].set_aside &&
                                    !is_guess(timeline.evidence[i].kind));
    RC_ASSERT(contradicts == !after.problems.empty());
    for (const Evidence& e : timeline.evidence) RC_ASSERT(!e.set_aside || e.kind != EvidenceKind::edited);
    const Event &visit = event_at(timeline, "visited"), &resigned = event_at(timeline, "resigned");
    const bool ordered =
        Network(timeline).between(index_of(timeline, visit), index_of(timeline, resigned)).starts_before;
    RC_ASSERT(ordered || contradicts);
    RC_ASSERT(!ordered || visit.position < resigned.position);
    RC_ASSERT(!ordered || visit.start.earliest <= resigned.start.earliest);
  });
}

TEST_CASE("An order that the owner states places what the text leaves open", "[edits]") {
  constexpr std::string_view text = "The mill burned down. The bridge collapsed. The mayor resigned on 3 May 2015.";
  const EditedTimeline after = edited(text, "[[order]]\nfirst = \"bridge collapsed\"\nthen = \"mill burned\"\n");
  CHECK(problems_of(after).empty());
  const Event &mill = event_at(after.timeline, "burned"), &bridge = event_at(after.timeline, "collapsed");
  CHECK(bridge.position < mill.position);
  const Proof proof = why(after.timeline, index_of(after.timeline, bridge), index_of(after.timeline, mill));
  CHECK(proof.verdict == Verdict::before);
  CHECK(text_of(proof, after.timeline).find("edited-order") != std::string::npos);
}

TEST_CASE("An order that contradicts the text, or names one event, is a problem", "[edits]") {
  const EditedTimeline after = edited(article, "[[order]]\nfirst = \"mayor signed\"\nthen = \"bridge collapsed\"\n");
  REQUIRE(after.problems.size() == 1);
  CHECK(after.problems[0].line == 1);
  CHECK(after.problems[0].kind == EditProblem::Kind::problem);
  CHECK(after.problems[0].message.find("contradicts the text: “on 12 November 2016”, “on 3 May 2015”") !=
        std::string::npos);
  const EditedTimeline same = edited(article, "[[order]]\nfirst = \"mayor signed\"\nthen = \"signed the treaty\"\n");
  CHECK(problems_of(same) == "1: “mayor signed” and “signed the treaty” name one event; name two\n");
}
