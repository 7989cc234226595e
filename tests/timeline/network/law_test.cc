// What holds in every world: laws of the network, on random evidence over dates, time expressions and events.
#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "tests/timeline/network/checker.h"
#include "tests/timeline/network/naive.h"
#include "tests/timeline/network/order_closure.h"
#include "timeline/network/guesses.h"
#include "timeline/network/network.h"

using namespace annal;

namespace {

constexpr std::uint32_t timexes = 2, events = 6;

struct RandomEvidence {
  std::vector<Evidence> evidence;
  Dct dct;
};

/// A point; of an event for certain, or as often as not one that is dated.
Point random_point(bool dated) {
  switch (dated ? *rc::gen::inRange(0, 10) : 9) {
    case 0: return Point{};
    case 1: return {Point::Kind::open_year, 0, false};
    case 2: return {Point::Kind::document, 0, *rc::gen::arbitrary<bool>()};
    case 3: return {Point::Kind::timex, *rc::gen::inRange(0u, timexes), *rc::gen::arbitrary<bool>()};
    default: return {Point::Kind::event, *rc::gen::inRange(0u, events), *rc::gen::arbitrary<bool>()};
  }
}

/// Evidence of these kinds is no guess.
EvidenceKind random_kind() {
  using enum EvidenceKind;
  return *rc::gen::element(edited, calendar, stated, signal, tense, reporting, identity, world);
}

/// Bounds of a few days at most, mostly one-sided; trust in tenths, so that ties abound.
RandomEvidence random_evidence() {
  RandomEvidence random;
  const bool dated = *rc::gen::arbitrary<bool>();
  const int n = *rc::gen::inRange(0, 24);
  for (int i = 0; i < n; ++i) {
    const CivilSeconds low = *rc::gen::inRange(-2, 4) * seconds_per_day;
    const CivilSeconds width = *rc::gen::inRange(0, 3) * seconds_per_day;
    Evidence e =
        naive::bound(random_point(dated), random_point(dated), low, low + width, 0.1 * *rc::gen::inRange(1, 10));
    const int side = *rc::gen::inRange(0, 4);
    if (side == 0) e.low = unbounded_past;
    if (side >= 2) e.high = unbounded_future;
    e.kind = random_kind();
    e.words.begin = *rc::gen::inRange(0u, 5u);
    e.words.end = e.words.begin + 1;
    random.evidence.push_back(e);
  }
  if (*rc::gen::arbitrary<bool>()) {
    random.dct.source = DctSource::given;
    random.dct.at = *rc::gen::inRange(-3, 4) * seconds_per_day;
  }
  return random;
}

const std::string text = "abcdefgh";

/// What the naive network makes of the evidence that was kept.
naive::World kept(const std::vector<Evidence>& evidence) {
  naive::World world(timexes, events);
  for (const Evidence& e : evidence)
    if (!e.set_aside) RC_ASSERT(world.believe(e));
  return world;
}

auto content(const Evidence& e) {
  const auto key = [](const Point& p) { return std::tuple(p.kind, p.index, p.is_end); };
  return std::tuple(key(e.from), key(e.to), e.low, e.high, e.kind, e.words.begin, e.trust);
}

void same_bounds(const Solution& a, const Solution& b) {
  for (std::uint32_t e = 0; e < events; ++e)
    for (const auto side : {&EventBounds::start, &EventBounds::end}) {
      RC_ASSERT((a.bounds[e].*side).earliest == (b.bounds[e].*side).earliest);
      RC_ASSERT((a.bounds[e].*side).latest == (b.bounds[e].*side).latest);
      RC_ASSERT((a.bounds[e].*side).frame == (b.bounds[e].*side).frame);
    }
}

}  // namespace

TEST_CASE("what is kept is consistent, and what is set aside cannot be added", "[graph][property]") {
  rc::prop("against the naive network", [] {
    RandomEvidence random = random_evidence();
    const Solution solution = solve(timexes, events, random.evidence, random.dct);
    kept(random.evidence);
    for (const std::uint32_t i : solution.set_aside) {
      naive::World world = kept(random.evidence);
      RC_ASSERT(!world.believe(random.evidence[i]));
    }
  });
}

