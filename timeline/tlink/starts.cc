#include "timeline/tlink/starts.h"

#include <algorithm>
#include <numeric>

namespace annal {
namespace {

constexpr int most_passes = 20;

struct Neighbour {
  std::uint32_t other = 0;
  std::int64_t gain = 0;  ///< of standing before it over standing after it
};

}  // namespace

std::vector<std::uint32_t> order_of_starts(std::uint32_t count, const std::vector<StartAnswer>& answers) {
  std::vector<std::vector<Neighbour>> of(count);
  for (const StartAnswer& answer : answers) {
    of[answer.a].push_back({answer.b, answer.weight});
    of[answer.b].push_back({answer.a, -std::int64_t{answer.weight}});
  }
  std::vector<std::uint32_t> order(count), rank(count);
  std::iota(order.begin(), order.end(), 0U);
  std::vector<double> position(count);
  for (int pass = 0; pass < most_passes; ++pass) {
    for (std::uint32_t i = 0; i < count; ++i) position[order[i]] = i;
    bool moved = false;
    for (std::uint32_t i = 0; i < count; ++i) {
      std::vector<Neighbour>& near = of[i];
      if (near.empty()) continue;
      std::sort(near.begin(), near.end(), [&](const Neighbour& x, const Neighbour& y) {
        return position[x.other] != position[y.other] ? position[x.other] < position[y.other] : x.other < y.other;
      });
      // What is lost or won, against the first gap, by standing behind each.
      std::int64_t here = 0, best = 0, won = 0;
      std::size_t gap = 0;
      for (std::size_t k = 0; k < near.size(); ++k) {
        won -= near[k].gain;
        if (position[near[k].other] < position[i]) here = won;
        if (won > best) {
          best = won;
          gap = k + 1;
        }
      }
      if (best <= here) continue;
      moved = true;
      if (gap == 0)
        position[i] = position[near.front().other] - 0.5;
      else if (gap == near.size())
        position[i] = position[near.back().other] + 0.5;
      else
        position[i] = (position[near[gap - 1].other] + position[near[gap].other]) / 2;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return position[a] < position[b]; });
    if (!moved) break;
  }
  for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
  return rank;
}

}  // namespace annal
