#include "timeline/collection/same_happening.h"

#include "timeline/sources.h"

#include "tests/timeline/collection/made_collection.h"

namespace annal::test {
namespace {

/// Whether the events whose heads are the first `a` and the first `b` in the two texts are one happening.
bool are_one(const MadeDocument& first, std::string_view a, const MadeDocument& second, std::string_view b) {
  const Timeline timeline = joined({first, second});
  const std::uint32_t one = event_at(timeline, a), other = event_at(timeline, b, a == b ? 1 : 0);
  REQUIRE(one < timeline.events.size());
  REQUIRE(other < timeline.events.size());
  return std::ranges::any_of(same_happenings(timeline), [&](const EventGroup& group) {
    return std::ranges::count(group, one) == 1 && std::ranges::count(group, other) == 1;
  });
}

const std::string fire =
    "The old mill in Vell burned on 3 May 2016. Firemen from Lund saved the granary, and the miller Otto Brand was "
    "taken to hospital.";

}  // namespace

TEST_CASE("what two documents of one story tell alike is one happening", "[timeline][collection]") {
  const MadeDocument herald{"herald", "2016-05-05", fire};
  const std::string after = " The granary was saved by firemen from Lund, and the miller Otto Brand is in hospital.";
  struct Row {
    const char* why;
    const char* text;
    const char* head;
    bool one;
  };
  const auto row = GENERATE(values<Row>({
      {"the same words", "The old mill in Vell burned on 3 May 2016.", "burned", true},
      {"another day", "The old mill in Vell burned on 9 April 2016.", "burned", false},
      {"denied", "The old mill in Vell has not burned.", "burned", false},
      {"another verb", "The old mill in Vell closed on 3 May 2016.", "closed", false},
  }));
  INFO(row.why);
  CHECK(are_one(herald, "burned", {"post", "2016-05-06", row.text + after}, row.head) == row.one);
}

TEST_CASE("persons with one surname do not share their deeds", "[timeline][collection]") {
  const std::string rest = " The court of Vell heard three witnesses in the Kovar trial about the ferry company.";
  const MadeDocument herald{"herald", "2016-05-05", "Anna Kovar resigned on 3 May 2016." + rest};
  CHECK(are_one(herald, "resigned", {"post", "2016-05-06", "Anna Kovar resigned on 3 May 2016." + rest}, "resigned"));
  CHECK_FALSE(
      are_one(herald, "resigned", {"post", "2016-05-06", "Robert Kovar resigned on 3 May 2016." + rest}, "resigned"));
}

TEST_CASE("two events of one document do not become one through another document", "[timeline][collection]") {
  const std::string twice =
      "The old mill in Vell burned on 3 May 2016. In Lund the new mill burned as well on 3 May 2016, firemen said.";
  const Timeline timeline = joined({{"a", "2016-05-05", twice}, {"b", "2016-05-05", twice}, {"c", "2016-05-06", fire}});
  const std::vector<EventGroup> groups = same_happenings(timeline);
  CHECK_FALSE(groups.empty());
  for (const EventGroup& group : groups) {
    std::vector<std::size_t> documents;
    for (const std::uint32_t e : group) documents.push_back(source_at(timeline, timeline.events[e].span.begin));
    CHECK(std::ranges::adjacent_find(documents) == documents.end());
  }
}

TEST_CASE("what a meeting, a fire or a hearing brings each time is of the one that it is told beside",
          "[timeline][collection]") {
  struct Row {
    const char *a, *b, *head;
    bool one;
  };
  const auto row = GENERATE(values<Row>({
      {"The council met on 3 May 2016. It approved the minutes.",
       "The council met on 10 May 2016. It approved the minutes.", "approved", false},
      {"The council met on 3 May 2016. It approved the minutes.",
       "The council met on 3 May 2016. It approved the minutes.", "approved", true},
      {"A barn burned down on 2 May 2016. Two firemen were hurt.",
       "A garage burned down on 3 May 2016. Two firemen were hurt.", "hurt", false},
      {"A bus hit a tree on 2 May 2016. Police closed the road.",
       "A van hit a wall on 4 May 2016. Police closed the road.", "closed", false},
      {"TARN, 4 May 2016 (Wire) -- The mayor resigned.", "BELM, 4 May 2016 (Wire) -- The mayor resigned.", "resigned",
       false},
      {"TARN, 4 May 2016 (Wire) -- The mayor resigned.", "TARN, 4 May 2016 (Post) -- The mayor resigned.", "resigned",
       true},
      {"The choir sang in Tarn on Saturday.", "The choir sang in Tarn on Sunday.", "sang", false},
  }));
  INFO(row.a);
  INFO(row.b);
  CHECK(are_one({"a", "2016-05-20", row.a}, row.head, {"b", "2016-05-20", row.b}, row.head) == row.one);
}

TEST_CASE("a day that dates another event of the clause says nothing of this one", "[timeline][collection]") {
  const MadeDocument herald{"a", "2014-07-08", "The council closed the mill on 2 June 2014 after an inspection."};
  const MadeDocument minutes{
      "b", "2014-06-02", "Jane Orel inspected the mill on 1 June 2014. The council closed the mill on 2 June 2014."};
  CHECK(are_one(herald, "inspection", minutes, "inspected"));
}

TEST_CASE("one document has no happening of several", "[timeline][collection]") {
  CHECK(same_happenings(timeline_of({"a", "2016-05-05", fire + " " + fire})).empty());
  CHECK(same_happenings(joined({{"a", "2016-05-05", fire + " " + fire}})).empty());
  CHECK(same_happenings(Timeline{}).empty());
}

TEST_CASE("an undated event is not one that was long before, nor one of a text of another year",
          "[timeline][collection]") {
  const std::string rest = " Firemen from Lund and the miller Otto Brand spoke at the mill in Vell.";
  const MadeDocument undated{"b", "2016-05-05", "The old mill of Otto Brand burned." + rest};
  CHECK_FALSE(
      are_one({"a", "2016-05-05", "The old mill of Otto Brand burned in 1987." + rest}, "burned", undated, "burned"));
  CHECK(are_one({"a", "2016-05-06", undated.text}, "burned", undated, "burned"));
  CHECK_FALSE(are_one({"a", "2015-05-05", undated.text}, "burned", undated, "burned"));
}

TEST_CASE("times that do not meet, or one denial of two, exclude that events are one", "[timeline][collection]") {
  Event a, b;
  CHECK(may_be_one(a, b));
  a.start = {0, 10, Frame::calendar};
  a.end = {0, 10, Frame::calendar};
  b.start = {10, 20, Frame::calendar};
  b.end = {10, 20, Frame::calendar};
  CHECK_FALSE(may_be_one(a, b));
  b.when.guess = true;
  CHECK(may_be_one(a, b));
  b.status = Status::denied;
  CHECK_FALSE(may_be_one(a, b));
  a.polarity = Polarity::neg;
  CHECK(may_be_one(a, b));
}

TEST_CASE("the events of one name in a story are compared at a bounded cost", "[timeline][collection]") {
  std::vector<MadeDocument> documents;
  for (int d = 0; d < 150; ++d) documents.push_back({"d" + std::to_string(d), "2016-05-05", fire});
  const Timeline timeline = joined(documents);
  const ContentWords words(timeline);
  const Stories stories(words, true);
  const HappeningPairs pairs(timeline, words, stories);
  CHECK(happening_candidates(timeline, pairs, stories, {}).size() < 200 * timeline.events.size());
}

}  // namespace annal::test
