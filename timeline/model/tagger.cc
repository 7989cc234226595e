#include "timeline/model/tagger.h"

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

void tagger_rows(std::span<const Form> forms, std::size_t i, Penn one, Penn two, TaggerRows& rows) {
  static const Form edge;
  const Form& w = forms[i];
  const Form& b = i > 0 ? forms[i - 1] : edge;
  const Form& bb = i > 1 ? forms[i - 2] : edge;
  const Form& n = i + 1 < forms.size() ? forms[i + 1] : edge;
  const Form& nn = i + 2 < forms.size() ? forms[i + 2] : edge;
  const auto t1 = static_cast<std::uint32_t>(one), t2 = static_cast<std::uint32_t>(two);
  const auto shape = static_cast<std::uint32_t>(w.shape) + (i == 0 ? 8U : 0U);
  const std::uint32_t parts = w.senses.parts() << 3U | w.ending;
  const std::uint32_t next_parts = n.senses.parts() << 3U | n.ending;
  std::uint32_t name = 0;
  std::size_t k = 0;
  const auto put = [&](std::uint32_t x, std::uint32_t y) { rows[k++] = row_of(++name, x, y, TaggerTables::row_bits); };
  put(w.word, 0);
  put(w.word, t1);
  put(w.word, shape);
  put(w.suffix2, shape);
  put(w.suffix3, shape);
  put(w.prefix, static_cast<std::uint32_t>(w.shape));
  put(parts, shape);
  put(parts << 8U | t1, t2);
  put(t1, shape);
  put(t1, t2);
  put(b.word, 0);
  put(bb.word, t1);
  put(n.word, 0);
  put(nn.word, 0);
  put(n.suffix3, static_cast<std::uint32_t>(n.shape));
  put(b.suffix3, shape);
  put(next_parts, parts);
  put(next_parts << 8U | t1, parts);
  put(w.suffix3, t1);
}

void tag_forms(const TaggerTables& tables, std::span<const Form> forms, std::vector<Penn>& tags) {
  tags.assign(forms.size(), Penn::none);
  Penn one = Penn::none, two = Penn::none;
  TaggerRows rows;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Penn tag = tables.tag_of(forms[i].word);
    if (tag == Penn::none) {
      tagger_rows(forms, i, one, two, rows);
      std::array<std::int16_t, TaggerTables::row_size> score{};
      for (const std::uint32_t row : rows) {
        const std::int8_t* weights = tables.rows + std::size_t{row} * TaggerTables::row_size;
        for (std::size_t c = 0; c < TaggerTables::row_size; ++c)
          score[c] = static_cast<std::int16_t>(score[c] + weights[c]);
      }
      std::size_t best = 1;
      for (std::size_t c = 2; c < static_cast<std::size_t>(Penn::count_); ++c)
        if (score[c] > score[best]) best = c;
      tag = static_cast<Penn>(best);
    }
    tags[i] = tag;
    two = one;
    one = tag;
  }
}

}  // namespace annal
