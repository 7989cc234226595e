#include "timeline/tlink/tlink_model.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annal {

TLinkPrediction predict(const TLinkTables& tables, const std::vector<std::uint32_t>& keys, unsigned allowed) {
  std::array<std::int16_t, 8> score{};  // 128 rows of 8-bit weights do not fill 16 bits
#if defined(__SSE2__)
  static_assert(TLinkTables::labels == 6);
  __m128i sum = _mm_setzero_si128();
  for (const std::uint32_t key : keys) {
    const std::uint32_t row = tables.row(key);
    if (row == TLinkTables::no_row) continue;
    const std::int8_t* weights = tables.weights(row);
    std::int32_t first = 0;
    std::int16_t last = 0;
    std::memcpy(&first, weights, sizeof(first));
    std::memcpy(&last, weights + sizeof(first), sizeof(last));
    const __m128i bytes = _mm_insert_epi16(_mm_cvtsi32_si128(first), last, 2);
    sum = _mm_add_epi16(sum, _mm_unpacklo_epi8(bytes, _mm_cmpgt_epi8(_mm_setzero_si128(), bytes)));
  }
  _mm_storeu_si128(reinterpret_cast<__m128i*>(score.data()), sum);
#else
  for (const std::uint32_t key : keys) {
    const std::uint32_t row = tables.row(key);
    if (row == TLinkTables::no_row) continue;
    for (std::size_t c = 0; c < TLinkTables::labels; ++c)
      score[c] = static_cast<std::int16_t>(score[c] + tables.weights(row)[c]);
  }
#endif
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
