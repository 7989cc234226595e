#include <catch2/catch.hpp>
#include <string>

#include "tests/date_label_words.h"
#include "tests/timeline/edits/edited.h"
#include "timeline/network/network.h"

using namespace annal;
using namespace annal::test;

namespace {

constexpr std::string_view article =
    "Anna Kovar called Boris Brandt on 8 November 2016. The phone call lasted an hour.\n"
    "Brandt visited Vell on 10 November 2016. Kovar resigned after the visit.\n"
    "The mayor signed the treaty on 12 November 2016. The bridge collapsed on 3 May 2015.\n";

/// Whether every index of the timeline is one, and every event has its place on the line.
void check_whole(const Timeline& timeline) {
  const auto events = static_cast<std::uint32_t>(timeline.events.size());
  REQUIRE(timeline.order.size() == events);
  for (std::uint32_t i = 0; i < events; ++i) {
    REQUIRE(timeline.order[i] < events);
    CHECK(timeline.events[timeline.order[i]].position == i);
    for (const std::uint32_t next : timeline.events[i].precedes) CHECK(next < events);
  }
  for (const Evidence& e : timeline.evidence)
    for (const Point& point : {e.from, e.to})
      if (point.kind == Point::Kind::event) CHECK(point.index < events);
  for (const Relation& r : timeline.relations)
    for (const Entity& entity : {r.from, r.to})
      if (entity.kind == Entity::Kind::event) CHECK(entity.index < events);
}

}  // namespace

TEST_CASE("An added event stands last, has the words that tell of it, and its place in time", "[edits]") {
  const EditedTimeline after = edited(article, R"(
[[add]]
title = "Brandt is sworn in"
date = "9 November 2016"
lane = "Brandt"
[[add]]
title = "The treaty is drafted"
words = "The mayor"
date = "before 10 November 2016"
[[event]]
words = "Brandt is sworn in"
note = "from memory"
)");
  CHECK(problems_of(after).empty());
  const Timeline& timeline = after.timeline;
  check_whole(timeline);
  const std::size_t count = timeline_of(article).events.size();
  REQUIRE(timeline.events.size() == count + 2);
  const Event& oath = timeline.events[count];
  CHECK(oath.title == "Brandt is sworn in");
  CHECK(words(oath.when) == "9 Nov 2016");
  CHECK(oath.lane == "Brandt");
  CHECK(oath.note == "from memory");
  CHECK(oath.shown);
  CHECK(oath.span.size() == 0);
  CHECK(oath.mentions.empty());
  CHECK(oath.sentence == timeline.sentences.size());
  CHECK(oath.edited.front() == EditedField::date);
  CHECK(oath.edited.back() == EditedField::added);
  CHECK(event_at(timeline, "called").position < oath.position);
  CHECK(oath.position < event_at(timeline, "visited").position);
  const Event& draft = timeline.events[count + 1];
  CHECK(slice(timeline.document.text, draft.span) == "The mayor");
  CHECK(draft.mentions.size() == 1);
  CHECK(slice(timeline.document.text, timeline.sentences[draft.sentence].span).starts_with("The mayor signed"));
}

TEST_CASE("Merged events are one, with the mentions and the evidence of all", "[edits]") {
  const Timeline before = timeline_of(article);
  const EditedTimeline after = edited(before, R"(
[[merge]]
events = ["mayor signed", "bridge collapsed"]
[[event]]
words = "bridge collapsed"
title = "Treaty signed as the bridge falls"
)");
  check_whole(after.timeline);
  REQUIRE(after.timeline.events.size() == before.events.size());
  const Event& merged = event_at(after.timeline, "signed");
  const Event& away = after.timeline.events[index_of(before, event_at(before, "collapsed"))];
  CHECK(index_of(after.timeline, merged) == index_of(before, event_at(before, "signed")));
  CHECK(slice(after.timeline.document.text, away.span) == "collapsed");
  CHECK(away.visibility == Visibility::hidden);
  CHECK_FALSE(away.shown);
  CHECK(away.edited == std::vector<EditedField>{EditedField::merged});
  CHECK(away.start.earliest == merged.start.earliest);
  CHECK(away.end.latest == merged.end.latest);
  CHECK(std::ranges::count(after.timeline.relations, "edited-identity", &Relation::rule) == 1);
  CHECK(merged.title == "Treaty signed as the bridge falls");
  CHECK(merged.mentions.size() == 2);
  CHECK(slice(after.timeline.document.text, merged.span) == "signed");
  CHECK(merged.edited == std::vector<EditedField>{EditedField::title, EditedField::merged});
  CHECK(problems_of(after) ==
        "2: what is merged as “Treaty signed as the bridge falls” has times that contradict each other: “on 12 "
        "November 2016”, “on 3 May 2015”; the date of the first stands\n");
}

TEST_CASE("Where merged events have dates that disagree, that of the first stands whole", "[edits]") {
  const std::string text = "Miller was arrested on 3 May 1998. He was charged with fraud on 5 May 1998.";
  const auto date_of = [&](const std::string& first, const std::string& then) {
    const EditedTimeline after = edited(text, "[[merge]]\nevents = [\"" + first + "\", \"" + then + "\"]\n");
    const Event& whole = event_at(after.timeline, first);
    CHECK(whole.timexes.size() == 1);
    CHECK(problems_of(after).ends_with("; the date of the first stands\n"));
    return words(whole.when);
  };
  CHECK(date_of("charged", "arrested") == "5 May 1998");
  CHECK(date_of("arrested", "charged") == "3 May 1998");
}

