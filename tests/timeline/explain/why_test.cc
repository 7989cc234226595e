// Proofs, as a reader sees them: the words, the claims, the verdicts; and each checked by adding up its steps.
#include "timeline/explain/why.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>

#include "core/calendar/calendar.h"
#include "tests/timeline/network/checker.h"
#include "tests/timeline/network/naive.h"
#include "timeline/explain/step_text.h"
#include "timeline/network/network.h"

using namespace annal;
using naive::bound;
using naive::end;
using naive::start;
using naive::timex_end;
using naive::timex_start;

namespace {

/// A story over its text: events and time expressions by their words.
struct TimelineBuilder {
  Timeline timeline;

  explicit TimelineBuilder(std::string text) { timeline.document.text = std::move(text); }

  Span span(std::string_view words) const {
    const std::size_t at = timeline.document.text.find(words);
    REQUIRE(at != std::string::npos);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }
  std::uint32_t event(std::string_view words, std::string title = {}) {
    Event e;
    e.span = span(words);
    e.title = std::move(title);
    timeline.events.push_back(e);
    return static_cast<std::uint32_t>(timeline.events.size() - 1);
  }
  std::uint32_t timex(std::string_view words, const CalendarValue& value) {
    const auto index = static_cast<std::uint32_t>(timeline.timexes.size());
    Timex t;
    t.span = span(words);
    t.value.interval = interval_of(value);
    t.value.value = to_timex(value);
    t.value.frame = value.year == CalendarValue::no_year ? Frame::open_year : Frame::calendar;
    timeline.timexes.push_back(t);
    const Point root{t.value.frame == Frame::calendar ? Point::Kind::origin : Point::Kind::open_year, 0, false};
    say(root, timex_start(index), t.value.interval.begin, t.value.interval.begin, words, "calendar", 1,
        EvidenceKind::calendar);
    say(root, timex_end(index), t.value.interval.end, t.value.interval.end, words, "calendar", 1,
        EvidenceKind::calendar);
    return index;
  }
  void say(Point from, Point to, CivilSeconds low, CivilSeconds high, std::string_view words, std::string rule,
           double trust, EvidenceKind kind = EvidenceKind::signal) {
    Evidence e = bound(from, to, low, high, trust);
    e.kind = kind;
    e.rule = std::move(rule);
    if (!words.empty()) e.words = span(words);
    timeline.evidence.push_back(e);
  }
  void lies_in(std::uint32_t e, std::uint32_t t, std::string_view words, double trust) {
    say(timex_start(t), start(e), 0, unbounded_future, words, "stated", trust, EvidenceKind::stated);
    say(end(e), timex_end(t), 0, unbounded_future, words, "stated", trust, EvidenceKind::stated);
  }
  void before(std::uint32_t a, std::uint32_t b, std::string_view words, std::string rule, double trust) {
    say(end(a), start(b), 0, unbounded_future, words, std::move(rule), trust);
  }
  void solve() {
    const Solution solution =
        annal::solve(timeline.timexes.size(), timeline.events.size(), timeline.evidence, timeline.document.dct);
    for (std::size_t e = 0; e < timeline.events.size(); ++e) {
      timeline.events[e].start = solution.bounds[e].start;
      timeline.events[e].end = solution.bounds[e].end;
    }
    timeline.conflicts = solution.conflicts;
  }
};

CalendarValue day(int year, int month, int d) { return day_value(days_from_civil(year, month, d)); }

/// Whether the proof proves what its verdict says.
bool holds(const Proof& proof, const std::vector<Evidence>& evidence) {
  const auto a1 = start(proof.a), a2 = end(proof.a), b1 = start(proof.b), b2 = end(proof.b);
  switch (proof.verdict) {
    case Verdict::before: return proves(proof.steps, evidence, a2, b1, false);
    case Verdict::after: return proves(proof.steps, evidence, b2, a1, false);
    case Verdict::starts_before: return proves(proof.steps, evidence, a1, b1, true);
    case Verdict::starts_after: return proves(proof.steps, evidence, b1, a1, true);
    case Verdict::together:
      return proof.a == proof.b ||
             (proves(proof.steps, evidence, b1, a2, true) && proves(proof.also, evidence, a1, b2, true));
    case Verdict::unknown: return proof.steps.empty() && proof.also.empty();
  }
  return false;
}

TimelineBuilder election() {
  TimelineBuilder sample(
      "Varga won the vote on 8 November.\nOn 14 November she met Ilic, after talks in the capital.\n"
      "The talks lasted. Žofie sang.");
  const auto won = sample.event("won", "Varga wins the vote");
  const auto met = sample.event("met", "Varga meets Ilic");
  const auto talks = sample.event("talks in", "talks");
  sample.event("sang", "Žofie sings");
  sample.lies_in(won, sample.timex("8 November", day(2016, 11, 8)), "on 8 November", 0.95);
  sample.lies_in(met, sample.timex("14 November", day(2016, 11, 14)), "On 14 November", 0.9);
  sample.before(talks, met, "after", "signal-after", 0.8);
  sample.solve();
  return sample;
}

}  // namespace

