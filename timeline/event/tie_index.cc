#include <algorithm>

#include "timeline/event/tie.h"

namespace annal {

TieIndex::TieIndex(const std::vector<TimeTie>& ties, std::vector<std::uint32_t> aside) : aside_(std::move(aside)) {
  for (const TimeTie& tie : ties) {
    if (tie.clause >= 0) by_clause_.push_back(tie);
    if (tie.noun >= 0) by_noun_.push_back(tie);
  }
  std::stable_sort(by_clause_.begin(), by_clause_.end(),
                   [](const TimeTie& a, const TimeTie& b) { return a.clause < b.clause; });
  std::stable_sort(by_noun_.begin(), by_noun_.end(),
                   [](const TimeTie& a, const TimeTie& b) { return a.noun < b.noun; });
}

std::span<const TimeTie> TieIndex::of(const std::vector<TimeTie>& ties, std::int32_t TimeTie::*key,
                                      std::int32_t value) {
  if (value < 0) return {};
  const auto first =
      std::lower_bound(ties.begin(), ties.end(), value, [key](const TimeTie& t, std::int32_t v) { return t.*key < v; });
  auto last = first;
  while (last != ties.end() && (*last).*key == value) ++last;
  return {ties.data() + (first - ties.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace annal