TEST_CASE("A merged event has the clock time of the other, and a date where it had only a bound", "[edits]") {
  const std::string text =
      "A man was walking home on 12 Nov 2016. Two men grabbed him at 9 p.m. on 12 Nov 2016. The "
      "police have closed the street.";
  const auto date_of = [&](const std::string& first, const std::string& then) {
    const EditedTimeline after = edited(text, "[[merge]]\nevents = [\"" + first + "\", \"" + then + "\"]\n");
    CHECK(problems_of(after).empty());
    return words(event_at(after.timeline, first).when);
  };
  CHECK(date_of("walking", "grabbed") == "12 Nov 2016, 21:00");
  CHECK(date_of("grabbed", "walking") == "12 Nov 2016, 21:00");
  CHECK(date_of("closed", "walking") == "12 Nov 2016");
}

TEST_CASE("What is added and merged into another event gives it the date its owner stated, and no title", "[edits]") {
  const EditedTimeline after = edited(article, R"(
[[add]]
title = "Signing"
date = "1999"
note = "n"
[[merge]]
events = ["mayor signed", "Signing"]
)");
  CHECK(problems_of(after) ==
        "2: the date stated for “The mayor signed the treaty” contradicts the text: “on 12 November 2016”\n");
  check_whole(after.timeline);
  const Event& signing = event_at(after.timeline, "signed");
  CHECK(signing.title == event_at(timeline_of(article), "signed").title);
  CHECK(words(signing.when) == "1999");
  CHECK(signing.note == "n");
}

TEST_CASE("Merges that share an event are one", "[edits]") {
  const Timeline before = timeline_of(article);
  const EditedTimeline after = edited(before, R"(
[[merge]]
events = ["called Boris", "call lasted"]
[[merge]]
events = ["call lasted", "Kovar resigned"]
)");
  check_whole(after.timeline);
  const Event &called = event_at(after.timeline, "called"),
              &resigned = after.timeline.events[index_of(before, event_at(before, "resigned"))];
  CHECK(called.mentions.size() >= 3);
  CHECK(called.shown);
  CHECK(resigned.visibility == Visibility::hidden);
  CHECK(after.timeline.events[index_of(before, event_at(before, "lasted"))].visibility == Visibility::hidden);
  CHECK(called.start.earliest == resigned.start.earliest);
}

TEST_CASE("A mention that is split off is an event with what its words say", "[edits]") {
  Timeline timeline = timeline_of(
      "Brandt visited Vell on 10 November 2016.\nThe visit ended a long quarrel, and on 3 May 2017 a treaty "
      "followed.\n");
  // The text's own reading may part or join the two: here they are one.
  const std::uint32_t visited = index_of(timeline, event_at(timeline, "visited"));
  const std::string_view text = timeline.document.text;
  const auto place = static_cast<std::uint32_t>(text.find("visit ended"));
  for (Event& event : timeline.events) std::erase(event.mentions, Span{place, place + 5});
  timeline.events[visited].mentions.push_back({place, place + 5});
  const EditedTimeline after = edited(timeline, R"(
[[split]]
event = "visited Vell"
mention = "the visit"
[[event]]
words = "the visit"
date = "12 November 2016"
)");
  CHECK(problems_of(after).empty());
  check_whole(after.timeline);
  const Event& split = after.timeline.events.back();
  CHECK(split.title == "The visit");
  CHECK(slice(after.timeline.document.text, split.span) == "visit");
  CHECK(words(split.when) == "12 Nov 2016");
  CHECK(split.edited == std::vector<EditedField>{EditedField::date, EditedField::split});
  const Event& kept = event_at(after.timeline, "visited");
  CHECK(kept.mentions.size() == 1);
  CHECK(words(kept.when) == "10 Nov 2016");
}

TEST_CASE("What is no further mention is not split off", "[edits]") {
  const EditedTimeline after = edited(article, "[[split]]\nevent = \"mayor signed\"\nmention = \"the treaty\"\n");
  const std::string title = event_at(after.timeline, "signed").title;
  CHECK(problems_of(after) == "1: “the treaty” is no further mention of “" + title +
                                  "”, so nothing is split; for an event that these words tell of, write an [[add]] "
                                  "with words = \"the treaty\", or use annal edit --add\n");
}

TEST_CASE("What its owner says did not happen bounds nothing that did", "[edits]") {
  const Timeline before = timeline_of(article);
  const auto ordered = [](const Timeline& timeline) {
    return Network(timeline)
        .between(index_of(timeline, event_at(timeline, "visited")), index_of(timeline, event_at(timeline, "resigned")))
        .starts_before;
  };
  CHECK(ordered(before));
  CHECK_FALSE(ordered(edited(before, "[[event]]\nwords = \"visited Vell on\"\nstatus = \"denied\"\n").timeline));
}
