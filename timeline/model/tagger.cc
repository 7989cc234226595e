#include "timeline/model/tagger.h"

#include <algorithm>
#include <cstdint>

namespace annal {
namespace {

constexpr std::size_t row_size = TaggerTables::columns;
static_assert(row_size >= static_cast<std::size_t>(Penn::count_));

// Words round the one to tag; the edge of the sentence where there is none.
struct Neighbours {
  Neighbours(const TaggerSentence& s, std::size_t i)
      : w(at(s, i)), b(at(s, i - 1)), bb(at(s, i - 2)), n(at(s, i + 1)), nn(at(s, i + 2)) {
    shape = number(w) + (i == 0 ? 8U : 0U);
    parts = parts_of(w);
    next_parts = parts_of(n);
    can = can_be(s, i);
    next_can = can_be(s, i + 1);
    capitals = s.capitals;
    first = i == 0;
  }
  static const Form& at(const TaggerSentence& s, std::size_t i) {
    static const Form edge;
    // i - 1 of the first word wraps round and is past the end: the edge.
    return i < s.words.size() ? *s.words[i].form : edge;
  }
  static std::uint32_t number(const Form& f) { return static_cast<std::uint32_t>(f.shape); }
  static std::uint32_t parts_of(const Form& f) { return f.senses.parts() << 3U | f.ending; }
  // Which tags the word can have; of an unknown word what its senses and letters say.
  static std::uint32_t can_be(const TaggerSentence& s, std::size_t i) {
    return can_be(at(s, i), i < s.words.size() ? s.words[i].known : 0);
  }
  static std::uint32_t can_be(const Form& f, std::uint32_t known) {
    return known >> 8U != 0 ? known >> 8U : 1U << 20U | parts_of(f) << 4U | number(f);
  }
  const Form &w, &b, &bb, &n, &nn;
  std::uint32_t shape = 0, parts = 0, next_parts = 0, can = 0, next_can = 0, capitals = 0;
  bool first = false;
};

std::uint32_t key(std::uint32_t name, std::uint32_t x, std::uint32_t y) { return row_of(name, x, y, 32); }

// The features of the word itself.
void keys_of_word(const Form& w, std::uint32_t known, bool first, TaggerKeys& keys) {
  const std::uint32_t own = Neighbours::number(w), shape = own + (first ? 8U : 0U);
  std::uint32_t name = 0;
  const auto put = [&](std::uint32_t x, std::uint32_t y) {
    keys.key[name] = key(name + 1, x, y);
    ++name;
  };
  put(w.word, 0);
  put(w.word, shape);
  put(w.written, 0);
  put(w.suffix1, own | (w.marks & 15U) << 4U);
  put(w.suffix2, shape);
  put(w.suffix3, shape);
  put(w.suffix4, shape);
  put(w.prefix, own);
  put(w.marks, w.shape == Shape::lower ? 1U : 0U);
  put(Neighbours::parts_of(w), shape);
  put(Neighbours::can_be(w, known), shape);
}

// The others that hang on no tag: they are known before the words in front are tagged.
void keys_of_words(const Neighbours& at, TaggerKeys& keys) {
  const auto shape_of = [](const Form& f) { return static_cast<std::uint32_t>(f.shape); };
  const std::uint32_t own = shape_of(at.w), next = shape_of(at.n), before = shape_of(at.b);
  std::uint32_t name = TaggerKeys::own;
  const auto put = [&](std::uint32_t x, std::uint32_t y) {
    keys.key[name] = key(name + 1, x, y);
    ++name;
  };
  put(own | at.capitals << 4U, at.first ? 1U : 0U);
  put(own | at.capitals << 4U, at.can);
  put(at.b.word, 0);
  put(at.b.suffix3, at.shape);
  put(at.n.word, 0);
  put(at.nn.word, 0);
  put(at.n.suffix3, next);
  put(at.next_parts, at.parts);
  put(own | next << 4U | before << 8U, at.first ? 1U : 0U);
  put(next | before << 4U, at.shape);
  put(at.can | own << 28U, next | before << 4U);
  put(at.w.word, at.n.word);
  put(at.b.word, at.w.word);
  put(at.can, at.next_can);
  put(at.w.word, at.next_can);
  put(at.n.word, at.can);
}

// Those that are left, after the tags `one` (just before) and `two`.
void keys_of_tags(const Neighbours& at, Penn one, Penn two, TaggerKeys& keys) {
  const auto t1 = static_cast<std::uint32_t>(one), t2 = static_cast<std::uint32_t>(two);
  std::uint32_t name = TaggerKeys::words_only;
  const auto put = [&](std::uint32_t x, std::uint32_t y) {
    keys.key[name] = key(name + 1, x, y);
    ++name;
  };
  put(at.w.word, t1);
  put(at.w.lemma, t1);
  put(at.w.suffix3, t1);
  put(at.w.marks & 15U, at.shape | t1 << 8U);
  put(at.parts << 8U | t1, t2);
  put(t1, at.shape);
  put(t1, t2);
  put(at.bb.word, t1);
  put(at.n.word, t1);
  put(at.next_parts << 8U | t1, at.parts);
  put(at.can, t1);
  put(at.can, t1 << 8U | t2);
  put(at.next_can, t1);
  put(at.can, at.next_can * 31U + t1);
  put(at.shape | static_cast<std::uint32_t>(at.n.shape) << 4U, t1);
}

// The sums of rows' weights, two bytes each.
class Sums {
 public:
#if defined(__SSE2__)
  Sums() {
    for (__m128i& sum : sums_) sum = _mm_setzero_si128();
  }
  explicit Sums(const OwnSum& start) {
    for (std::size_t part = 0; part < row_size / 8; ++part)
      sums_[part] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(start.data()) + part);
  }
  void add(const std::int8_t* row) {
    const auto* const weights = reinterpret_cast<const __m128i*>(row);
    for (std::size_t part = 0; part < row_size / 16; ++part) {
      const __m128i bytes = _mm_loadu_si128(weights + part);
      const __m128i sign = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);
      sums_[part * 2] = _mm_add_epi16(sums_[part * 2], _mm_unpacklo_epi8(bytes, sign));
      sums_[part * 2 + 1] = _mm_add_epi16(sums_[part * 2 + 1], _mm_unpackhi_epi8(bytes, sign));
    }
  }
  OwnSum all() const {
    OwnSum score;
    for (std::size_t part = 0; part < row_size / 8; ++part)
      _mm_storeu_si128(reinterpret_cast<__m128i*>(score.data()) + part, sums_[part]);
    return score;
  }

