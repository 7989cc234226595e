#include "timeline/network/trust_order.h"

#include <algorithm>
#include <compare>
#include <tuple>

namespace annal::graph {

std::vector<std::uint32_t> by_trust(std::span<const Evidence> evidence) {
  // What nearly always decides, side by side in memory; the rest is looked up.
  struct Key {
    double distrust;
    std::uint32_t kind, begin, index;
  };
  std::vector<Key> keys;
  keys.reserve(evidence.size());
  for (std::uint32_t i = 0; i < evidence.size(); ++i) {
    const Evidence& e = evidence[i];
    // A trust that is no number is no trust, and must not upset the sort.
    keys.push_back({e.trust > 0 ? -e.trust : 0.0, static_cast<std::uint32_t>(e.kind), e.words.begin, i});
  }
  const auto point = [](const Point& p) { return std::tuple(p.kind, p.index, p.is_end); };
  std::sort(keys.begin(), keys.end(), [&](const Key& i, const Key& j) {
    if (i.distrust != j.distrust) return i.distrust < j.distrust;
    if (i.kind != j.kind) return i.kind < j.kind;
    if (i.begin != j.begin) return i.begin < j.begin;
    const Evidence &a = evidence[i.index], &b = evidence[j.index];
    const auto first = [&](const Evidence& e) {
      return std::tuple(e.words.end, point(e.from), point(e.to), e.low, e.high, e.strict);
    };
    if (const auto order = first(a) <=> first(b); order != 0) return order < 0;
    return std::tie(a.rule, i.index) < std::tie(b.rule, j.index);
  });
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const Key& key : keys) order.push_back(key.index);
  return order;
}

}  // namespace annal::graph
