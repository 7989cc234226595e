#include "timeline/tlink/tlink_model.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "core/text/sentence.h"
#include "timeline/model/models.h"

namespace annal {
namespace {

// Nearer than these steps: 0, 1, 2-3, 4-7, ...
std::uint32_t bucket(std::uint64_t n) {
  std::uint32_t size = 0;
  for (; n != 0; n >>= 1) ++size;
  return size;
}

/// The number of a feature template, and where its rows go.
class Rows {
 public:
  Rows(TLinkTask task, std::vector<std::uint32_t>& out)
      : name_(1000 * (1 + static_cast<std::uint32_t>(task))), out_(out) {
    out_.resize(most_rows);
    next_ = out_.data();
  }
  ~Rows() { out_.resize(static_cast<std::size_t>(next_ - out_.data())); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  void put(std::uint32_t x, std::uint32_t y = 0) {
    next();
    also(x, y);
  }
  /// Another value of the last template.
  void also(std::uint32_t x, std::uint32_t y = 0) {
    assert(next_ < out_.data() + most_rows);
    *next_++ = row_of(name_, x, y, TLinkTables::row_bits);
  }
  void next() { ++name_; }

 private:
  static constexpr std::size_t most_rows = 128;  // of one example: a few more than the templates below make
  std::uint32_t name_;
  std::uint32_t* next_;
  std::vector<std::uint32_t>& out_;
};

constexpr std::uint32_t join(std::uint32_t a, std::uint32_t b) { return a * 0x9E3779B1U + b; }

}  // namespace

TLinkFeatures::TLinkFeatures(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                             const std::vector<EventSite>& sites)
    : analysis_(analysis), reading_(reading), ties_(ties), sites_(sites) {
  const auto sentence_of_token = [&](std::uint32_t token) {
    return static_cast<std::uint32_t>(annal::sentence_of_token(analysis.sentences, token));
  };
  events_in_.assign(analysis.sentences.size() + 1, 0);
  last_date_.assign(analysis.sentences.size() + 1, 0);
  for (std::uint32_t t = 0; t < analysis.timexes.size(); ++t) {
    const auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), analysis.timexes[t].span.begin,
                                        [](const Token& a, std::uint32_t at) { return a.begin < at; });
    timex_token_.push_back(static_cast<std::uint32_t>(token - analysis.tokens.begin()));
    timex_sentence_.push_back(sentence_of_token(timex_token_.back()));
    if (const std::uint32_t side = against_writing(t); side != 0) last_date_[timex_sentence_.back() + 1] = side;
  }
  for (std::size_t s = 1; s < last_date_.size(); ++s)
    if (last_date_[s] == 0) last_date_[s] = last_date_[s - 1];
  for (const EventSite& site : sites_) {
    facts_.push_back(facts_of(site));
    facts_.back().sentence = sentence_of_token(site.token);
    ++events_in_[facts_.back().sentence];
  }
  std::vector<std::uint32_t> order(sites_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sites_[a].token < sites_[b].token; });
  for (std::uint32_t i = 0; i < order.size(); ++i) facts_[order[i]].ordinal = i;
}

std::uint32_t TLinkFeatures::hash_of(std::uint32_t token) const {
  if (token >= analysis_.tokens.size()) return 0;
  return hash_word(slice(analysis_.document.text, analysis_.tokens[token].span()));
}

std::uint32_t TLinkFeatures::form_of_clause(const Clause& clause) const {
  const VerbGroup& g = clause.group;
  std::uint32_t modal = 0;
  if (g.modal >= 0) modal = 1U + (reading_.words[static_cast<std::uint32_t>(g.modal)].value & 7U);
  return 1U + static_cast<std::uint32_t>(g.tense) + 8U * static_cast<std::uint32_t>(g.aspect) + 32U * modal +
         512U * (g.negated ? 1U : 0U) + 1024U * (g.finite ? 1U : 0U) + 2048U * (g.copula ? 1U : 0U);
}

