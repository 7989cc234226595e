// The network by example: bounds, frames, contradictions, order and relations of small stories.
#include "timeline/network/network.h"

#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"
#include "tests/timeline/network/naive.h"
#include "timeline/network/evidence_text.h"

using namespace annal;
using naive::before;
using naive::bound;
using naive::end;
using naive::start;
using naive::timex_end;
using naive::timex_start;

namespace {

constexpr CivilSeconds day = seconds_per_day;

CivilSeconds date(int year, int month, int d) { return days_from_civil(year, month, d) * day; }

/// Timex `t` is [begin, end) from `root`.
void place(std::vector<Evidence>& evidence, std::uint32_t t, CivilSeconds begin, CivilSeconds finish,
           Point root = Point{}) {
  for (const bool is_end : {false, true}) {
    Evidence e = bound(root, {Point::Kind::timex, t, is_end}, is_end ? finish : begin, is_end ? finish : begin, 1.0);
    e.kind = EvidenceKind::calendar;
    e.rule = "calendar";
    evidence.push_back(e);
  }
}

/// Event `e` lies in timex `t`.
void lies_in(std::vector<Evidence>& evidence, std::uint32_t e, std::uint32_t t, double trust = 0.9, Span words = {}) {
  evidence.push_back(bound(timex_start(t), start(e), 0, unbounded_future, trust));
  evidence.push_back(bound(end(e), timex_end(t), 0, unbounded_future, trust));
  for (std::size_t i = evidence.size() - 2; i < evidence.size(); ++i) evidence[i].words = words;
}

Dct written(int year, int month, int d) {
  Dct dct;
  dct.source = DctSource::given;
  dct.at = date(year, month, d);
  return dct;
}

}  // namespace

TEST_CASE("an event in a day has that day's bounds, whatever follows it there", "[graph]") {
  std::vector<Evidence> evidence;
  place(evidence, 0, date(2016, 11, 14), date(2016, 11, 15));
  constexpr std::uint32_t events = 10;
  for (std::uint32_t e = 0; e < events; ++e) lies_in(evidence, e, 0);
  for (std::uint32_t e = 1; e < events; ++e) evidence.push_back(before(e - 1, e));
  const Solution solution = solve(1, events, evidence, Dct{});
  CHECK(solution.conflicts.empty());
  for (std::uint32_t e = 0; e < events; ++e) {
    CAPTURE(e);
    CHECK(solution.bounds[e].start.frame == Frame::calendar);
    CHECK(solution.bounds[e].start.earliest == date(2016, 11, 14));
    CHECK(solution.bounds[e].start.latest == date(2016, 11, 15));
    CHECK(solution.bounds[e].end.earliest == date(2016, 11, 14));
    CHECK(solution.bounds[e].end.latest == date(2016, 11, 15));
    CHECK(solution.order.rank[e] == e);
  }
}

TEST_CASE("bounds of first and last second follow what is said of start and end", "[graph]") {
  const CivilSeconds d = date(2016, 11, 8);
  struct Row {
    const char* why;
    Evidence said;
    Bounds start, end;
  };
  const auto cal = Frame::calendar;
  const auto row = GENERATE_COPY(values<Row>({
      {"begins with the day: its first second is the day's",
       bound(timex_start(0), start(0), 0, 0),
       {d, d + 1, cal},
       {d, unbounded_future, cal}},
      {"ends with the day: its last second is the day's",
       bound(timex_end(0), end(0), 0, 0),
       {unbounded_past, d + day, cal},
       {d + day - 1, d + day, cal}},
      {"before the day",
       bound(end(0), timex_start(0), 0, unbounded_future),
       {unbounded_past, d, cal},
       {unbounded_past, d, cal}},
      {"after the day",
       bound(timex_end(0), start(0), 0, unbounded_future),
       {d + day, unbounded_future, cal},
       {d + day, unbounded_future, cal}},
      {"begins in the day at the latest",
       bound(start(0), timex_end(0), 1, unbounded_future),
       {unbounded_past, d + day, cal},
       {unbounded_past, unbounded_future, cal}},
      {"begins two days after the day begins",
       bound(timex_start(0), start(0), 2 * day, 2 * day),
       {d + 2 * day, d + 2 * day + 1, cal},
       {d + 2 * day, unbounded_future, cal}},
      {"nothing about the day", bound(start(0), end(0), 5, 5), {}, {}},
  }));
  INFO(row.why);
  std::vector<Evidence> evidence;
  place(evidence, 0, d, d + day);
  evidence.push_back(row.said);
  Dct dct = written(2030, 1, 1);
  const Solution solution = solve(1, 1, evidence, dct);
  CHECK(solution.conflicts.empty());
  const auto same = [](const Bounds& a, const Bounds& b) {
    return a.earliest == b.earliest && a.latest == b.latest && a.frame == b.frame;
  };
  CAPTURE(solution.bounds[0].start.earliest - d, solution.bounds[0].start.latest - d);
  CAPTURE(solution.bounds[0].end.earliest - d, solution.bounds[0].end.latest - d);
  CHECK(same(solution.bounds[0].start, row.start));
  CHECK(same(solution.bounds[0].end, row.end));
}