TEST_CASE("each contradiction stands by itself, and without what was set aside it is none", "[graph][property]") {
  rc::prop("every cycle is one, and its least trusted constraint went", [] {
    RandomEvidence random = random_evidence();
    const Solution solution = solve(timexes, events, random.evidence, random.dct);
    RC_ASSERT(solution.conflicts.size() == solution.set_aside.size());
    for (const Conflict& conflict : solution.conflicts) {
      RC_ASSERT(!naive::consistent(timexes, events, random.evidence, conflict.cycle));
      std::vector<std::uint32_t> others = conflict.cycle;
      std::erase(others, conflict.set_aside);
      RC_ASSERT(others.size() + 1 == conflict.cycle.size());
      RC_ASSERT(naive::consistent(timexes, events, random.evidence, others));
      for (const std::uint32_t other : others) {
        RC_ASSERT(!random.evidence[other].set_aside);
        RC_ASSERT(random.evidence[other].trust >= random.evidence[conflict.set_aside].trust);
      }
    }
  });
}

TEST_CASE("shuffled evidence gives the same solution", "[graph][property]") {
  rc::prop("bounds, ranks, order and conflicts", [] {
    RandomEvidence random = random_evidence();
    std::vector<Evidence> shuffled = random.evidence;
    for (std::size_t i = shuffled.size(); i > 1; --i)
      std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange(std::size_t{0}, i)]);
    const Solution a = solve(timexes, events, random.evidence, random.dct);
    const Solution b = solve(timexes, events, shuffled, random.dct);
    same_bounds(a, b);
    RC_ASSERT(a.order.rank == b.order.rank);
    RC_ASSERT(a.order.line == b.order.line);
    RC_ASSERT(a.conflicts.size() == b.conflicts.size());
    for (std::size_t i = 0; i < a.conflicts.size(); ++i) {
      RC_ASSERT(a.conflicts[i].cycle.size() == b.conflicts[i].cycle.size());
      for (std::size_t j = 0; j < a.conflicts[i].cycle.size(); ++j)
        RC_ASSERT(content(random.evidence[a.conflicts[i].cycle[j]]) == content(shuffled[b.conflicts[i].cycle[j]]));
    }
  });
}

TEST_CASE("a redundant constraint changes nothing", "[graph][property]") {
  rc::prop("of any trust", [] {
    RandomEvidence random = random_evidence();
    const Solution a = solve(timexes, events, random.evidence, random.dct);
    const Point from = random_point(true), to = random_point(true);
    const auto at_most = kept(random.evidence).at_most(from, to);
    RC_PRE(at_most.has_value());
    std::vector<Evidence> more = random.evidence;
    const CivilSeconds slack = *rc::gen::inRange(0, 2) * 1000;
    more.push_back(naive::bound(from, to, unbounded_past, at_most->first + slack, 0.1 * *rc::gen::inRange(1, 10)));
    more.back().kind = EvidenceKind::signal;  // it states no date: a date tells in which frame an event lies
    const Solution b = solve(timexes, events, more, random.dct);
    RC_ASSERT(a.set_aside == b.set_aside);
    same_bounds(a, b);
    RC_ASSERT(a.order.rank == b.order.rank);
  });
}

