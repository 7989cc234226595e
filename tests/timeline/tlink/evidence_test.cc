#include <catch2/catch.hpp>

#include "tests/date_label_words.h"
#include "tests/timeline/event/read.h"
#include "timeline/tlink/evidence.h"
#include "timeline/tlink/extract.h"

using namespace annal;

namespace {

// Whether the bounds that `link` amounts to let an event at [a, a_end) stand to one at [b, b_end).
bool allows(TemporalRelation relation, int a, int a_end, int b, int b_end) {
  TLink link;
  link.from = {Entity::Kind::event, 0};
  link.to = {Entity::Kind::event, 1};
  link.relation = relation;
  std::vector<Evidence> evidence;
  append_evidence(link, evidence);
  const auto at = [&](Point p) { return p.index == 0 ? (p.is_end ? a_end : a) : (p.is_end ? b_end : b); };
  for (const Evidence& e : evidence) {
    const int distance = at(e.to) - at(e.from);
    if (distance < e.low || distance > e.high) return false;
  }
  return true;
}

std::vector<Evidence> evidence_of(const Analysis& analysis, const std::vector<Event>& events) {
  const Reading reading = read_clauses(analysis, EventLexicon::of(test::english()));
  const TieIndex ties = tie_times(analysis, reading, test::english());
  const std::vector<EventSite> sites = sites_of(analysis, reading, events);
  return find_evidence(analysis, ties, events, sites, extract_tlinks(analysis, reading, ties, events, sites)).evidence;
}

}  // namespace

TEST_CASE("The bounds of a link hold exactly where its words do", "[timeline][relation]") {
  // Every pair of intervals with ends in 0..5, against the definition.
  for (int a = 0; a < 5; ++a)
    for (int a_end = a + 1; a_end <= 5; ++a_end)
      for (int b = 0; b < 5; ++b)
        for (int b_end = b + 1; b_end <= 5; ++b_end) {
          INFO(a << " " << a_end << " " << b << " " << b_end);
          CHECK(allows(TemporalRelation::before, a, a_end, b, b_end) == (a_end <= b));
          CHECK(allows(TemporalRelation::after, a, a_end, b, b_end) == (a >= b_end));
          CHECK(allows(TemporalRelation::inside, a, a_end, b, b_end) == (a >= b && a_end <= b_end));
          CHECK(allows(TemporalRelation::overlaps, a, a_end, b, b_end) == (a <= b_end && b <= a_end));
          CHECK(allows(TemporalRelation::identical, a, a_end, b, b_end) == (a == b && a_end == b_end));
          CHECK(allows(TemporalRelation::begins_in, a, a_end, b, b_end) == (a >= b && a <= b_end));
          CHECK(allows(TemporalRelation::ends_in, a, a_end, b, b_end) == (a_end >= b && a_end <= b_end));
          CHECK(allows(TemporalRelation::ends_by, a, a_end, b, b_end) == (a_end <= b_end));
          CHECK(allows(TemporalRelation::begins_from, a, a_end, b, b_end) == (a >= b));
          CHECK(allows(TemporalRelation::begins_until, a, a_end, b, b_end) == (a <= b));
        }
}

TEST_CASE("A time expression is placed where its value lies", "[timeline][relation]") {
  const Analysis analysis = test::analysed("The mill burned on 14 November 2014 after two days of rain.");
  std::vector<Evidence> evidence;
  append_calendar(analysis, std::vector<bool>(analysis.timexes.size(), false), evidence);
  REQUIRE(evidence.size() == 2);
  const Interval day = interval_of(parse_iso("2014-11-14").value());
  CHECK(evidence[0].from == Point{Point::Kind::origin, 0, false});
  CHECK(evidence[0].to == Point{Point::Kind::timex, 0, false});
  CHECK(evidence[0].low == day.begin);
  CHECK(evidence[0].high == day.begin);
  CHECK(evidence[1].low == day.end);
  CHECK(evidence[1].trust == 1);
  CHECK(evidence[1].kind == EvidenceKind::calendar);
}

TEST_CASE("Without a year what is still to come lies after what was told", "[timeline][relation]") {
  const Timeline timeline = build_timeline(
      test::analysed("Kovar met Brandt on November 14. The order is set to expire in March.", ""), test::english());
  const Event* met = test::event_of(timeline.events, timeline.document.text, "met");
  const Event* expire = test::event_of(timeline.events, timeline.document.text, "expire");
  REQUIRE(met != nullptr);
  REQUIRE(expire != nullptr);
  CHECK(met->precedes == std::vector<std::uint32_t>{static_cast<std::uint32_t>(expire - timeline.events.data())});
  CHECK(test::words(expire->when) == "Mar");
  CHECK(timeline.conflicts.empty());
}

TEST_CASE("Clock times of several zones compare as instants", "[timeline][relation]") {
  const Timeline timeline = build_timeline(
      test::analysed(
          "At 10:00 PDT on 3 May 2014 the rocket exploded. At 16:30 GMT on 3 May 2014 the engineers resigned."),
      test::english());
  const Event* exploded = test::event_of(timeline.events, timeline.document.text, "exploded");
  const Event* resigned = test::event_of(timeline.events, timeline.document.text, "resigned");
  REQUIRE(exploded != nullptr);
  REQUIRE(resigned != nullptr);
  CHECK(resigned->start.earliest == exploded->start.earliest - 1800);
  CHECK(resigned->position < exploded->position);
  CHECK(test::words(resigned->when) == "3 May 2014, 16:30");
}

TEST_CASE("A duration bounds how long its event lasted", "[timeline][relation]") {
  const Analysis analysis = test::analysed("The mill burned for three days.");
  const std::vector<Event> events = find_events(analysis, test::english());
  bool found = false;
  for (const Evidence& e : evidence_of(analysis, events)) {
    if (e.rule != "time-for") continue;
    found = true;
    CHECK(e.low == 3 * seconds_per_day);
    CHECK(e.high >= e.low);
  }
  CHECK(found);
}

TEST_CASE("Evidence names its rule, its words and a trust", "[timeline][relation]") {
  const Analysis analysis = test::analysed(
      "Anna Kovar said on Friday that the talks had failed after the election of 2014. The council will vote in "
      "March.");
  const std::vector<Event> events = find_events(analysis, test::english());
  const std::vector<Evidence> evidence = evidence_of(analysis, events);
  REQUIRE(evidence.size() > 8);
  for (const Evidence& e : evidence) {
    CHECK(!e.rule.empty());
    CHECK(e.words.size() > 0);
    CHECK(e.words.end <= analysis.document.text.size());
    CHECK(e.trust > 0);
    CHECK(e.trust <= 1);
    CHECK(e.low <= e.high);
    CHECK(!e.set_aside);
  }
}