TEST_CASE("an event is bounded in the frame that says most", "[graph]") {
  std::vector<Evidence> evidence;
  const Point year{Point::Kind::open_year, 0, false};
  const Point today{Point::Kind::document, 0, false}, midnight{Point::Kind::document, 0, true};
  place(evidence, 0, 312 * day, 313 * day, year);  // 9 November of a year not stated
  place(evidence, 1, date(2014, 1, 1), date(2015, 1, 1));
  lies_in(evidence, 0, 0);
  lies_in(evidence, 1, 1);
  evidence.push_back(bound(today, start(2), -day, unbounded_future));  // yesterday
  evidence.push_back(bound(end(2), today, 0, unbounded_future));
  for (std::uint32_t e = 0; e < 4; ++e) evidence.push_back(bound(end(e), midnight, 0, unbounded_future, 0.3));

  SECTION("without a day of writing each keeps its own") {
    const Solution solution = solve(2, 4, evidence, Dct{});
    CHECK(solution.conflicts.empty());
    CHECK(solution.bounds[0].start.frame == Frame::open_year);
    CHECK(solution.bounds[0].start.earliest == 312 * day);
    CHECK(solution.bounds[1].start.frame == Frame::calendar);
    CHECK(solution.bounds[2].start.frame == Frame::document);
    CHECK(solution.bounds[2].start.earliest == -day);
    CHECK(solution.bounds[2].end.latest == 0);
    CHECK(solution.bounds[3].end.frame == Frame::document);
    CHECK(solution.bounds[3].end.latest == day);
  }
  SECTION("with one, what hangs on it is on the calendar") {
    const Solution solution = solve(2, 4, evidence, written(2016, 11, 14));
    CHECK(solution.bounds[0].start.frame == Frame::open_year);
    CHECK(solution.bounds[2].start.frame == Frame::calendar);
    CHECK(solution.bounds[2].start.earliest == date(2016, 11, 13));
    CHECK(solution.bounds[2].end.latest == date(2016, 11, 14));
    CHECK(solution.bounds[3].end.latest == date(2016, 11, 15));
    CHECK(solution.order.precedes[1] == std::vector<std::uint32_t>{2});
  }
}

TEST_CASE("a time that states no year stands after the years that are stated, unless it cannot", "[graph]") {
  const Point year{Point::Kind::open_year, 0, false};
  const Point today{Point::Kind::document, 0, false}, midnight{Point::Kind::document, 0, true};
  std::vector<Evidence> evidence;
  place(evidence, 0, 312 * day, 313 * day, year);
  place(evidence, 1, date(2014, 1, 1), date(2015, 1, 1));
  place(evidence, 2, date(2017, 1, 1), date(2018, 1, 1));
  evidence.push_back(bound(year, today, 0, 364 * day));
  lies_in(evidence, 0, 0);                                                // in November
  lies_in(evidence, 1, 1);                                                // in 2014
  evidence.push_back(bound(end(1), midnight, 0, unbounded_future, 0.3));  // told as past
  evidence.push_back(bound(today, start(2), -day, unbounded_future));     // yesterday
  evidence.push_back(bound(end(2), today, 0, unbounded_future));
  SECTION("they are past: beside the first of its days, not the last") {
    evidence.push_back(before(3, 0));
    const Solution solution = solve(3, 4, evidence, Dct{});
    CHECK(solution.conflicts.empty());
    CHECK(solution.order.line == std::vector<std::uint32_t>{1, 2, 3, 0});
  }
  SECTION("one is to come") {
    lies_in(evidence, 3, 2);
    evidence.push_back(bound(midnight, start(3), 0, unbounded_future, 0.3));
    const Solution solution = solve(3, 4, evidence, Dct{});
    CHECK(solution.conflicts.empty());
    CHECK(solution.order.line == std::vector<std::uint32_t>{1, 2, 3, 0});
    CHECK(solution.order.precedes[2] == std::vector<std::uint32_t>{3});
  }
}

TEST_CASE("the day of writing is tied to the calendar once", "[graph]") {
  std::vector<Evidence> evidence{before(0, 1)};
  solve(0, 2, evidence, written(2016, 11, 14));
  REQUIRE(evidence.size() == 3);
  CHECK(evidence[1].rule == rule_day_of_writing);
  CHECK(evidence[1].low == date(2016, 11, 14));
  CHECK(evidence[2].low == day);
  solve(0, 2, evidence, written(2016, 11, 14));
  CHECK(evidence.size() == 3);
}

