// What follows from `precedes`: the transitive closure, slowly.
#pragma once

#include <cstdint>
#include <vector>

namespace annal::test {

/// Of each event and each other whether a chain of `precedes` leads from the one to the other.
inline std::vector<std::vector<bool>> closure(const std::vector<std::vector<std::uint32_t>>& precedes) {
  std::vector<std::vector<bool>> follows(precedes.size(), std::vector<bool>(precedes.size(), false));
  for (std::size_t a = 0; a < precedes.size(); ++a) {
    std::vector<std::uint32_t> open = precedes[a];
    while (!open.empty()) {
      const std::uint32_t b = open.back();
      open.pop_back();
      if (follows[a][b]) continue;
      follows[a][b] = true;
      open.insert(open.end(), precedes[b].begin(), precedes[b].end());
    }
  }
  return follows;
}

}  // namespace annal::test
