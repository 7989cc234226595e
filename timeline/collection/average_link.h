// Average-link clustering: what is alike on average, over all pairs of two clusters, comes together, the most alike
// first. So one likeness alone does not chain two clusters.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace annal {

/// How alike two items are.
struct Likeness {
  std::uint32_t a = 0, b = 0;  ///< a < b
  std::int32_t value = 0;
};

struct AverageLink {
  std::int32_t least = 0;        ///< clusters come together whose average is this at least
  std::int32_t unknown = 0;      ///< the value of a pair that is not listed, below `least`
  std::uint32_t most_known = 0;  ///< of each item so many pairs are listed at most; 0: all that are alike
};

/// The clusters of `items` items that have two members at least, each ascending, in order of their first members.
/// `together` says of two clusters, by their members, whether nothing forbids them to come together. `pairs` lists each
/// pair once. Linear in the pairs but for sorting, while clusters are small.
std::vector<std::vector<std::uint32_t>> average_link(
    std::size_t items, const std::vector<Likeness>& pairs, const AverageLink& options,
    const std::function<bool(const std::vector<std::uint32_t>&, const std::vector<std::uint32_t>&)>& together);

}  // namespace annal