 private:
  __m128i sums_[row_size / 8];  // all stay in registers
#else
  Sums() = default;
  explicit Sums(const OwnSum& start) : score_(start) {}
  void add(const std::int8_t* row) {
    for (std::size_t c = 0; c < row_size; ++c) score_[c] = static_cast<std::int16_t>(score_[c] + row[c]);
  }
  const OwnSum& all() const { return score_; }

 private:
  OwnSum score_{};
#endif
 public:
  Penn best() const { return best_of(all()); }

 private:
  // Without branches: which tag leads changes from word to word. The low half holds that the first of equals wins.
  static Penn best_of(const OwnSum& score) {
    std::int32_t best = INT32_MIN;
    for (std::size_t c = 1; c < static_cast<std::size_t>(Penn::count_); ++c)
      best = std::max(best, score[c] * 64 + static_cast<std::int32_t>(63 - c));
    return static_cast<Penn>(63 - (best & 63));
  }
};

}  // namespace

std::uint32_t TaggerTables::find(std::uint32_t word) const {
  constexpr std::uint32_t mask = (1U << known_bits) - 1;
  for (std::uint32_t i = word & mask;; i = (i + 1) & mask) {
    if (known[i].word == word) return known[i].value;
    if (known[i].word == 0) return 0;
  }
}

