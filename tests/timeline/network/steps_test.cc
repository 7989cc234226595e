// The cost of the network, in edges looked at: twice the story, twice the steps.
#include <catch2/catch.hpp>
#include <numeric>

#include "tests/timeline/network/naive.h"
#include "timeline/network/consistency.h"
#include "timeline/network/network.h"
#include "timeline/network/order.h"
#include "timeline/network/schedule.h"
#include "timeline/network/trust_order.h"

using namespace annal;
using namespace annal::graph;

namespace {

struct Steps {
  std::uint64_t believing, ranking;
};

Steps steps(std::uint32_t events, const std::vector<Evidence>& evidence) {
  const PointNumbers points(0, events);
  const auto constraints = constraints_of(evidence, by_trust(evidence), points);
  const ConstraintGraph graph = constraint_graph(points, constraints);
  Consistency consistency(graph, constraints);
  std::size_t rejected = 0;
  consistency.accept_all([&](std::uint32_t) { ++rejected; });
  REQUIRE(rejected == 0);
  const ConsistentGraph network{graph, consistency.accepted(), consistency.potential()};
  const std::vector<Root> roots{{at_most_before(network, 0), at_most_after(network, 0)}};
  const EventOrder order =
      order_events(network, points, roots, schedule(network, points, std::vector<Pin>{{PointNumbers::origin, {}}}));
  return {consistency.steps(), order.steps};
}

/// A permutation of 0 .. n-1 without pattern.
std::vector<std::uint32_t> shuffled(std::uint32_t n) {
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0u);
  std::uint32_t state = 1;
  for (std::uint32_t i = n; i > 1; --i) {
    state = state * 1664525u + 1013904223u;
    std::swap(order[i - 1], order[(std::uint64_t{state} * i) >> 32]);
  }
  return order;
}

/// A chain of events in the order given, without dates or all in one day.
std::vector<Evidence> chain(const std::vector<std::uint32_t>& order, bool in_one_day) {
  std::vector<Evidence> evidence;
  for (std::size_t i = 1; i < order.size(); ++i) evidence.push_back(naive::before(order[i - 1], order[i]));
  for (const std::uint32_t e : order) {
    if (!in_one_day) break;
    evidence.push_back(naive::bound(Point{}, naive::start(e), 0, unbounded_future));
    evidence.push_back(naive::bound(Point{}, naive::end(e), unbounded_past, seconds_per_day));
  }
  return evidence;
}

}  // namespace