TEST_CASE("a proof by dates names the words, the days and the trust", "[explain]") {
  const TimelineBuilder sample = election();
  const Proof proof = why(sample.timeline, 0, 1);
  CHECK(proof.verdict == Verdict::before);
  CHECK(proof.trust == 0.9);
  CHECK(holds(proof, sample.timeline.evidence));
  CHECK(text_of(proof, sample.timeline) ==
        "e1 “Varga wins the vote” is before e2 “Varga meets Ilic” (4 pieces of evidence, the weakest of trust 0.90)\n"
        "  1:20  \"on 8 November\"  e1 lies in t1  (stated, 0.95)\n"
        "  1:23  \"8 November\"  t1 is 2016-11-08  (calendar, 1.00)\n"
        "  2:4  \"14 November\"  t2 is 2016-11-14  (calendar, 1.00)\n"
        "  2:1  \"On 14 November\"  e2 lies in t2  (stated, 0.90)\n");
}

TEST_CASE("the converse question is answered by the proof of the opposite", "[explain]") {
  const TimelineBuilder sample = election();
  const Proof proof = why(sample.timeline, 1, 2);
  CHECK(proof.verdict == Verdict::after);
  CHECK(holds(proof, sample.timeline.evidence));
  CHECK(text_of(proof, sample.timeline) ==
        "e2 “Varga meets Ilic” is not before e3 “talks” but after it (1 piece of evidence, the weakest of trust 0.80)\n"
        "  2:30  \"after\"  e3 is before e2  (signal-after, 0.80)\n");
}

TEST_CASE("what is not known says which bounds overlap", "[explain]") {
  const TimelineBuilder sample = election();
  CHECK(text_of(why(sample.timeline, 0, 2), sample.timeline) ==
        "the order of e1 “Varga wins the vote” and e3 “talks” is not known: e1 begins on 2016-11-08, e3 begins by "
        "2016-11-14\n");
  CHECK(text_of(why(sample.timeline, 3, 0), sample.timeline) ==
        "the order of e4 “Žofie sings” and e1 “Varga wins the vote” is not known: e4 begins at a time not known, e1 "
        "begins on "
        "2016-11-08\n");
}

TEST_CASE("one event is together with itself", "[explain]") {
  const TimelineBuilder sample = election();
  const Proof proof = why(sample.timeline, 0, 0);
  CHECK(proof.verdict == Verdict::together);
  CHECK(text_of(proof, sample.timeline) == "e1 “Varga wins the vote” is one event\n");
}

TEST_CASE("where only the beginnings are ordered, that is what is said", "[explain]") {
  TimelineBuilder sample("The siege began two days before the battle.");
  const auto siege = sample.event("siege"), battle = sample.event("battle");
  sample.say(start(siege), start(battle), 2 * seconds_per_day, 2 * seconds_per_day, "two days before", "signal-before",
             0.85);
  sample.solve();
  const Proof proof = why(sample.timeline, siege, battle);
  CHECK(proof.verdict == Verdict::starts_before);
  CHECK(holds(proof, sample.timeline.evidence));
  CHECK(text_of(proof, sample.timeline) ==
        "e1 “siege” begins before e2 “battle” begins; when it ends is not ordered (1 piece of evidence, the weakest of "
        "trust "
        "0.85)\n"
        "  1:17  \"two days before\"  e1 begins 2 days before e2 begins  (signal-before, 0.85)\n");
  CHECK(why(sample.timeline, battle, siege).verdict == Verdict::starts_after);
}

