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
  std::vector<double> place(count);
  for (int pass = 0; pass < most_passes; ++pass) {
    for (std::uint32_t i = 0; i < count; ++i) place[order[i]] = i;
    bool moved = false;
    for (std::uint32_t i = 0; i < count; ++i) {
      std::vector<Neighbour>& near = of[i];
      if (near.empty()) continue;
      std::sort(near.begin(), near.end(), [&](const Neighbour& x, const Neighbour& y) {
        return place[x.other] != place[y.other] ? place[x.other] < place[y.other] : x.other < y.other;
      });
      // What is lost or won, against the first slot, by standing behind each.
      std::int64_t here = 0, best = 0, won = 0;
      std::size_t slot = 0;
      for (std::size_t k = 0; k < near.size(); ++k) {
        won -= near[k].gain;
        if (place[near[k].other] < place[i]) here = won;
        if (won > best) {
          best = won;
          slot = k + 1;
        }
      }
      if (best <= here) continue;
      moved = true;
      if (slot == 0)
        place[i] = place[near.front().other] - 0.5;
      else if (slot == near.size())
        place[i] = place[near.back().other] + 0.5;
      else
        place[i] = (place[near[slot - 1].other] + place[near[slot].other]) / 2;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return place[a] < place[b]; });
    if (!moved) break;
  }
  for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
  return rank;
}

}  // namespace annal
