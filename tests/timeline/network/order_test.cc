// The order of events in texts and in large worlds: ranks and `precedes` claim what the network proves.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>

#include "tests/timeline/event/read.h"
#include "tests/timeline/network/naive.h"
#include "tests/timeline/network/order_closure.h"
#include "timeline/network/network.h"
#include "timeline/pipeline.h"

using namespace annal;

namespace {

/// Numbers without pattern.
class Random {
 public:
  std::uint32_t below(std::uint32_t n) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>((std::uint64_t{state_} * n) >> 32);
  }

 private:
  std::uint32_t state_ = 1;
};

/// Events of which some are dated, in days or weeks, and some are said to begin before others, by days or just before.
std::vector<Evidence> story(std::uint32_t events, Random& random) {
  std::vector<Evidence> evidence;
  for (std::uint32_t e = 0; e < events; ++e) {
    const CivilSeconds day = seconds_per_day * (random.below(events) + 1);
    const CivilSeconds last = day + seconds_per_day * (random.below(3) == 0 ? 7 : 1);
    const std::uint32_t kind = random.below(8);
    if (kind < 5) evidence.push_back(naive::bound(Point{}, naive::start(e), day, unbounded_future, 0.9));
    if (kind < 4) evidence.push_back(naive::bound(Point{}, naive::end(e), unbounded_past, last, 0.9));
    const std::uint32_t other = random.below(events);
    if (other == e || kind == 0) continue;
    const CivilSeconds lag = random.below(4) == 0 ? seconds_per_day * (random.below(5) - 1) : 0;
    const Point from = random.below(2) == 0 ? naive::start(e) : naive::end(e);
    evidence.push_back(naive::bound(from, naive::start(other), lag, unbounded_future, 0.5));
  }
  return evidence;
}

struct Order {
  std::vector<std::uint32_t> rank, place;
  std::vector<std::vector<std::uint32_t>> precedes;
};

Order order_of(const EventOrder& found) {
  Order order{found.rank, std::vector<std::uint32_t>(found.line.size()), found.precedes};
  for (std::uint32_t i = 0; i < found.line.size(); ++i) order.place[found.line[i]] = i;
  return order;
}

/// How many pairs are ranked or ordered without a proof, placed against one, or proven and not said.
std::size_t faults(const Order& order, const Network& network) {
  const auto count = static_cast<std::uint32_t>(order.rank.size());
  const std::vector<std::vector<bool>> follows = test::closure(order.precedes);
  std::vector<std::uint32_t> all(count);
  std::iota(all.begin(), all.end(), 0u);
  std::size_t wrong = 0;
  for (std::uint32_t b = 0; b < count; ++b) {
    const std::vector<PairRelation> relations = network.between_each(all, b);
    for (std::uint32_t a = 0; a < count; ++a) {
      const bool first = a != b && relations[a].starts_before;
      wrong += follows[a][b] != first;
      wrong += order.rank[a] < order.rank[b] && !first;
      wrong += first && order.place[a] >= order.place[b];
    }
  }
  return wrong;
}

}  // namespace

TEST_CASE("in any story what is ranked apart is proven, and what is proven is said", "[graph]") {
  Random random;
  for (const std::uint32_t events : {10u, 70u, 200u})
    for (int run = 0; run < 4; ++run) {
      CAPTURE(events, run);
      std::vector<Evidence> evidence = story(events, random);
      const EventOrder found = solve(0, events, evidence, Dct{}).order;
      CHECK(found.left_out == 0);
      CHECK(faults(order_of(found), Network(0, events, evidence)) == 0);
    }
}

TEST_CASE("in every sample what is ranked apart is proven, and what is proven is said", "[graph]") {
  for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/data/samples")) {
    if (entry.path().extension() != ".txt") continue;
    INFO(entry.path().stem().string());
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const Timeline timeline = build_timeline(test::analysed(text, "2016-11-14"), test::english());
    Order order;
    for (const Event& event : timeline.events) {
      order.rank.push_back(event.rank);
      order.place.push_back(event.position);
      order.precedes.push_back(event.precedes);
    }
    CHECK(faults(order, Network(timeline)) == 0);
  }
}

TEST_CASE("of many events each is compared with the next of the line, and with all by its dates", "[graph]") {
  // Three to a day, of which the last two are said to follow each other.
  constexpr std::uint32_t events = 6'000;
  std::vector<Evidence> evidence;
  for (std::uint32_t e = 0; e < events; ++e) {
    const CivilSeconds day = seconds_per_day * (e / 3);
    evidence.push_back(naive::bound(Point{}, naive::start(e), day, unbounded_future));
    evidence.push_back(naive::bound(Point{}, naive::end(e), unbounded_past, day + seconds_per_day));
    if (e % 3 == 2) evidence.push_back(naive::before(e - 1, e));
  }
  const EventOrder order = solve(0, events, evidence, Dct{}).order;
  CHECK(order.left_out == 0);
  std::size_t wrong = 0;
  for (std::uint32_t e = 0; e < events; ++e) {
    wrong += order.rank[e] != e / 3;
    std::vector<std::uint32_t> next{e + 3 - e % 3, e + 4 - e % 3};
    if (e % 3 == 1) next = {e + 1};
    if (next.back() >= events) next.clear();
    wrong += order.precedes[e] != next;
  }
  CHECK(wrong == 0);
}

TEST_CASE("of more orders than a reader needs each event keeps the next", "[graph]") {
  // 300 events of one day, 300 of the next: 90,000 pairs, none of which follows from another.
  constexpr std::uint32_t of_day = 300, most = (16'384 + 16 * 2 * of_day) / (2 * of_day);
  std::vector<Evidence> evidence;
  for (std::uint32_t e = 0; e < 2 * of_day; ++e) {
    const CivilSeconds day = seconds_per_day * (e / of_day);
    evidence.push_back(naive::bound(Point{}, naive::start(e), day, unbounded_future));
    evidence.push_back(naive::bound(Point{}, naive::end(e), unbounded_past, day + seconds_per_day));
  }
  const EventOrder order = solve(0, 2 * of_day, evidence, Dct{}).order;
  CHECK(order.left_out == of_day * (of_day - most));
  CHECK(order.precedes[0].size() == most);
  CHECK(order.precedes[0].front() == of_day);
  CHECK(order.rank[0] == 0);
  CHECK(order.rank[of_day] == 1);
}