// 0 unknown, 1 on the day of writing, 2 the day before, 3 the week before, 4 the year before, 5 older, 6 after it, 7
// round it
std::uint32_t TLinkFeatures::against_writing(std::uint32_t timex) const {
  const TimeValue& value = analysis_.timexes[timex].value;
  if (value.type == TimexType::duration || value.type == TimexType::set || !value.interval.bounded()) return 0;
  CivilSeconds day = 0;
  if (value.frame == Frame::calendar && analysis_.document.dct.source != DctSource::none)
    day = analysis_.document.dct.at - analysis_.document.dct.at % seconds_per_day;
  else if (value.frame != Frame::document)
    return 0;
  const CivilSeconds begin = value.interval.begin - day, end = value.interval.end - day;
  if (begin >= seconds_per_day) return 6;
  if (begin >= 0 && end <= seconds_per_day) return 1;
  if (end > 0) return 7;
  if (begin >= -seconds_per_day) return 2;
  if (begin >= -7 * seconds_per_day) return 3;
  return begin >= -366 * seconds_per_day ? 4 : 5;
}

TLinkFeatures::Facts TLinkFeatures::facts_of(const EventSite& site) const {
  static const SenseTable senses = sense_table();
  Facts f;
  if (site.token >= analysis_.tokens.size()) return f;
  const Word& word = reading_.words[site.token];
  const Form form = annal::form_of(slice(analysis_.document.text, analysis_.tokens[site.token].span()), senses);
  f.word = form.word;
  f.lemma = form.lemma;
  f.file = site.nominal ? 64U + form.senses.noun_first() : form.senses.verb_first();
  f.kind = word.event.label;
  for (const Is meaning : {Is::reporting, Is::perception, Is::aspectual, Is::attitude, Is::state, Is::act_toward,
                           Is::causing, Is::light, Is::happening})
    f.kind = f.kind * 2 + (word.meaning.has(meaning) ? 1U : 0U);
  f.before = site.token > 0 ? hash_of(site.token - 1) : 0;
  f.after = hash_of(site.token + 1);
  if (site.clause >= 0) {
    const Clause& clause = reading_.clauses[static_cast<std::size_t>(site.clause)];
    f.hanging = static_cast<std::uint32_t>(clause.opening) * 2U + (clause.framed ? 1U : 0U);
    if (clause.opener >= 0) f.opener = hash_of(static_cast<std::uint32_t>(clause.opener));
    if (site.nominal) {
      f.governor_form = form_of_clause(clause);
      f.governor_lemma =
          annal::form_of(slice(analysis_.document.text, analysis_.tokens[clause.group.main].span()), senses).lemma;
    } else {
      f.form = form_of_clause(clause);
      if (clause.parent >= 0) {
        const Clause& parent = reading_.clauses[static_cast<std::size_t>(clause.parent)];
        f.governor_form = form_of_clause(parent);
        f.governor_lemma =
            annal::form_of(slice(analysis_.document.text, analysis_.tokens[parent.group.main].span()), senses).lemma;
      }
    }
  }
  if (site.nominal) {
    f.form = 1U << 16U | static_cast<std::uint32_t>(word.tag) << 1U | (word.plural ? 1U : 0U);
    for (std::uint32_t k = site.token, steps = 0; k-- > 0 && steps < 5; ++steps) {
      const Tag tag = reading_.words[k].tag;
      if (tag == Tag::preposition || tag == Tag::subordinator) {
        f.preposition = hash_of(k);
        break;
      }
      if (!is_nominal(tag) && tag != Tag::adjective && tag != Tag::possessive && tag != Tag::determiner &&
          tag != Tag::number)
        break;
    }
  }
  for (const TimeTie& tie : ties_of(ties_, site)) {
    f.timex = tie.timex;
    f.dated = against_writing(tie.timex) * 16U + 1U + static_cast<std::uint32_t>(tie.kind);
    break;
  }
  return f;
}

// 0 not both dated, 1 the first is earlier, 2 later, 3 the same, 4 they share time
std::uint32_t TLinkFeatures::order_of_times(const Facts& a, const Facts& b) const {
  if (a.timex < 0 || b.timex < 0) return 0;
  const TimeValue &x = analysis_.timexes[static_cast<std::size_t>(a.timex)].value,
                  &y = analysis_.timexes[static_cast<std::size_t>(b.timex)].value;
  if (a.timex == b.timex) return 3;
  if (x.frame != y.frame || x.frame == Frame::none || !x.interval.bounded() || !y.interval.bounded()) return 0;
  if (x.interval.end <= y.interval.begin) return 1;
  if (y.interval.end <= x.interval.begin) return 2;
  return x.interval == y.interval ? 3 : 4;
}