TEST_CASE("events that share time are shown to", "[explain]") {
  TimelineBuilder sample("They sang while it rained.");
  const auto sang = sample.event("sang"), rained = sample.event("rained");
  sample.say(start(rained), start(sang), 0, unbounded_future, "while", "signal-while", 0.7);
  sample.say(end(sang), end(rained), 0, unbounded_future, "while", "signal-while", 0.7);
  sample.solve();
  const Proof proof = why(sample.timeline, sang, rained);
  CHECK(proof.verdict == Verdict::together);
  CHECK(holds(proof, sample.timeline.evidence));
  CHECK(text_of(proof, sample.timeline) ==
        "e1 “sang” and e2 “rained” share time; which begins first is not known (2 pieces of evidence, the weakest of "
        "trust "
        "0.70)\n"
        "  1:11  \"while\"  e1 lies in e2  (signal-while, 0.70)\n"
        "  e1 begins before it ends\n"
        "and\n"
        "  e1 begins before it ends\n"
        "  1:11  \"while\"  e1 lies in e2  (signal-while, 0.70)\n");
}

TEST_CASE("of two chains of one length the one with the stronger weakest piece is told", "[explain]") {
  TimelineBuilder sample("a b c d because maybe surely");
  const auto a = sample.event("a"), b = sample.event("b "), c = sample.event("c "), d = sample.event("d ");
  sample.before(a, c, "maybe", "strong", 0.9);
  sample.before(c, b, "maybe", "weak", 0.3);
  sample.before(a, d, "surely", "middling", 0.6);
  sample.before(d, b, "surely", "middling", 0.6);
  sample.solve();
  const Proof proof = why(sample.timeline, a, b);
  REQUIRE(proof.steps.size() == 3);
  CHECK(proof.trust == 0.6);
  CHECK(holds(proof, sample.timeline.evidence));
}

TEST_CASE("fewer pieces are told even where more of them would say more", "[explain]") {
  TimelineBuilder sample("a b c d one two three four");
  const auto a = sample.event("a"), b = sample.event("b "), c = sample.event("c "), d = sample.event("d ");
  // One piece to c, or two by way of d to the day after; c is before b by a piece that needs no day.
  sample.before(a, c, "one", "short", 0.4);
  sample.say(end(a), start(d), seconds_per_day, unbounded_future, "two", "long", 0.9);
  sample.before(d, c, "three", "long", 0.9);
  sample.before(c, b, "four", "both", 0.9);
  sample.solve();
  const Proof proof = why(sample.timeline, a, b);
  CHECK(proof.steps.size() == 3);
  CHECK(proof.trust == 0.4);
}

TEST_CASE("a proof never rests on what was set aside", "[explain]") {
  TimelineBuilder sample("a b because however");
  const auto a = sample.event("a"), b = sample.event("b ");
  sample.before(a, b, "because", "strong", 0.9);
  sample.before(b, a, "however", "weak", 0.3);
  sample.solve();
  REQUIRE(sample.timeline.conflicts.size() == 1);
  CHECK(why(sample.timeline, a, b).verdict == Verdict::before);
  CHECK(why(sample.timeline, b, a).verdict == Verdict::after);
}

