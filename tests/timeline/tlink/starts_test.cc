#include "timeline/tlink/starts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

using namespace annal;

namespace {

using Ranks = std::vector<std::uint32_t>;

/// The weight of the answers that the ranks agree with.
std::int64_t agreed(const Ranks& rank, const std::vector<StartAnswer>& answers) {
  std::int64_t sum = 0;
  for (const StartAnswer& x : answers)
    if ((x.weight > 0) == (rank[x.a] < rank[x.b])) sum += std::abs(x.weight);
  return sum;
}

}  // namespace

TEST_CASE("Answers that can all hold do all hold in the order of starts", "[timeline][relation]") {
  CHECK(order_of_starts(0, {}).empty());
  CHECK(order_of_starts(3, {}) == Ranks{0, 1, 2});
  CHECK(order_of_starts(3, {{0, 1, -5}, {1, 2, 7}, {0, 2, -1}}) == Ranks{2, 0, 1});
  CHECK(order_of_starts(4, {{0, 3, -2}, {1, 3, -2}, {2, 3, -2}}) == Ranks{1, 2, 3, 0});
}

TEST_CASE("Of answers that go round in a ring the weakest gives way", "[timeline][relation]") {
  CHECK(order_of_starts(3, {{0, 1, 9}, {1, 2, 8}, {0, 2, -3}}) == Ranks{0, 1, 2});
  CHECK(order_of_starts(3, {{0, 1, 3}, {1, 2, 8}, {0, 2, -9}}) == Ranks{2, 0, 1});
}

TEST_CASE("No single move makes an order of starts agree with more, and its ranks are each used once",
          "[timeline][relation]") {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    const auto count = static_cast<std::uint32_t>(2 + random() % 7);
    std::vector<StartAnswer> answers;
    for (std::uint32_t a = 0; a < count; ++a)
      for (std::uint32_t b = a + 1; b < count; ++b)
        if (random() % 3 != 0) answers.push_back({a, b, static_cast<std::int32_t>(random() % 401) - 200});
    const Ranks rank = order_of_starts(count, answers);
    Ranks order(count);
    for (std::uint32_t i = 0; i < count; ++i) order.at(rank[i]) = i;
    Ranks sorted = rank;
    std::sort(sorted.begin(), sorted.end());
    Ranks every(count);
    std::iota(every.begin(), every.end(), 0U);
    REQUIRE(sorted == every);
    for (std::uint32_t from = 0; from < count; ++from)
      for (std::uint32_t to = 0; to < count; ++to) {
        Ranks moved = order;
        moved.erase(moved.begin() + from);
        moved.insert(moved.begin() + to, order[from]);
        Ranks other(count);
        for (std::uint32_t i = 0; i < count; ++i) other[moved[i]] = i;
        CHECK(agreed(other, answers) <= agreed(rank, answers));
      }
  }
}
