#include "timeline/tlink/tlink_model.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "core/simd.h"

namespace annal {

TLinkPrediction predict(const TLinkTables& tables, const std::vector<std::uint32_t>& keys, unsigned allowed) {
  // Of a row two bytes more are read than it has; all rows lie before the checks, so they are there.
  static_assert(TLinkTables::labels == 6);
  simd::Words sum{};  // 128 rows of 8-bit weights do not fill 16 bits
  for (const std::uint32_t key : keys)
    if (const std::uint32_t row = tables.row(key); row != TLinkTables::no_row)
      sum += simd::widened(tables.weights(row));
  std::array<std::int16_t, 8> score{};
  std::memcpy(score.data(), &sum, sizeof sum);
  std::size_t best = 0;
  for (std::size_t c = 1; c < TLinkTables::labels; ++c)
    if ((allowed >> c & 1U) != 0 && (best == 0 || score[c] > score[best])) best = c;
  if (best == 0) return {};
  std::int32_t next = std::numeric_limits<std::int16_t>::min();
  for (std::size_t c = 1; c < TLinkTables::labels; ++c)
    if ((allowed >> c & 1U) != 0 && c != best) next = std::max<std::int32_t>(next, score[c]);
  return {static_cast<TLinkLabel>(best), score[best] - score[0], score[best] - next};
}

}  // namespace annal