// How their clauses hang together: 1 the second on the first, 2 the first on the second, 3 both on one, 4 one clause.
std::uint32_t TLinkFeatures::kinship(std::size_t a, std::size_t b) const {
  const std::int32_t x = sites_[a].clause, y = sites_[b].clause;
  if (x < 0 || y < 0) return 0;
  if (x == y) return 4;
  const std::int32_t up_x = reading_.clauses[static_cast<std::size_t>(x)].parent,
                     up_y = reading_.clauses[static_cast<std::size_t>(y)].parent;
  if (up_y == x) return 1;
  if (up_x == y) return 2;
  return up_x >= 0 && up_x == up_y ? 3 : 0;
}

void TLinkFeatures::pair(TLinkTask task, std::size_t a, std::size_t b, std::vector<std::uint32_t>& rows) const {
  const Facts &x = facts_[a], &y = facts_[b];
  const std::uint32_t from = sites_[a].token, to = sites_[b].token;
  const std::uint32_t apart = std::min(y.sentence - x.sentence, 2U);
  const std::uint32_t between = std::min(y.ordinal - x.ordinal, 6U), distance = bucket(to - from);
  const std::uint32_t kin = kinship(a, b), times = order_of_times(x, y);
  const std::uint32_t forms = join(x.form, y.form), kinds = join(x.kind, y.kind);
  Rows r(task, rows);
  r.put(apart, times);
  r.put(forms, apart);
  r.put(kinds, apart);
  r.put(forms, kinds);
  r.put(x.form, apart);
  r.put(y.form, apart);
  r.put(x.kind, apart);
  r.put(y.kind, apart);
  r.put(x.lemma);
  r.put(y.lemma);
  r.put(x.lemma, y.lemma);
  r.put(x.lemma, y.form);
  r.put(y.lemma, x.form);
  r.put(x.lemma, x.form);
  r.put(y.lemma, y.form);
  r.put(x.lemma, y.kind);
  r.put(y.lemma, x.kind);
  r.put(x.file, y.file);
  r.put(join(x.file, y.file), forms);
  r.put(x.file, apart);
  r.put(y.file, apart);
  r.put(x.hanging, join(y.hanging, apart));
  r.put(join(x.hanging, y.hanging), forms);
  r.put(x.opener, apart);
  r.put(y.opener, apart);
  r.put(y.opener, forms);
  r.put(x.opener, forms);
  r.put(kin, forms);
  r.put(kin, kinds);
  r.put(kin, join(y.lemma, 1));
  r.put(kin, join(x.lemma, 1));
  r.put(kin, y.opener);
  r.put(kin, join(x.hanging, y.hanging));
  r.put(between, join(apart, distance));
  r.put(distance, forms);
  r.put(between, forms);
  r.put(x.governor_form, y.governor_form);
  r.put(x.governor_lemma, apart);
  r.put(y.governor_lemma, apart);
  r.put(y.before, apart);
  r.put(x.after, apart);
  r.put(x.before, apart);
  r.put(y.after, apart);
  r.put(y.preposition, apart);
  r.put(x.preposition, apart);
  r.put(y.preposition, x.form);
  r.put(x.dated, y.dated);
  r.put(times, forms);
  r.put(x.lemma == y.lemma ? 1U : 0U, apart);
  // The last dates told before either sentence, and in the later one.
  const std::uint32_t date_x = last_date_[x.sentence], date_y = last_date_[y.sentence + 1];
  r.put(date_x, join(date_y, apart));
  r.put(date_x, join(date_y, forms));
  // The words between, or those that open the later sentence.
  r.next();
  if (apart == 0) {
    for (std::uint32_t k = from + 1; k < to && k <= from + 10; ++k) r.also(hash_of(k));
  } else {
    const std::uint32_t first = analysis_.sentences[y.sentence].first;
    for (std::uint32_t k = first; k < std::min(first + 3, to); ++k) r.also(hash_of(k), 1 + k - first);
  }
}

void TLinkFeatures::written(TLinkTask task, std::size_t a, std::vector<std::uint32_t>& rows) const {
  const Facts& x = facts_[a];
  const std::uint32_t place = std::min(bucket(x.sentence), 4U), day = last_date_[x.sentence];
  const std::uint32_t shape = join(x.form, x.hanging);
  Rows r(task, rows);
  r.put(x.form);
  r.put(x.kind);
  r.put(x.lemma);
  r.put(x.form, x.kind);
  r.put(x.form, x.lemma);
  r.put(x.file, x.form);
  r.put(shape);
  r.put(shape, x.kind);
  r.put(x.opener, x.form);
  r.put(x.governor_form, x.form);
  r.put(x.governor_form, x.kind);
  r.put(x.governor_lemma, x.form);
  r.put(x.preposition, x.lemma);
  r.put(x.preposition);
  r.put(x.before, x.form);
  r.put(x.after, x.form);
  r.put(x.dated, x.form);
  r.put(x.dated);
  r.put(place, x.form);
  r.put(place, x.kind);
  r.put(day, x.form);
  r.put(day, x.kind);
  r.put(day, join(x.form, x.kind));
  r.put(day, place);
  r.put(x.lemma, place);
  r.put(x.lemma, day);
}

