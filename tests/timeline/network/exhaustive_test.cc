// Every small world: two events (four points), each pair of points without a bound or with one of six, held against the
// naive network.
#include <catch2/catch.hpp>

#include "tests/timeline/network/checker.h"
#include "tests/timeline/network/naive.h"
#include "timeline/network/network.h"

using namespace annal;

namespace {

struct Sides {
  CivilSeconds low, high;
};
constexpr std::array<Sides, 6> bounds_of_a_pair{
    {{0, unbounded_future}, {1, unbounded_future}, {unbounded_past, 0}, {unbounded_past, -1}, {0, 0}, {-1, 1}}};
const std::array<Point, 4> points{naive::start(0), naive::end(0), naive::start(1), naive::end(1)};

/// The world of number `code`: in base seven, one digit for each of the six pairs of points. Trust falls from the pair
/// `first` on.
std::vector<Evidence> world(std::size_t code, std::size_t first) {
  std::vector<Evidence> evidence;
  std::size_t pair = 0;
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = i + 1; j < points.size(); ++j, ++pair, code /= 7) {
      if (code % 7 == 0) continue;
      const Sides sides = bounds_of_a_pair[code % 7 - 1];
      const double trust = 0.9 - 0.1 * static_cast<double>((pair + first) % 6);
      evidence.push_back(naive::bound(points[i], points[j], sides.low, sides.high, trust));
    }
  return evidence;
}

/// The least number of constraints that make `holds` true, of those not set aside; n + 1 where not even all do.
template <class Holds>
std::size_t fewest(const std::vector<Evidence>& evidence, Holds holds) {
  std::size_t best = evidence.size() + 1;
  for (unsigned set = 0; set < 1u << evidence.size(); ++set) {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < evidence.size(); ++i)
      if (set >> i & 1 && !evidence[i].set_aside) chosen.push_back(i);
    if (chosen.size() < best && chosen.size() == static_cast<std::size_t>(__builtin_popcount(set)) && holds(chosen))
      best = chosen.size();
  }
  return best;
}

constexpr std::size_t worlds = 7 * 7 * 7 * 7 * 7 * 7;

}  // namespace

TEST_CASE("in every small world the solver believes what the naive network believes", "[graph][exhaustive]") {
  std::size_t contradictions = 0, wrong = 0;
  for (std::size_t code = 0; code < worlds; ++code) {
    std::vector<Evidence> evidence = world(code, code % 6);
    const std::size_t stated = evidence.size();
    const Solution solution = solve(0, 2, evidence, Dct{});
    std::vector<std::uint32_t> order(stated);
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return evidence[a].trust > evidence[b].trust; });
    naive::World naive(0, 2);
    for (const std::uint32_t i : order) wrong += naive.believe(evidence[i]) == evidence[i].set_aside;
    contradictions += solution.conflicts.size();
    const bool first = naive.ordered(points[0], points[2], true), second = naive.ordered(points[2], points[0], true);
    wrong += first != (solution.order.rank[0] < solution.order.rank[1]);
    wrong += second != (solution.order.rank[1] < solution.order.rank[0]);
  }
  CHECK(wrong == 0);
  CHECK(contradictions > 10'000);
}

TEST_CASE("in small worlds every chain proves its claim with the fewest constraints", "[graph][exhaustive]") {
  std::size_t chains = 0, wrong = 0;
  for (std::size_t code = 0; code < worlds; code += 53) {
    std::vector<Evidence> evidence = world(code, code % 6);
    const std::size_t stated = evidence.size();
    solve(0, 2, evidence, Dct{});
    const Network network(0, 2, evidence);
    evidence.resize(stated);
    for (const Point& earlier : points)
      for (const Point& later : points)
        for (const bool strictly : {false, true}) {
          if (earlier == later) continue;
          const auto chain = network.chain(earlier, later, strictly);
          const std::size_t needed = fewest(evidence, [&](const std::vector<std::uint32_t>& chosen) {
            naive::World world(0, 2);
            for (const std::uint32_t i : chosen) world.believe(evidence[i]);
            return world.ordered(earlier, later, strictly);
          });
          wrong += chain.empty() != (needed == evidence.size() + 1);
          if (chain.empty()) continue;
          ++chains;
          const auto constraints =
              std::count_if(chain.begin(), chain.end(), [](const auto& l) { return l.evidence >= 0; });
          wrong += static_cast<std::size_t>(constraints) != needed;
          wrong += !proves(chain, evidence, earlier, later, strictly);
        }
  }
  CHECK(wrong == 0);
  CHECK(chains > 1'000);
}

TEST_CASE("in small worlds every contradiction is told with the fewest constraints", "[graph][exhaustive]") {
  std::size_t contradictions = 0, wrong = 0;
  for (std::size_t code = 0; code < worlds; code += 53) {
    std::vector<Evidence> evidence = world(code, code % 6);
    const std::size_t stated = evidence.size();
    const Solution solution = solve(0, 2, evidence, Dct{});
    evidence.resize(stated);
    for (const Conflict& conflict : solution.conflicts) {
      ++contradictions;
      const Evidence& rejected = evidence[conflict.set_aside];
      const std::size_t needed = fewest(evidence, [&](std::vector<std::uint32_t> chosen) {
        // Only what is trusted more stands against it.
        for (const std::uint32_t i : chosen)
          if (evidence[i].trust < rejected.trust) return false;
        chosen.push_back(conflict.set_aside);
        return !naive::consistent(0, 2, evidence, chosen);
      });
      wrong += conflict.cycle.size() != needed + 1;
    }
  }
  CHECK(wrong == 0);
  CHECK(contradictions > 1'000);
}
