#include <catch2/catch.hpp>
#include <string>

#include "tests/date_label_words.h"
#include "tests/timeline/edits/edited.h"

using namespace annal;
using namespace annal::test;

namespace {

constexpr std::string_view article =
    "Anna Kovar called Boris Brandt on 8 November 2016. Brandt visited Vell on 10 November 2016.\n"
    "The mayor signed the treaty on 12 November 2016. The bridge collapsed on 3 May 2015.\n";

constexpr std::string_view accepted = R"(accepted = true
[[event]]
words = "called Boris"
title = "Kovar calls Brandt"
date = "2016-11-08"
accepted = true
[[event]]
words = "bridge collapsed"
title = "Bridge collapses"
date = "2015-05-03"
accepted = true
)";

}  // namespace

TEST_CASE("What is accepted stays as it was, and what is new stays hidden and is reported", "[edits]") {
  Timeline timeline = timeline_of(article);
  // Another version of Annal titles and dates an event in another way.
  Event& call = timeline.events[index_of(timeline, event_at(timeline, "called"))];
  call.title = "Anna Kovar makes a call";
  const EditedTimeline after = edited(timeline, accepted);
  const Event& kept = event_at(after.timeline, "called");
  CHECK(kept.title == "Kovar calls Brandt");
  CHECK(kept.edtf == "2016-11-08");
  CHECK(kept.shown);
  CHECK_FALSE(event_at(after.timeline, "signed").shown);
  CHECK_FALSE(event_at(after.timeline, "visited").shown);
  CHECK(problems_of(after) == "0: 2 events are new since the timeline was accepted, and hidden: “" +
                                  event_at(timeline, "visited").title + "”, “" + event_at(timeline, "signed").title +
                                  "”; to show one, name it in an [[event]] with show = true\n");
}

TEST_CASE("Accepting what is as accepted changes and marks nothing", "[edits]") {
  const Timeline timeline = timeline_of(article);
  const EditedTimeline after =
      edited(timeline, "[[event]]\nwords = \"bridge collapsed\"\ntitle = \"" + event_at(timeline, "collapsed").title +
                           "\"\ndate = \"2015-05-03\"\naccepted = true\n");
  CHECK(problems_of(after).empty());
  CHECK(event_at(after.timeline, "collapsed").edited.empty());
  CHECK(after.timeline.evidence.size() == timeline.evidence.size());
}

TEST_CASE("An accepted date stands against a new reading of the text", "[edits]") {
  const EditedTimeline after =
      edited("The bridge collapsed on 4 May 2015.",
             "[[event]]\nwords = \"bridge collapsed\"\ndate = \"2015-05-03\"\naccepted = true\n");
  CHECK(event_at(after.timeline, "collapsed").edtf == "2015-05-03");
  CHECK(problems_of(after).starts_with("1: the date stated for “"));
}

TEST_CASE("An accepted event that the text no longer tells of is made from the edit, and reported", "[edits]") {
  const EditedTimeline after = edited("Brandt visited Vell on 10 November 2016.", accepted);
  REQUIRE(after.timeline.events.size() == 3);
  const Event& call = after.timeline.events[1];
  CHECK(call.title == "Kovar calls Brandt");
  CHECK(words(call.when) == "8 Nov 2016");
  CHECK(call.shown);
  CHECK(call.edited == std::vector<EditedField>{EditedField::date, EditedField::added});
  CHECK(problems_of(after).find("2: the words “called Boris” do not stand in the text; quote it anew, or delete the "
                                "edit; the event is kept as it was accepted\n") != std::string::npos);
}

TEST_CASE("An accepted date is EDTF where it can be: the season of a year", "[edits]") {
  const EditedTimeline after = edited("The bridge collapsed in 2015.",
                                      "[[event]]\nwords = \"bridge collapsed\"\ndate = \"2015-22\"\naccepted = true\n");
  CHECK(problems_of(after).empty());
  CHECK(words(event_at(after.timeline, "collapsed").when) == "summer 2015");
}