TEST_CASE("twice the events take twice the steps, in any order of the text", "[graph]") {
  const bool in_one_day = GENERATE(false, true);
  const int arrangement = GENERATE(0, 1, 2);
  CAPTURE(in_one_day, arrangement);
  const auto measured = [&](std::uint32_t n) {
    std::vector<std::uint32_t> order = shuffled(n);
    if (arrangement < 2) std::sort(order.begin(), order.end());
    if (arrangement == 1) std::reverse(order.begin(), order.end());
    return steps(n, chain(order, in_one_day));
  };
  const Steps one = measured(1'000), two = measured(2'000);
  CHECK(10 * two.believing < 22 * one.believing);
  CHECK(10 * two.ranking < 22 * one.ranking);
  CHECK(two.believing < 100 * 2'000);
  CHECK(two.ranking < 100 * 2'000);
}

TEST_CASE("contradictions among dated events cost steps in proportion to the text", "[graph]") {
  // Each event has its day, in a pattern that goes up and down; each is said to be before the next, which every other
  // time is wrong.
  const auto measured = [](std::uint32_t n) {
    std::vector<Evidence> evidence;
    for (std::uint32_t e = 0; e < n; ++e) {
      const std::int64_t day = (std::int64_t{e} - (e % 2 == 0 ? 0 : 2)) * seconds_per_day;
      evidence.push_back(naive::bound(Point{}, naive::start(e), day, unbounded_future));
      evidence.push_back(naive::bound(Point{}, naive::end(e), unbounded_past, day + seconds_per_day));
    }
    for (std::uint32_t e = 1; e < n; ++e) evidence.push_back(naive::before(e - 1, e));
    const PointNumbers points(0, n);
    const auto constraints = constraints_of(evidence, by_trust(evidence), points);
    const ConstraintGraph graph = constraint_graph(points, constraints);
    Consistency consistency(graph, constraints);
    std::size_t rejected = 0;
    consistency.accept_all([&](std::uint32_t) { ++rejected; });
    REQUIRE(rejected == n / 2);
    return consistency.steps();
  };
  // n log n: each block that fails is tried again in halves.
  const std::uint64_t one = measured(2'000), two = measured(8'000);
  CHECK(10 * two < 60 * one);
  CHECK(two < 600 * 8'000);
}

TEST_CASE("a contradiction next to what it contradicts is found without a look at the rest", "[graph]") {
  // A chain in one day; then each of its events is said to lie before the day, which the first bound of each refutes.
  const auto measured = [](std::uint32_t n) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    std::vector<Evidence> evidence = chain(order, true);
    for (std::uint32_t e = 0; e < n; ++e) {
      evidence.push_back(naive::bound(naive::end(e), Point{}, 0, unbounded_future));
      evidence.back().trust = 0.1;
    }
    const PointNumbers points(0, n);
    const auto constraints = constraints_of(evidence, by_trust(evidence), points);
    const ConstraintGraph graph = constraint_graph(points, constraints);
    Consistency consistency(graph, constraints);
    std::size_t rejected = 0;
    consistency.accept_all([&](std::uint32_t) { ++rejected; });
    REQUIRE(rejected == n);
    return consistency.steps();
  };
  const std::uint64_t one = measured(2'000), two = measured(4'000);
  CHECK(10 * two < 24 * one);
}

TEST_CASE("contradictions that would each take a look at everything are left out beyond a number of steps", "[graph]") {
  // A chain, and constraints that say its end lies before its beginning: each is refuted by the chain as a whole alone.
  const auto measured = [](std::uint32_t n, std::size_t& left_out) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    std::vector<Evidence> evidence = chain(order, false);
    for (std::uint32_t i = 0; i < n; ++i) {
      evidence.push_back(naive::before(n - 1 - i % 7, i % 5));
      evidence.back().trust = 0.1;
    }
    const PointNumbers points(0, n);
    const auto constraints = constraints_of(evidence, by_trust(evidence), points);
    const ConstraintGraph graph = constraint_graph(points, constraints);
    Consistency consistency(graph, constraints);
    std::size_t rejected = 0;
    consistency.accept_all([&](std::uint32_t) { ++rejected; });
    left_out = consistency.left_out().size();
    REQUIRE(rejected + left_out == n);
    for (std::uint32_t i = 0; i < n - 1; ++i) REQUIRE(consistency.accepted(i));  // the chain, trusted more, stands
    return consistency.steps();
  };
  std::size_t left_out = 0;
  measured(200, left_out);
  CHECK(left_out == 0);  // no article of a usual size comes near
  const std::uint64_t one = measured(16'000, left_out);
  CHECK(left_out > 0);
  const std::uint64_t two = measured(32'000, left_out);
  CHECK(10 * two < 24 * one);
}

TEST_CASE("what is left out is set aside, counted, and no contradiction", "[graph]") {
  constexpr std::uint32_t n = 4'000;
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0u);
  std::vector<Evidence> evidence = chain(order, false);
  for (std::uint32_t i = 0; i < 500; ++i) {
    evidence.push_back(naive::before(n - 1 - i % 7, i % 5));
    evidence.back().trust = 0.1;
  }
  const Solution solution = solve(0, n, evidence, Dct{});
  CHECK(solution.left_out > 0);
  CHECK(solution.conflicts.size() + solution.left_out == 500);
  CHECK(solution.set_aside.size() == 500);
  std::size_t told = 0;
  for (const Conflict& conflict : solution.conflicts) told += conflict.cycle.size();
  CHECK(told < 100'000);
  CHECK(std::count_if(evidence.begin(), evidence.end(), [](const Evidence& e) { return e.set_aside; }) == 500);
}

TEST_CASE("a point on which all that is dated hangs is not looked at whole for each contradiction", "[graph]") {
  // Events on days of the one open year; each is said to lie before the one before it, which its day refutes.
  const auto measured = [](std::uint32_t n) {
    const Point year{Point::Kind::open_year, 0, false};
    std::vector<Evidence> evidence;
    for (std::uint32_t e = 0; e < n; ++e) {
      const std::int64_t day = std::int64_t{e % 300} * seconds_per_day;
      evidence.push_back(naive::bound(year, naive::start(e), day, day));
      evidence.push_back(naive::bound(year, naive::end(e), day + seconds_per_day, day + seconds_per_day));
      if (e == 0) continue;
      evidence.push_back(naive::before(e, e - 1));
      evidence.back().trust = 0.1;
    }
    const PointNumbers points(0, n);
    const auto constraints = constraints_of(evidence, by_trust(evidence), points);
    const ConstraintGraph graph = constraint_graph(points, constraints);
    Consistency consistency(graph, constraints);
    consistency.accept_all([](std::uint32_t) {});
    return consistency.steps();
  };
  const std::uint64_t one = measured(8'000), two = measured(16'000);
  CHECK(10 * two < 24 * one);
  CHECK(two < 1'000 * 16'000);
}
