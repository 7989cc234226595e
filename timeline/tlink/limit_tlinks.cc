#include "timeline/tlink/limit_tlinks.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace annal {

std::size_t limit_tlinks(std::vector<TLink>& links, std::size_t most) {
  if (links.size() <= most) return 0;
  std::vector<std::uint32_t> by_weight(links.size());
  std::iota(by_weight.begin(), by_weight.end(), 0u);
  const auto weight = [&](std::uint32_t l) {
    return std::tuple(links[l].kind == EvidenceKind::calendar, -links[l].trust, l);
  };
  const auto first_left_out = by_weight.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(by_weight.begin(), first_left_out, by_weight.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return weight(a) < weight(b); });
  std::vector<bool> keep(links.size(), false);
  std::for_each(by_weight.begin(), first_left_out, [&](std::uint32_t l) { keep[l] = true; });
  std::size_t at = 0;
  const std::size_t left_out = links.size() - most;
  std::erase_if(links, [&](const TLink&) { return !keep[at++]; });
  links.shrink_to_fit();
  return left_out;
}

}  // namespace annal