TEST_CASE("the less trusted of two claims is set aside, with its words and those against it", "[graph]") {
  const std::string text = "They signed on Monday, two days after the vote. The vote on\nWednesday was close.";
  const auto words = [&](std::string_view w) {
    const auto at = static_cast<std::uint32_t>(text.find(w));
    return Span{at, at + static_cast<std::uint32_t>(w.size())};
  };
  std::vector<Evidence> evidence;
  place(evidence, 0, date(2014, 11, 10), date(2014, 11, 11));
  place(evidence, 1, date(2014, 11, 12), date(2014, 11, 13));
  lies_in(evidence, 0, 0, 0.95, words("on Monday"));
  lies_in(evidence, 1, 1, 0.41, words("on\nWednesday"));
  Evidence after = bound(start(1), start(0), day, 3 * day, 0.8);
  after.words = words("two days after the vote");
  after.rule = "signal-after";
  evidence.push_back(after);
  const Solution solution = solve(2, 2, evidence, Dct{});
  REQUIRE(solution.conflicts.size() == 1);
  const Conflict& conflict = solution.conflicts.front();
  CHECK(evidence[conflict.set_aside].set_aside);
  CHECK(solution.set_aside == std::vector<std::uint32_t>{conflict.set_aside});
  CHECK(conflict.cycle.front() == conflict.set_aside);
}

TEST_CASE("a piece whose sides exclude each other contradicts itself", "[graph]") {
  std::vector<Evidence> evidence{bound(start(0), start(1), 5, 3)};
  evidence[0].rule = "odd";
  const Solution solution = solve(0, 2, evidence, Dct{});
  REQUIRE(solution.conflicts.size() == 1);
  CHECK(solution.conflicts[0].cycle == std::vector<std::uint32_t>{0});
}

TEST_CASE("an interval has a length, so before and its converse exclude each other", "[graph]") {
  std::vector<Evidence> evidence{before(0, 1, 0.6), before(1, 0, 0.5)};
  const Solution solution = solve(0, 2, evidence, Dct{});
  CHECK(solution.set_aside == std::vector<std::uint32_t>{1});
  CHECK(solution.order.line == std::vector<std::uint32_t>{0, 1});
  CHECK(solution.order.rank == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("ranks part what is ordered, and the line shows the rest where it most likely was", "[graph]") {
  struct Row {
    const char* why;
    std::uint32_t events;
    std::vector<Evidence> evidence;
    std::vector<std::uint32_t> rank, line;
  };
  const Point origin{};
  const auto at = [&](std::uint32_t e, int first, int last) {
    return std::vector<Evidence>{bound(origin, start(e), first * day, unbounded_future),
                                 bound(origin, end(e), unbounded_past, last * day)};
  };
  const auto all = [](std::vector<std::vector<Evidence>> parts) {
    std::vector<Evidence> evidence;
    for (const auto& part : parts) evidence.insert(evidence.end(), part.begin(), part.end());
    return evidence;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"nothing is known", 3, {}, {0, 0, 0}, {0, 1, 2}},
      {"a chain told backwards", 3, {before(2, 1), before(1, 0)}, {2, 1, 0}, {2, 1, 0}},
      {"dates alone", 3, all({at(0, 14, 15), at(1, 8, 9), at(2, 13, 14)}), {2, 0, 1}, {1, 2, 0}},
      {"a month holds its days: not ordered with them, so these have one rank, too",
       3,
       all({at(0, 1, 31), at(1, 8, 9), at(2, 13, 14)}),
       {0, 0, 0},
       {0, 1, 2}},
      {"with an upper bound alone, as late as it can be",
       4,
       all({at(0, 8, 9), at(1, 13, 14), at(3, 14, 15), {before(2, 1)}}),
       {0, 1, 0, 2},
       {0, 2, 1, 3}},
      {"with a lower bound alone, as early as it can be",
       4,
       all({at(0, 8, 9), at(1, 13, 14), at(3, 7, 8), {before(0, 2)}}),
       {1, 2, 2, 0},
       {3, 0, 2, 1}},
      {"with neither, beside its neighbour in the text, and with no rank of its own",
       4,
       all({at(0, 8, 9), at(1, 13, 14), at(3, 14, 15)}),
       {0, 0, 0, 0},
       {0, 1, 2, 3}},
      {"the first in the text, with the one that follows", 3, all({at(1, 13, 14), at(2, 8, 9)}), {0, 0, 0}, {2, 0, 1}},
      {"one starts first and both go on", 2, {bound(start(1), start(0), 1, unbounded_future)}, {1, 0}, {1, 0}},
      {"two days after and one day before: order by sums",
       3,
       {bound(start(0), start(1), 2 * day, 2 * day), bound(start(1), start(2), -day, -day)},
       {0, 2, 1},
       {0, 2, 1}},
  }));
  INFO(row.why);
  std::vector<Evidence> evidence = row.evidence;
  const Solution solution = solve(0, row.events, evidence, Dct{});
  CHECK(solution.conflicts.empty());
  CHECK(solution.order.rank == row.rank);
  CHECK(solution.order.line == row.line);
}

