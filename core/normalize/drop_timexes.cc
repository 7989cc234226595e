#include "core/normalize/drop_timexes.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/normalize/scope.h"

namespace annal {

void drop_timexes(Analysis& analysis, const std::vector<bool>& keep) {
  std::vector<std::int32_t> now(keep.size(), -1);
  std::int32_t count = 0;
  for (std::size_t i = 0; i < keep.size(); ++i)
    if (keep[i]) now[i] = count++;
  if (static_cast<std::size_t>(count) == keep.size()) return;
  const auto renumber = [&](std::int32_t& timex) {
    if (timex >= 0) timex = now[static_cast<std::size_t>(timex)];
  };
  std::vector<Timex> kept;
  for (std::size_t i = 0; i < keep.size(); ++i) {
    if (!keep[i]) continue;
    Timex timex = analysis.timexes[i];
    renumber(timex.partner);
    if (timex.partner < 0) timex.range = RangeRole::none;
    renumber(timex.anchor);
    kept.push_back(std::move(timex));
  }
  analysis.timexes = std::move(kept);
  renumber_scopes(analysis);
  for (syntax::Tree& tree : analysis.trees)
    for (syntax::Word& word : tree.words) renumber(word.time);
}

}  // namespace annal
