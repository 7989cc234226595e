#include "timeline/collection/average_link.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace annal {
namespace {

using Clusters = std::vector<std::vector<std::uint32_t>>;

const auto always = [](const std::vector<std::uint32_t>&, const std::vector<std::uint32_t>&) { return true; };

}  // namespace

TEST_CASE("clusters come together by the average over all of their pairs", "[timeline][collection]") {
  // 0-1-2 are alike; 3 is like 2 alone, so that the average of 3 with the other three is below the least.
  const std::vector<Likeness> pairs{{0, 1, 90}, {0, 2, 80}, {1, 2, 80}, {2, 3, 60}};
  CHECK(average_link(4, pairs, {50, 0, 0}, always) == Clusters{{0, 1, 2}});
  CHECK(average_link(4, pairs, {20, 0, 0}, always) == Clusters{{0, 1, 2, 3}});
  CHECK(average_link(4, pairs, {20, -60, 0}, always) == Clusters{{0, 1, 2}});
  CHECK(average_link(4, pairs, {95, 0, 0}, always).empty());
  CHECK(average_link(0, {}, {0, -1, 0}, always).empty());
}

TEST_CASE("of items of which only the nearest are listed, those that could not be listed do not count",
          "[timeline][collection]") {
  const std::vector<Likeness> ring{{0, 1, 80}, {1, 2, 80}, {2, 3, 80}, {0, 3, 80}};
  CHECK(average_link(4, ring, {50, 0, 0}, always) == Clusters{{0, 1}, {2, 3}});
  CHECK(average_link(4, ring, {50, 0, 1}, always) == Clusters{{0, 1, 2, 3}});
}

TEST_CASE("clusters that exclude each other do not come together, by others neither", "[timeline][collection]") {
  const std::vector<Likeness> pairs{{0, 1, 90}, {1, 2, 90}, {0, 2, 90}};
  const auto never_0_and_2 = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const auto has = [&](std::uint32_t item) {
      return std::count(a.begin(), a.end(), item) + std::count(b.begin(), b.end(), item) > 0;
    };
    return !(has(0) && has(2));
  };
  CHECK(average_link(3, pairs, {50, 0, 0}, never_0_and_2) == Clusters{{0, 1}});
}

}  // namespace annal