TEST_CASE("bounds are those of the naive network", "[graph][property]") {
  rc::prop("in the calendar", [] {
    RandomEvidence random = random_evidence();
    const Solution solution = solve(timexes, events, random.evidence, random.dct);
    const naive::World world = kept(random.evidence);
    for (std::uint32_t e = 0; e < events; ++e) {
      const EventBounds& found = solution.bounds[e];
      Point root{};
      if (found.start.frame == Frame::open_year) root = {Point::Kind::open_year, 0, false};
      if (found.start.frame == Frame::document) root = {Point::Kind::document, 0, false};
      const auto after = world.at_most(root, naive::start(e)), before = world.at_most(naive::start(e), root);
      const auto last = world.at_most(root, naive::end(e)), first = world.at_most(naive::end(e), root);
      if (found.start.frame == Frame::none) {
        RC_ASSERT(!after);
        RC_ASSERT(!before);
        RC_ASSERT(!last);
        RC_ASSERT(!first);
        continue;
      }
      RC_ASSERT(found.start.earliest == (before ? -before->first : unbounded_past));
      RC_ASSERT(found.start.latest == (after ? after->first + (after->second < 0 ? 0 : 1) : unbounded_future));
      RC_ASSERT(found.end.latest == (last ? last->first : unbounded_future));
      RC_ASSERT(found.end.earliest == (first ? -first->first - (first->second < 0 ? 0 : 1) : unbounded_past));
    }
  });
}

TEST_CASE("guesses change no bounds of what the text dates", "[graph][property]") {
  rc::prop("whatever they say", [] {
    RandomEvidence random = random_evidence();
    const Solution sure = solve(timexes, events, random.evidence, random.dct);
    RandomEvidence guesses = random_evidence();
    std::vector<Evidence> all = random.evidence;
    for (Evidence& guess : guesses.evidence) {
      guess.kind = *rc::gen::element(EvidenceKind::model, EvidenceKind::narrative);
      guess.trust = 0.05;
      all.push_back(guess);
    }
    const Solution solution = solve(timexes, events, all, random.dct);
    const std::vector<Frame> frames = graph::frames_of_dates(random.evidence, timexes, events);
    for (std::uint32_t e = 0; e < events; ++e) {
      if (frames[e] == Frame::none) continue;
      RC_ASSERT(solution.bounds[e].start.frame == sure.bounds[e].start.frame);
      RC_ASSERT(solution.bounds[e].start.earliest == sure.bounds[e].start.earliest);
      RC_ASSERT(solution.bounds[e].start.latest == sure.bounds[e].start.latest);
      RC_ASSERT(solution.bounds[e].end.earliest == sure.bounds[e].end.earliest);
      RC_ASSERT(solution.bounds[e].end.latest == sure.bounds[e].end.latest);
      RC_ASSERT(!solution.guessed[e]);
    }
  });
}

TEST_CASE("the order says what is proven, all of it, and no more", "[graph][property]") {
  rc::prop("against the naive network", [] {
    RandomEvidence random = random_evidence();
    const EventOrder order = solve(timexes, events, random.evidence, random.dct).order;
    const naive::World world = kept(random.evidence);
    const auto first = [&](std::uint32_t a, std::uint32_t b) {
      return world.ordered(naive::start(a), naive::start(b), true);
    };
    const std::vector<std::vector<bool>> follows = test::closure(order.precedes);
    std::vector<std::uint32_t> place(events);
    for (std::uint32_t i = 0; i < events; ++i) place[order.line[i]] = i;
    for (std::uint32_t a = 0; a < events; ++a)
      for (std::uint32_t b = 0; b < events; ++b) {
        RC_ASSERT(follows[a][b] == first(a, b));
        if (order.rank[a] < order.rank[b]) RC_ASSERT(first(a, b));
        if (first(a, b)) RC_ASSERT(place[a] < place[b]);
        // Transitively reduced: what is named does not follow from another one that is.
        for (const std::uint32_t c : order.precedes[a])
          if (c != b && std::count(order.precedes[a].begin(), order.precedes[a].end(), b) > 0) RC_ASSERT(!first(c, b));
      }
    RC_ASSERT(order.left_out == 0);
  });
}