TEST_CASE("claims say what their evidence says", "[explain]") {
  TimelineBuilder sample("x y early 8 November");
  const auto x = sample.event("x"), y = sample.event("y");
  const auto t = sample.timex("8 November", day(2016, 11, 8));
  const CivilSeconds at = sample.timeline.timexes[t].value.interval.begin;
  const CivilSeconds open = unbounded_future, d = seconds_per_day;
  const Point origin{}, year{Point::Kind::open_year, 0, false}, t0{Point::Kind::document, 0, false};
  struct Row {
    Evidence said;
    Point earlier, later;
    CivilSeconds at_least;
    const char* claim;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {bound(origin, start(x), at, open), origin, start(x), at, "e1 begins 2016-11-08 or later"},
      {bound(origin, end(x), unbounded_past, at + d), end(x), origin, -at - d, "e1 ends 2016-11-08 or earlier"},
      {bound(origin, start(x), at + 3600, open), origin, start(x), at + 3600, "e1 begins 2016-11-08T01:00:00 or later"},
      {bound(year, start(x), 311 * d, open), year, start(x), 311 * d, "e1 begins XXXX-11-08 or later"},
      {bound(year, start(x), -d, open), year, start(x), -d, "e1 begins XXXX-12-31 1 year before or later"},
      {bound(origin, t0, at, at), origin, t0, at, "t0 begins 2016-11-08 or later"},
      {bound(end(x), t0, 0, open), end(x), t0, 0, "e1 is before t0"},
      {bound(end(x), start(y), 0, 0), end(x), start(y), 0, "e2 begins as e1 ends"},
      {bound(start(x), start(y), 0, open), start(x), start(y), 0, "e1 begins no later than e2"},
      {bound(end(x), end(y), 0, open), end(x), end(y), 0, "e1 ends no later than e2"},
      {bound(start(x), end(y), 0, open), start(x), end(y), 0, "e1 begins before e2 ends"},
      {bound(end(x), start(y), d, open), end(x), start(y), d, "e1 ends at least 1 day before e2 begins"},
      {bound(end(x), start(y), 5400, 5400), end(x), start(y), 5400, "e1 ends 90 minutes before e2 begins"},
      {bound(end(x), start(y), -2 * d, open), end(x), start(y), -2 * d, "e1 ends at most 2 days after e2 begins"},
      {bound(start(x), end(x), d, open), start(x), end(x), d, "e1 lasts at least 1 day"},
      {bound(start(x), end(x), 0, d), end(x), start(x), -d, "e1 lasts at most 1 day"},
  }));
  sample.timeline.evidence.push_back(row.said);
  ProofStep step;
  step.earlier = row.earlier;
  step.later = row.later;
  step.at_least = row.at_least;
  step.evidence = static_cast<std::int64_t>(sample.timeline.evidence.size() - 1);
  CHECK(step_text(claim_of(step, sample.timeline, Network(sample.timeline)), sample.timeline) == row.claim);
}

TEST_CASE("every proof of every pair is one", "[explain][property]") {
  rc::prop("by the checker, and the verdict of the converse question is the converse", [] {
    Timeline timeline;
    timeline.document.text = "abcdefghij";
    timeline.events.resize(5);
    timeline.timexes.resize(1);
    const int n = *rc::gen::inRange(0, 16);
    for (int i = 0; i < n; ++i) {
      const auto point = [] {
        const int which = *rc::gen::inRange(0, 13);
        if (which == 0) return Point{};
        if (which < 3) return Point{Point::Kind::timex, 0, which == 1};
        return Point{Point::Kind::event, static_cast<std::uint32_t>(which - 3) / 2, which % 2 == 0};
      };
      Evidence e = bound(point(), point(), *rc::gen::inRange(-1, 3), unbounded_future, 0.1 * *rc::gen::inRange(1, 10));
      if (*rc::gen::inRange(0, 3) == 0) e.high = e.low;
      e.words = {static_cast<std::uint32_t>(i) % 9, static_cast<std::uint32_t>(i) % 9 + 1};
      timeline.evidence.push_back(e);
    }
    timeline.conflicts = solve(timeline.timexes.size(), timeline.events.size(), timeline.evidence, Dct{}).conflicts;
    const Network network(timeline);
    const std::uint32_t a = *rc::gen::inRange(0u, 5u), b = *rc::gen::inRange(0u, 5u);
    const Proof proof = why(timeline, network, a, b), converse = why(timeline, network, b, a);
    RC_ASSERT(holds(proof, timeline.evidence));
    const auto opposite = [](Verdict v) {
      return v == Verdict::unknown || v == Verdict::together ? v : static_cast<Verdict>(4 - static_cast<int>(v));
    };
    RC_ASSERT(converse.verdict == opposite(proof.verdict));
    if (a != b) {
      const PairRelation relation = network.between(a, b);
      RC_ASSERT((proof.verdict == Verdict::before) == (relation.order == PairOrder::before));
      RC_ASSERT((proof.verdict == Verdict::before || proof.verdict == Verdict::starts_before) ==
                relation.starts_before);
    }
    RC_ASSERT(text_of(proof, timeline).back() == '\n');
  });
}
