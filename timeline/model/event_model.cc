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

void event_keys(const EventInput& in, std::size_t i, EventKeys& keys) {
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
  const auto put = [&](std::uint32_t x, std::uint32_t y) { keys[k++] = row_of(++name, x, y, 32); };
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

EventGuess guess_of(const EventTables& tables, const EventKeys& keys) {
  std::array<std::int16_t, EventTables::classes> score{};  // 30 rows of 8-bit weights do not fill 16 bits
#if defined(__SSE2__)
  static_assert(EventTables::classes == 8);
  __m128i sum = _mm_setzero_si128();
  for (const std::uint32_t key : keys) {
    const std::uint32_t row = tables.row(key);
    if (row == EventTables::no_row) continue;
    const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(tables.weights(row)));
    sum = _mm_add_epi16(sum, _mm_unpacklo_epi8(bytes, _mm_cmpgt_epi8(_mm_setzero_si128(), bytes)));
  }
  _mm_storeu_si128(reinterpret_cast<__m128i*>(score.data()), sum);
#else
  for (const std::uint32_t key : keys) {
    const std::uint32_t row = tables.row(key);
    if (row == EventTables::no_row) continue;
    for (std::size_t c = 0; c < score.size(); ++c)
      score[c] = static_cast<std::int16_t>(score[c] + tables.weights(row)[c]);
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
  EventKeys keys;
  event_keys(in, i, keys);
  return guess_of(tables, keys);
}

}  // namespace annal