void TLinkFeatures::time(TLinkTask task, std::size_t a, std::uint32_t timex, std::vector<std::uint32_t>& rows) const {
  const Facts& x = facts_[a];
  const TimeValue& value = analysis_.timexes[timex].value;
  const std::uint32_t at = timex_token_[timex], here = sites_[a].token;
  const std::uint32_t apart = x.sentence == timex_sentence_[timex] ? 0U : x.sentence < timex_sentence_[timex] ? 1U : 2U;
  const std::uint32_t side = (at > here ? 1U : 0U) + 2U * apart;
  const std::uint32_t distance = bucket(at > here ? at - here : here - at);
  std::uint32_t tied = 0;
  for (const TimeTie& tie : ties_of(ties_, sites_[a]))
    if (tie.timex == timex) tied = 1U + static_cast<std::uint32_t>(tie.kind);
  const std::uint32_t type =
      static_cast<std::uint32_t>(value.type) * 32U + static_cast<std::uint32_t>(value.granularity);
  const std::uint32_t before = at > 0 ? hash_of(at - 1) : 0, written = against_writing(timex);
  const bool elsewhere = tied == 0 && x.timex >= 0;
  const std::uint32_t events = events_in_[x.sentence];
  std::uint32_t times = 0;
  for (std::uint32_t t = timex; t-- > 0 && timex_sentence_[t] == timex_sentence_[timex];) ++times;
  Rows r(task, rows);
  r.put(tied, type);
  r.put(tied, side);
  r.put(tied, x.form);
  r.put(tied, x.kind);
  r.put(tied, x.lemma);
  r.put(side, distance);
  r.put(side, x.form);
  r.put(side, x.kind);
  r.put(join(side, distance), x.form);
  r.put(before, side);
  r.put(before, join(side, x.form));
  r.put(before, tied);
  r.put(before, x.kind);
  r.put(written, x.form);
  r.put(written, join(x.form, side));
  r.put(written, x.dated);
  r.put(written, x.kind);
  r.put(written, join(x.lemma, 3));
  r.put(type, x.form);
  r.put(type, before);
  r.put(type, x.kind);
  r.put(x.lemma, side);
  r.put(x.lemma, before);
  r.put(x.hanging, side);
  r.put(join(x.hanging, x.form), side);
  r.put(x.opener, side);
  r.put(elsewhere ? 1U : 0U, join(side, distance));
  r.put(elsewhere ? 1U : 0U, join(written, x.dated));
  r.put(std::min(times, 3U), side);
  r.put(std::min(events, 5U), join(side, tied));
  r.put(hash_of(at), side);
  r.put(x.file, written);
  r.put(x.governor_form, join(side, x.form));
}

TLinkPrediction predict(const TLinkTables& tables, const std::vector<std::uint32_t>& rows, unsigned allowed) {
  std::array<std::int16_t, 8> score{};  // 128 rows of 8-bit weights do not fill 16 bits
#if defined(__SSE2__)
  static_assert(TLinkTables::labels == 6);
  __m128i sum = _mm_setzero_si128();
  for (const std::uint32_t row : rows) {
    const std::int8_t* weights = tables.rows + std::size_t{row} * TLinkTables::labels;
    std::int32_t first = 0;
    std::int16_t last = 0;
    std::memcpy(&first, weights, sizeof(first));
    std::memcpy(&last, weights + sizeof(first), sizeof(last));
    const __m128i bytes = _mm_insert_epi16(_mm_cvtsi32_si128(first), last, 2);
    sum = _mm_add_epi16(sum, _mm_unpacklo_epi8(bytes, _mm_cmpgt_epi8(_mm_setzero_si128(), bytes)));
  }
  _mm_storeu_si128(reinterpret_cast<__m128i*>(score.data()), sum);
#else
  for (const std::uint32_t row : rows) {
    const std::int8_t* weights = tables.rows + std::size_t{row} * TLinkTables::labels;
    for (std::size_t c = 0; c < TLinkTables::labels; ++c) score[c] = static_cast<std::int16_t>(score[c] + weights[c]);
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
