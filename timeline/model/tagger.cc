#include "timeline/model/tagger.h"

#include <algorithm>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annal {

TaggerTables::TaggerTables(const unsigned char* data)
    : rows(reinterpret_cast<const std::int8_t*>(data)),
      known(reinterpret_cast<const Known*>(data + (row_size << row_bits))) {}

Penn TaggerTables::tag_of(std::uint32_t word) const {
  constexpr std::uint32_t mask = (1U << known_bits) - 1;
  for (std::uint32_t i = word & mask;; i = (i + 1) & mask) {
    if (known[i].word == word) return static_cast<Penn>(known[i].tag);
    if (known[i].word == 0) return Penn::none;
  }
}

namespace {

constexpr std::size_t row_size = TaggerTables::row_size;

// Words round the one to tag; the edge of the sentence where there is none.
struct Neighbours {
  Neighbours(std::span<const Form> forms, std::size_t i)
      : w(forms[i]),
        b(i > 0 ? forms[i - 1] : edge()),
        bb(i > 1 ? forms[i - 2] : edge()),
        n(i + 1 < forms.size() ? forms[i + 1] : edge()),
        nn(i + 2 < forms.size() ? forms[i + 2] : edge()),
        shape(static_cast<std::uint32_t>(w.shape) + (i == 0 ? 8U : 0U)),
        parts(w.senses.parts() << 3U | w.ending),
        next_parts(n.senses.parts() << 3U | n.ending) {}
  static const Form& edge() {
    static const Form none;
    return none;
  }
  const Form &w, &b, &bb, &n, &nn;
  std::uint32_t shape, parts, next_parts;
};

std::uint32_t row(std::uint32_t name, std::uint32_t x, std::uint32_t y) { return row_of(name, x, y, TaggerTables::row_bits); }

// The rows that hang on no tag: they are known before the words in front are tagged.
void rows_of_words(const Neighbours& at, TaggerRows& rows) {
  rows[0] = row(1, at.w.word, 0);
  rows[2] = row(3, at.w.word, at.shape);
  rows[3] = row(4, at.w.suffix2, at.shape);
  rows[4] = row(5, at.w.suffix3, at.shape);
  rows[5] = row(6, at.w.prefix, static_cast<std::uint32_t>(at.w.shape));
  rows[6] = row(7, at.parts, at.shape);
  rows[10] = row(11, at.b.word, 0);
  rows[12] = row(13, at.n.word, 0);
  rows[13] = row(14, at.nn.word, 0);
  rows[14] = row(15, at.n.suffix3, static_cast<std::uint32_t>(at.n.shape));
  rows[15] = row(16, at.b.suffix3, at.shape);
  rows[16] = row(17, at.next_parts, at.parts);
}

// The others, after the tags `one` (just before) and `two`.
void rows_of_tags(const Neighbours& at, Penn one, Penn two, TaggerRows& rows) {
  const auto t1 = static_cast<std::uint32_t>(one), t2 = static_cast<std::uint32_t>(two);
  rows[1] = row(2, at.w.word, t1);
  rows[7] = row(8, at.parts << 8U | t1, t2);
  rows[8] = row(9, t1, at.shape);
  rows[9] = row(10, t1, t2);
  rows[11] = row(12, at.bb.word, t1);
  rows[17] = row(18, at.next_parts << 8U | t1, at.parts);
  rows[18] = row(19, at.w.suffix3, t1);
}

// The tag with the highest sum of the rows' weights; of equals the first.
Penn best_tag(const TaggerTables& tables, const TaggerRows& rows) {
#if defined(__SSE2__)
  // All sums stay in registers: two bytes each, eight of eight.
  constexpr std::size_t registers = 8;
  __m128i sums[registers];
  for (__m128i& sum : sums) sum = _mm_setzero_si128();
  for (const std::uint32_t r : rows) {
    const auto* const weights = reinterpret_cast<const __m128i*>(tables.rows + std::size_t{r} * row_size);
    for (std::size_t part = 0; part < 4; ++part) {
      const __m128i bytes = _mm_loadu_si128(weights + part);
      const __m128i sign = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);
      sums[part * 2] = _mm_add_epi16(sums[part * 2], _mm_unpacklo_epi8(bytes, sign));
      sums[part * 2 + 1] = _mm_add_epi16(sums[part * 2 + 1], _mm_unpackhi_epi8(bytes, sign));
    }
  }
  alignas(16) std::array<std::int16_t, row_size> score;
  for (std::size_t part = 0; part < registers; ++part) _mm_store_si128(reinterpret_cast<__m128i*>(score.data()) + part, sums[part]);
#else
  std::array<std::int16_t, row_size> score{};
  for (const std::uint32_t r : rows) {
    const std::int8_t* const weights = tables.rows + std::size_t{r} * row_size;
    for (std::size_t c = 0; c < row_size; ++c) score[c] = static_cast<std::int16_t>(score[c] + weights[c]);
  }
#endif
  // Without branches: which tag leads changes from word to word. The low half holds that the first of equals wins.
  std::int32_t best = INT32_MIN;
  for (std::size_t c = 1; c < static_cast<std::size_t>(Penn::count_); ++c)
    best = std::max(best, score[c] * 64 + static_cast<std::int32_t>(63 - c));
  return static_cast<Penn>(63 - (best & 63));
}

}  // namespace

void tagger_rows(std::span<const Form> forms, std::size_t i, Penn one, Penn two, TaggerRows& rows) {
  const Neighbours at(forms, i);
  rows_of_words(at, rows);
  rows_of_tags(at, one, two, rows);
}

void tag_forms(const TaggerTables& tables, std::span<const Form> forms, std::vector<Penn>& tags) {
  tags.assign(forms.size(), Penn::none);
  // Rows lie far apart in memory: they are asked for some words before they are needed.
  constexpr std::size_t ahead = 2, slots = 4;
  std::array<TaggerRows, slots> rows;
  const auto prepare = [&](std::size_t i) {
    if (i >= forms.size()) return;
    tags[i] = tables.tag_of(forms[i].word);
    if (tags[i] != Penn::none) return;
    TaggerRows& made = rows[i % slots];
    made.fill(0);
    rows_of_words(Neighbours(forms, i), made);
    for (const std::uint32_t r : made) __builtin_prefetch(tables.rows + std::size_t{r} * row_size);
  };
  for (std::size_t i = 0; i < ahead; ++i) prepare(i);
  Penn one = Penn::none, two = Penn::none;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    prepare(i + ahead);
    if (tags[i] == Penn::none) {
      rows_of_tags(Neighbours(forms, i), one, two, rows[i % slots]);
      tags[i] = best_tag(tables, rows[i % slots]);
    }
    two = one;
    one = tags[i];
  }
}

}  // namespace annal
