#include "timeline/model/event_model.h"

#include <cmath>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annal {
namespace {

std::uint32_t number(Penn t) { return static_cast<std::uint32_t>(t); }

// Inside a verb group only these stand between an auxiliary and its verb.
bool passes(Penn t) { return t == Penn::rb || t == Penn::rbr || t == Penn::rbs; }
bool auxiliary(Penn t) { return is_verb(t) || t == Penn::md || t == Penn::to; }

}  // namespace

bool may_be_event(const EventInput& in, std::size_t i) {
  if (in.in_timex[i] != 0) return false;
  const Penn t = in.tags[i];
  return is_verb(t) || t == Penn::nn || t == Penn::nns || t == Penn::nnp || t == Penn::nnps || t == Penn::jj ||
         t == Penn::jjr || t == Penn::jjs || t == Penn::rb || t == Penn::in || t == Penn::cd;
}

void event_rows(const EventInput& in, std::size_t i, EventRows& rows) {
  static const Form edge;
  const std::size_t n = in.forms.size();
  const auto form = [&](std::size_t at) -> const Form& { return at < n ? in.forms[at] : edge; };
  const auto tag = [&](std::size_t at) { return at < n ? number(in.tags[at]) : 0U; };
  const Form& w = in.forms[i];
  const std::uint32_t t = tag(i);
  // i - 1 of the first word wraps round and is past the end: the edge.
  const Form &b = form(i - 1), &bb = form(i - 2), &a = form(i + 1), &aa = form(i + 2);
  const std::uint32_t t_b = tag(i - 1), t_bb = tag(i - 2), t_a = tag(i + 1), t_aa = tag(i + 2);

  // The auxiliary chain before a verb, and the verb after an auxiliary.
  std::uint32_t chain = 0, chain_first = 0;
  for (std::size_t k = i, steps = 0; k-- > 0 && steps < 5; ++steps) {
    if (passes(in.tags[k])) continue;
    if (!auxiliary(in.tags[k])) break;
    chain = chain * 31U + in.forms[k].lemma + number(in.tags[k]);
    chain_first = in.forms[k].lemma;
  }
  std::uint32_t verb_after = 0;
  for (std::size_t k = i + 1, steps = 0; k < n && steps < 4; ++k, ++steps) {
    if (passes(in.tags[k])) continue;
    if (is_verb(in.tags[k])) verb_after = 1U + number(in.tags[k]);
    if (in.tags[k] == Penn::to) verb_after = number(Penn::to);
    break;
  }
  // The noun phrase: what opens it, and whether the word ends it.
  std::uint32_t opener = 0, opener_tag = 0;
  for (std::size_t k = i, steps = 0; k-- > 0 && steps < 8; ++steps) {
    const Penn p = in.tags[k];
    if (is_noun(p) || p == Penn::jj || p == Penn::cd || p == Penn::jjr || p == Penn::jjs || p == Penn::hyph ||
        p == Penn::vbn || p == Penn::vbg)
      continue;
    opener = in.forms[k].word;
    opener_tag = number(p);
    if ((p == Penn::dt || p == Penn::prps || p == Penn::pos) && k > 0) {
      opener = in.forms[k - 1].lemma;
      opener_tag = 64U + number(p);
    }
    break;
  }
  const std::uint32_t edge_of_phrase = i + 1 < n && (is_noun(in.tags[i + 1]) || in.tags[i + 1] == Penn::hyph) ? 1U : 0U;
  // The nearest verbs.
  std::uint32_t verb_before = 0;
  for (std::size_t k = i, steps = 0; k-- > 0 && steps < 10; ++steps)
    if (is_verb(in.tags[k])) {
      verb_before = in.forms[k].lemma;
      break;
    }
  std::uint32_t verb_next = 0;
  for (std::size_t k = i + 1, steps = 0; k < n && steps < 10; ++k, ++steps)
    if (is_verb(in.tags[k])) {
      verb_next = in.forms[k].lemma;
      break;
    }
  const std::uint32_t noun_file = w.senses.noun_first() << 5U | w.senses.noun_second();
  const std::uint32_t from_verb = w.senses.from_verb() ? 1U : 0U;

  std::uint32_t name = 100;
  std::size_t k = 0;
  const auto put = [&](std::uint32_t x, std::uint32_t y) { rows[k++] = row_of(++name, x, y, EventTables::row_bits); };
  put(t, 0);
  put(w.word, t);
  put(w.lemma, 0);
  put(w.lemma, t);
  put(w.suffix3, t);
  put(w.suffix4, t);
  put(t_b << 8U | t, t_a);
  put(t_bb << 8U | t_b, t);
  put(t_a << 8U | t_aa, t);
  put(b.word, t);
  put(a.word, t);
  put(bb.word, t);
  put(aa.word, t);
  put(b.lemma, w.lemma);
  put(w.lemma, a.lemma);
  put(chain, t);
  put(w.lemma, chain_first);
  put(w.lemma, verb_after);
  put(verb_after << 8U | t, w.senses.verb_first());
  put(opener, t << 1U | edge_of_phrase);
  put(opener_tag << 8U | t, noun_file << 2U | edge_of_phrase << 1U | from_verb);
  put(w.lemma, t << 1U | edge_of_phrase);
  put(verb_before, t << 1U | from_verb);
  put(verb_next, t);
  put(noun_file << 1U | from_verb, t);
  put(w.senses.noun_first() << 6U | w.senses.verb_first() << 1U | from_verb, t);
  put(w.senses.verb_first(), t << 8U | t_a);
  put(w.lemma, opener_tag);
  put(w.senses.noun_first() << 8U | t, verb_before);
  put(static_cast<std::uint32_t>(w.shape), t << 8U | t_b);
}

