// The network on synthetic stories: two points an event, six events in ten with a day's bounds, local order among
// neighbours in the text, and now and then a claim that contradicts the rest.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "timeline/explain/why.h"
#include "timeline/network/network.h"

namespace {

using namespace annal;

/// A generator of our own, so that every run measures the same story (Numerical Recipes, 7.1, the quick and dirty one).
struct Random {
  std::uint32_t state = 12345;
  std::uint32_t below(std::uint32_t n) {
    state = state * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>((std::uint64_t{state} * n) >> 32);
  }
};

Point start(std::uint32_t event) { return {Point::Kind::event, event, false}; }
Point end(std::uint32_t event) { return {Point::Kind::event, event, true}; }

/// Event e happened some time round day e / 4. One constraint in `contradictions` says the opposite (0: none does).
std::vector<Evidence> story(std::uint32_t events, std::uint32_t contradictions) {
  Random random;
  std::vector<Evidence> evidence;
  const auto day_of = [](std::uint32_t e) { return CivilSeconds{e / 4} * seconds_per_day; };
  const auto add = [&](Point from, Point to, CivilSeconds low, CivilSeconds high, double trust) {
    Evidence e;
    e.from = from;
    e.to = to;
    e.low = low;
    e.high = high;
    e.rule = "synthetic";
    e.trust = trust;
    e.words.begin = 50 * from.index;  // where its event stands in the text, more or less
    e.words.end = e.words.begin + 10;
    evidence.push_back(e);
  };
  for (std::uint32_t e = 0; e < events; ++e) {
    if (random.below(10) < 6) {
      add(Point{}, start(e), day_of(e), unbounded_future, 0.9);
      add(Point{}, end(e), unbounded_past, day_of(e) + seconds_per_day, 0.9);
    }
    const std::uint32_t next = e + 1 + random.below(8);
    if (next >= events) continue;
    const bool wrong = contradictions != 0 && random.below(contradictions) == 0;
    // Only what lies on later days is certain to come later: the story without contradictions has none.
    if (wrong) {
      add(end(next), start(e), 0, unbounded_future, 0.5);
      add(end(e), start(next), 0, unbounded_future, 0.6);
    } else if (day_of(next) > day_of(e)) {
      add(end(e), start(next), 0, unbounded_future, 0.6);
    } else {
      add(start(e), start(next), -seconds_per_day, seconds_per_day, 0.7);
    }
  }
  return evidence;
}

void solve_network(benchmark::State& state) {
  const auto events = static_cast<std::uint32_t>(state.range(0));
  const std::vector<Evidence> said = story(events, static_cast<std::uint32_t>(state.range(1)));
  std::size_t conflicts = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Evidence> evidence = said;
    state.ResumeTiming();
    const Solution solution = solve(0, events, evidence, Dct{});
    conflicts = solution.conflicts.size();
    benchmark::DoNotOptimize(solution.order.rank.data());
  }
  state.counters["evidence"] = static_cast<double>(said.size());
  state.counters["conflicts"] = static_cast<double>(conflicts);
}
BENCHMARK(solve_network)
    ->ArgNames({"events", "contradict"})
    ->Args({50, 0})
    ->Args({1'000, 0})
    ->Args({100'000, 0})
    ->Args({1'000'000, 0})
    ->Args({1'000, 100})
    ->Args({100'000, 1'000})
    ->Unit(benchmark::kMillisecond);

/// A chain of events without any date, told from the last to the first: the worst case of a plain queue.
void solve_chain(benchmark::State& state) {
  const auto events = static_cast<std::uint32_t>(state.range(0));
  std::vector<Evidence> evidence;
  for (std::uint32_t e = 1; e < events; ++e) {
    Evidence constraint;
    constraint.from = end(e);
    constraint.to = start(e - 1);
    constraint.low = 0;
    evidence.push_back(constraint);
  }
  for (auto _ : state) benchmark::DoNotOptimize(solve(0, events, evidence, Dct{}).order.rank.data());
}
BENCHMARK(solve_chain)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void prove_a_pair(benchmark::State& state) {
  const auto events = static_cast<std::uint32_t>(state.range(0));
  const std::vector<Evidence> evidence = story(events, 0);
  const Network network(0, events, evidence);
  std::uint32_t a = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(network.chain(end(a), start(a + 40), false).size());
    a = (a + 7) % (events - 41);
  }
}
BENCHMARK(prove_a_pair)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

}  // namespace