TEST_CASE("ranks are as fine as can be: what is cut apart anywhere is ranked apart", "[graph][property]") {
  rc::prop("against every cut of the line", [] {
    RandomEvidence random = random_evidence();
    const EventOrder order = solve(timexes, events, random.evidence, random.dct).order;
    const naive::World world = kept(random.evidence);
    RC_ASSERT(order.rank[order.line[0]] == 0);
    for (std::size_t cut = 1; cut < events; ++cut) {
      bool parted = true;
      for (std::size_t i = 0; i < cut; ++i)
        for (std::size_t j = cut; j < events; ++j)
          parted = parted && world.ordered(naive::start(order.line[i]), naive::start(order.line[j]), true);
      RC_ASSERT(order.rank[order.line[cut]] == order.rank[order.line[cut - 1]] + parted);
    }
  });
}

TEST_CASE("the relation of two events leaves exactly what each of Allen's relations allows", "[graph][property]") {
  rc::prop("against the naive network, and its converse for the converse pair", [] {
    RandomEvidence random = random_evidence();
    const Solution solution = solve(timexes, events, random.evidence, random.dct);
    const Network network(timexes, events, random.evidence);
    const std::uint32_t a = *rc::gen::inRange(0u, events), b = *rc::gen::inRange(0u, events);
    RC_PRE(a != b);
    const naive::World world = kept(random.evidence);
    const PairRelation relation = network.between(a, b), converse = network.between(b, a);
    // -1: a's point lies before b's; 0: the same; 1: after. For starts, a's start and b's end, a's end and b's start,
    // ends.
    constexpr int signs[13][4] = {{-1, -1, -1, -1}, {-1, -1, 0, -1}, {-1, -1, 1, -1}, {0, -1, 1, -1}, {1, -1, 1, -1},
                                  {1, -1, 1, 0},    {0, -1, 1, 0},   {-1, -1, 1, 0},  {-1, -1, 1, 1}, {0, -1, 1, 1},
                                  {1, -1, 1, 1},    {1, 0, 1, 1},    {1, 1, 1, 1}};
    for (unsigned r = 0; r < 13; ++r) {
      naive::World allowed = world;
      bool possible = true;
      for (int i = 0; i < 4; ++i) {
        const Point p = i < 2 ? naive::start(a) : naive::end(a), q = i % 2 == 0 ? naive::start(b) : naive::end(b);
        const int sign = signs[r][i];
        if (sign == 0) possible = possible && allowed.believe(naive::bound(p, q, 0, 0));
        if (sign < 0) possible = possible && allowed.believe_before(p, q);
        if (sign > 0) possible = possible && allowed.believe_before(q, p);
      }
      RC_ASSERT(((relation.allen >> r & 1) != 0) == possible);
      RC_ASSERT(((relation.allen >> r) & 1) == ((converse.allen >> (12 - r)) & 1));
    }
    RC_ASSERT(relation.allen != 0);
    RC_ASSERT(relation.starts_before == world.ordered(naive::start(a), naive::start(b), true));
    RC_ASSERT((relation.order == PairOrder::before) == world.ordered(naive::end(a), naive::start(b), false));
    RC_ASSERT((relation.order == PairOrder::before) == (converse.order == PairOrder::after));
    RC_ASSERT(!(relation.order == PairOrder::before && converse.order == PairOrder::before));
    if (solution.order.rank[a] < solution.order.rank[b]) RC_ASSERT(relation.starts_before);
  });
}

TEST_CASE("every chain is found where there is one, and proves its claim", "[graph][property]") {
  rc::prop("against the naive network and the checker", [] {
    RandomEvidence random = random_evidence();
    solve(timexes, events, random.evidence, random.dct);
    const naive::World world = kept(random.evidence);
    const Network network(timexes, events, random.evidence);
    const Point earlier = random_point(true), later = random_point(true);
    RC_PRE(!(earlier == later));
    const bool strictly = *rc::gen::arbitrary<bool>();
    const auto chain = network.chain(earlier, later, strictly);
    RC_ASSERT(!chain.empty() == world.ordered(earlier, later, strictly));
    if (!chain.empty()) RC_ASSERT(proves(chain, random.evidence, earlier, later, strictly));
  });
}
