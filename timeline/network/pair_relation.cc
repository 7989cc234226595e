#include "timeline/network/pair_relation.h"

#include <span>
#include <utility>
#include <vector>

namespace annal::graph {
namespace {

/// Whether `points` allow the further bounds: to - from <= weight for each.
struct Further {
  int from, to;
  Weight weight;
};
bool allows(FourPoints points, std::span<const Further> further) {
  for (const Further& bound : further) {
    if (points[bound.to][bound.from] < unreachable && points[bound.to][bound.from] + bound.weight < Weight{})
      return false;
    points[bound.from][bound.to] = std::min(points[bound.from][bound.to], bound.weight);
    for (int u = 0; u < 4; ++u)
      for (int v = 0; v < 4; ++v) {
        if (points[u][bound.from] == unreachable || points[bound.to][v] == unreachable) continue;
        points[u][v] = std::min(points[u][v], points[u][bound.from] + bound.weight + points[bound.to][v]);
      }
  }
  return true;
}

/// Allen's relations, in the order of their bits, by the four comparisons that define them: of a's start with b's start
/// and end, and of a's end with b's start and end (-1 lies before, 0 is, 1 lies after).
constexpr std::array<std::array<int, 4>, 13> comparisons{{
    {-1, -1, -1, -1},  // before
    {-1, -1, 0, -1},   // meets
    {-1, -1, 1, -1},   // overlaps
    {0, -1, 1, -1},    // starts
    {1, -1, 1, -1},    // during
    {1, -1, 1, 0},     // finishes
    {0, -1, 1, 0},     // equals
    {-1, -1, 1, 0},    // finished by
    {-1, -1, 1, 1},    // contains
    {0, -1, 1, 1},     // started by
    {1, -1, 1, 1},     // overlapped by
    {1, 0, 1, 1},      // met by
    {1, 1, 1, 1},      // after
}};

std::uint16_t allen_of(const FourPoints& points) {
  constexpr std::array<std::pair<int, int>, 4> pairs{{{0, 2}, {0, 3}, {1, 2}, {1, 3}}};
  std::uint16_t left = 0;
  for (std::size_t relation = 0; relation < comparisons.size(); ++relation) {
    std::vector<Further> further;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto [a, b] = pairs[i];
      const int sign = comparisons[relation][i];
      if (sign <= 0) further.push_back({b, a, {0, sign < 0 ? -1 : 0}});
      if (sign >= 0) further.push_back({a, b, {0, sign > 0 ? -1 : 0}});
    }
    if (allows(points, further)) left = static_cast<std::uint16_t>(left | 1u << relation);
  }
  return left;
}

constexpr std::uint16_t earlier = allen_before | allen_meets;
constexpr std::uint16_t later = allen_after | allen_met_by;
constexpr std::uint16_t including = allen_contains | allen_started_by | allen_finished_by | allen_equals;
constexpr std::uint16_t included = allen_during | allen_starts | allen_finishes | allen_equals;

PairOrder order_of(std::uint16_t allen) {
  const auto within = [&](unsigned set) { return (allen & ~set) == 0; };
  if (within(earlier)) return PairOrder::before;
  if (within(later)) return PairOrder::after;
  if (within(allen_equals)) return PairOrder::simultaneous;
  if (within(including)) return PairOrder::includes;
  if (within(included)) return PairOrder::is_included;
  return (allen & (earlier | later)) == 0 ? PairOrder::overlaps : PairOrder::unknown;
}

}  // namespace

PairRelation pair_relation(const FourPoints& points) {
  PairRelation relation;
  // Most pairs are not tied at all: where neither interval has a greatest length, nothing is excluded.
  bool tied = points[0][1] < unreachable || points[2][3] < unreachable;
  for (std::size_t a = 0; a < 2; ++a)
    for (std::size_t b = 2; b < 4; ++b) tied = tied || points[a][b] < unreachable || points[b][a] < unreachable;
  if (!tied) return relation;
  relation.starts_before = points[2][0] < Weight{};
  relation.starts_after = points[0][2] < Weight{};
  relation.allen = allen_of(points);
  relation.order = order_of(relation.allen);
  return relation;
}

}  // namespace annal::graph