OwnSum own_sum(const TaggerTables& tables, const Form& form, std::uint32_t known) {
  TaggerKeys keys;
  keys_of_word(form, known, false, keys);
  Sums sums;
  for (std::size_t k = 0; k < TaggerKeys::own; ++k)
    if (const std::uint32_t row = tables.row(keys.key[k]); row != TaggerTables::no_row) sums.add(tables.weights(row));
  return sums.all();
}

void note_capitals(TaggerSentence& sentence) {
  constexpr std::uint32_t shortest = 4;  // shorter words are small in headlines too
  std::uint32_t small = 0, large = 0;
  for (const TaggerWord& word : sentence.words) {
    const Form& form = *word.form;
    if (form.shape == Shape::lower && form.marks >> 4U >= shortest) ++small;
    if (form.shape == Shape::capital || form.shape == Shape::upper) ++large;
  }
  sentence.capitals = small + large < 2 ? 0U : small == 0 ? 1U : large * 2 > small ? 2U : large == 0 ? 3U : 4U;
}

void prepare(const TaggerTables& tables, std::span<const Form> forms, TaggerSentence& sentence) {
  sentence.words.clear();
  for (const Form& form : forms) sentence.words.push_back({&form, tables.find(form.word)});
  note_capitals(sentence);
}

void tagger_keys(const TaggerSentence& sentence, std::size_t i, Penn one, Penn two, TaggerKeys& keys) {
  const Neighbours at(sentence, i);
  keys_of_word(at.w, sentence.words[i].known, i == 0, keys);
  keys_of_words(at, keys);
  keys_of_tags(at, one, two, keys);
}

void tag_forms(const TaggerTables& tables, std::span<const Form> forms, std::vector<Penn>& tags) {
  TaggerSentence sentence;
  prepare(tables, forms, sentence);
  tag_words(tables, sentence, tags);
}

void tag_words(const TaggerTables& tables, const TaggerSentence& sentence, std::vector<Penn>& tags) {
  const std::vector<TaggerWord>& words = sentence.words;
  tags.assign(words.size(), Penn::none);
  // Rows lie far apart in memory: they are asked for some words before they are needed.
  constexpr std::size_t ahead = 2, slots = 4;
  struct Rows {
    std::array<std::uint32_t, TaggerKeys::words_only> row;
    std::size_t count = 0;
  };
  std::array<Rows, slots> rows;
  TaggerKeys keys;
  const auto own = [&](std::size_t i) { return i > 0 ? words[i].own : nullptr; };
  const auto look_ahead = [&](std::size_t i) {
    if (i >= words.size()) return;
    tags[i] = words[i].sure();
    if (tags[i] != Penn::none) return;
    if (own(i) == nullptr) keys_of_word(*words[i].form, words[i].known, i == 0, keys);
    keys_of_words(Neighbours(sentence, i), keys);
    Rows& mine = rows[i % slots];
    mine.count = 0;
    for (std::size_t k = own(i) == nullptr ? 0 : TaggerKeys::own; k < TaggerKeys::words_only; ++k) {
      const std::uint32_t row = tables.row(keys.key[k]);
      if (row == TaggerTables::no_row) continue;
      mine.row[mine.count++] = row;
      __builtin_prefetch(tables.weights(row));
    }
  };
  for (std::size_t i = 0; i < ahead; ++i) look_ahead(i);
  Penn one = Penn::none, two = Penn::none;
  for (std::size_t i = 0; i < words.size(); ++i) {
    look_ahead(i + ahead);
    if (tags[i] == Penn::none) {
      Sums sums = own(i) == nullptr ? Sums() : Sums(*own(i));
      keys_of_tags(Neighbours(sentence, i), one, two, keys);
      const Rows& mine = rows[i % slots];
      for (std::size_t k = 0; k < mine.count; ++k) sums.add(tables.weights(mine.row[k]));
      for (std::size_t k = TaggerKeys::words_only; k < tagger_features; ++k) {
        const std::uint32_t row = tables.row(keys.key[k]);
        if (row != TaggerTables::no_row) sums.add(tables.weights(row));
      }
      tags[i] = sums.best();
    }
    two = one;
    one = tags[i];
  }
}

}  // namespace annal