EventGuess guess_of(const EventTables& tables, const EventRows& rows) {
#if defined(__SSE2__)
  // Two rows at a time: the products with one and one are the sums of pairs, which stay in registers.
  static_assert(EventTables::classes == 8 && event_features % 2 == 0);
  const auto weights = [&](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(tables.rows + std::size_t{rows[i]} * EventTables::classes));
  };
  const __m128i ones = _mm_set1_epi16(1);
  __m128i low = _mm_setzero_si128(), high = _mm_setzero_si128();
  for (std::size_t i = 0; i < rows.size(); i += 2) {
    const __m128i one = weights(i), two = weights(i + 1);
    low = _mm_add_epi32(low, _mm_madd_epi16(_mm_unpacklo_epi16(one, two), ones));
    high = _mm_add_epi32(high, _mm_madd_epi16(_mm_unpackhi_epi16(one, two), ones));
  }
  std::array<std::int32_t, EventTables::classes> score;
  _mm_storeu_si128(reinterpret_cast<__m128i*>(score.data()), low);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(score.data()) + 1, high);
#else
  std::array<std::int32_t, EventTables::classes> score{};
  for (const std::uint32_t row : rows) {
    const std::int16_t* weights = tables.rows + std::size_t{row} * EventTables::classes;
    for (std::size_t c = 0; c < EventTables::classes; ++c) score[c] += weights[c];
  }
#endif
  std::size_t nearest = 1;
  for (std::size_t c = 2; c < EventTables::classes; ++c)
    if (score[c] > score[nearest]) nearest = c;
  static const auto margin = static_cast<std::int32_t>(std::log(EventGuess::odds) * EventTables::scale);
  EventGuess guess;
  guess.nearest = static_cast<std::uint8_t>(nearest);
  guess.label = score[nearest] > score[0] ? guess.nearest : std::uint8_t{0};
  guess.unlikely = score[0] - score[nearest] > margin;
  return guess;
}

EventGuess classify_event(const EventTables& tables, const EventInput& in, std::size_t i) {
  if (!may_be_event(in, i)) return {0, 0, true};
  EventRows rows;
  event_rows(in, i, rows);
  return guess_of(tables, rows);
}

}  // namespace annal