TEST_CASE("a hint moves what nothing places, proves nothing, and yields to all evidence", "[graph]") {
  std::vector<Evidence> evidence{before(1, 2, 0.1)};
  const std::vector<Evidence> hints{before(3, 0, 0.2), before(2, 1, 0.9)};
  const Solution solution = solve(0, 4, evidence, Dct{}, hints);
  CHECK(solution.order.line == std::vector<std::uint32_t>{3, 0, 1, 2});
  CHECK(solution.order.rank == std::vector<std::uint32_t>{0, 0, 0, 0});
  CHECK(solution.order.precedes[3].empty());
  CHECK(solution.conflicts.empty());
  CHECK(solution.left_out == 0);
  CHECK(solution.bounds[0].start.frame == Frame::none);
}

TEST_CASE("the relation of two events is what all evidence together forces", "[graph]") {
  struct Row {
    const char* why;
    std::vector<Evidence> evidence;
    PairOrder order;
    bool starts_before, starts_after;
  };
  const CivilSeconds open = unbounded_future;
  const auto row = GENERATE_COPY(values<Row>({
      {"nothing", {}, PairOrder::unknown, false, false},
      {"before", {before(0, 1)}, PairOrder::before, true, false},
      {"after through a third", {before(1, 2), before(2, 0)}, PairOrder::after, false, true},
      {"same points",
       {bound(start(0), start(1), 0, 0), bound(end(0), end(1), 0, 0)},
       PairOrder::simultaneous,
       false,
       false},
      {"holds the other",
       {bound(start(0), start(1), 0, open), bound(end(1), end(0), 0, open)},
       PairOrder::includes,
       false,
       false},
      {"strictly within",
       {bound(start(1), start(0), 1, open), bound(end(0), end(1), 1, open)},
       PairOrder::is_included,
       false,
       true},
      {"a moment in common",
       {bound(start(0), end(1), 1, open), bound(start(1), end(0), 1, open)},
       PairOrder::overlaps,
       false,
       false},
      {"starts alone", {bound(start(0), start(1), 1, open)}, PairOrder::unknown, true, false},
  }));
  INFO(row.why);
  const Network network(0, 3, row.evidence);
  const PairRelation relation = network.between(0, 1);
  CHECK(name(relation.order) == name(row.order));
  CHECK(relation.starts_before == row.starts_before);
  CHECK(relation.starts_after == row.starts_after);
}

TEST_CASE("evidence past the limits of the clock weakens, and does not overflow", "[graph]") {
  constexpr CivilSeconds aeon = INT64_MAX / 5;
  std::vector<Evidence> evidence{bound(start(0), end(0), aeon, unbounded_future), bound(start(1), end(1), -aeon, aeon),
                                 bound(Point{}, start(0), 0, 0)};
  const Solution solution = solve(0, 2, evidence, Dct{});
  CHECK(solution.conflicts.empty());
  CHECK(solution.bounds[0].end.earliest == (CivilSeconds{1} << 40) - 1);
  CHECK(solution.bounds[1].start.frame == Frame::none);
}

TEST_CASE("two events that nothing ties still exclude what their lengths exclude", "[graph]") {
  // The first lasts a day, the second two: they cannot begin and end together.
  std::vector<Evidence> evidence = {bound(start(0), end(0), day, day), bound(start(1), end(1), 2 * day, 2 * day)};
  const Network lengths(0, 2, evidence);
  CHECK((lengths.between(0, 1).allen & allen_equals) == 0);
  CHECK((lengths.between(0, 1).allen & allen_before) != 0);
  CHECK(lengths.between(0, 1).order == PairOrder::unknown);
  const Network open(0, 2, {});
  CHECK(open.between(0, 1).allen == 0x1fff);
}

TEST_CASE("a claim that is not weighed within the budget is not asserted", "[graph]") {
  // A chain, and claims that its end lies before its beginning: each is refuted by the whole of it alone.
  constexpr std::uint32_t n = 2'000, wrong = 400;
  std::vector<Evidence> chain, claims;
  for (std::uint32_t i = 1; i < n; ++i) chain.push_back(before(i - 1, i));
  for (std::uint32_t i = 0; i < wrong; ++i) claims.push_back(before(n - 1 - i % 7, i % 5));
  CHECK(rejected_claims(0, n, chain, claims).size() == wrong);
}
