#include "timeline/tlink/tlink_features.h"

#include <algorithm>

#include "timeline/tlink/tlink_keys.h"

namespace annal {

void TLinkFeatures::pair(TLinkTask task, std::size_t a, std::size_t b, std::vector<std::uint32_t>& keys) const {
  const Context &x = contexts_[a], &y = contexts_[b];
  const std::uint32_t apart = std::min(y.sentence - x.sentence, 2U);  // sentences
  Keys r(task, keys);
  r.put(apart, order_of_times(x, y));
  pair_heads(r, x, y, apart);
  pair_syntax(r, a, b, apart);
  pair_surroundings(r, a, b, apart);
  pair_tree(r, x, y, apart);
}

/// The two head words: form, class, lemma and sense of each.
void TLinkFeatures::pair_heads(Keys& r, const Context& x, const Context& y, std::uint32_t apart) const {
  const std::uint32_t forms = join(x.form, y.form), kinds = join(x.event_class, y.event_class);
  r.put(forms, apart);
  r.put(kinds, apart);
  r.put(forms, kinds);
  r.put(x.form, apart);
  r.put(y.form, apart);
  r.put(x.event_class, apart);
  r.put(y.event_class, apart);
  r.put(x.lemma);
  r.put(y.lemma);
  r.put(x.lemma, y.lemma);
  r.put(x.lemma, y.form);
  r.put(y.lemma, x.form);
  r.put(x.lemma, x.form);
  r.put(y.lemma, y.form);
  r.put(x.lemma, y.event_class);
  r.put(y.lemma, x.event_class);
  r.put(x.lexfile, y.lexfile);
  r.put(join(x.lexfile, y.lexfile), forms);
  r.put(y.lexfile, apart);
}

/// Their clauses: how these open, how they depend on each other, and what governs them.
void TLinkFeatures::pair_syntax(Keys& r, std::size_t a, std::size_t b, std::uint32_t apart) const {
  const Context &x = contexts_[a], &y = contexts_[b];
  const std::uint32_t between = std::min(y.ordinal - x.ordinal, 6U);  // events
  const std::uint32_t distance = bucket(sites_[b].token - sites_[a].token);
  const std::uint32_t kin = kinship(a, b), forms = join(x.form, y.form), kinds = join(x.event_class, y.event_class);
  r.put(join(x.clause_type, y.clause_type), forms);
  r.put(x.marker, apart);
  r.put(y.marker, apart);
  r.put(y.marker, forms);
  r.put(x.marker, forms);
  r.put(kin, forms);
  r.put(kin, kinds);
  r.put(kin, join(y.lemma, 1));
  r.put(kin, join(x.lemma, 1));
  r.put(kin, y.marker);
  r.put(kin, join(x.clause_type, y.clause_type));
  r.put(between, join(apart, distance));
  r.put(distance, forms);
  r.put(x.governor_lemma, apart);
  r.put(y.governor_lemma, apart);
}

/// Their places in the tree of their sentence, or in those of two.
void TLinkFeatures::pair_tree(Keys& r, const Context& x, const Context& y, std::uint32_t apart) const {
  const std::uint32_t way = path(x, y), forms = join(x.form, y.form);
  r.put(way, apart);
  r.put(way, forms);
  r.put(way, join(x.marker, y.marker));
  r.put(way, join(x.lemma, 5));
  r.put(way, join(y.lemma, 7));
  r.put(x.relation, join(y.relation, apart));
  r.put(x.auxiliaries, join(y.auxiliaries, apart));
  r.put(x.auxiliaries, join(x.relation, apart));
  r.put(y.auxiliaries, join(y.relation, apart));
  r.put(x.way_up, join(y.way_up, apart));
  r.put(join(x.subject_kind, y.subject_kind), apart);
  r.put(join(shared_subject(x, y), y.subject_kind), forms);
}

/// The words around them, the dates of both, and the dates that the text gave before.
void TLinkFeatures::pair_surroundings(Keys& r, std::size_t a, std::size_t b, std::uint32_t apart) const {
  const Context &x = contexts_[a], &y = contexts_[b];
  const std::uint32_t from = sites_[a].token, to = sites_[b].token, forms = join(x.form, y.form);
  r.put(y.word_before, apart);
  r.put(x.word_after, apart);
  r.put(x.word_before, apart);
  r.put(y.word_after, apart);
  r.put(y.preposition, apart);
  r.put(x.preposition, apart);
  r.put(y.preposition, x.form);
  r.put(x.dated, y.dated);
  r.put(x.dated, join(y.dated, forms));
  r.put(x.dated, y.form);
  r.put(y.dated, x.form);
  r.put(x.dated, y.lemma);
  r.put(y.dated, x.lemma);
  r.put(order_of_times(x, y), forms);
  r.put(x.lemma == y.lemma ? 1U : 0U, apart);
  // The last date before the first sentence, and up to the end of the later one.
  const std::uint32_t date_x = last_date_[x.sentence], date_y = last_date_[y.sentence + 1];
  r.put(date_x, join(date_y, apart));
  // The words between, or those that open the later sentence.
  r.next();
  if (apart == 0) {
    for (std::uint32_t k = from + 1; k < to && k <= from + 10; ++k) r.also(hash_of(k));
  } else {
    const std::uint32_t first = analysis_.sentences[y.sentence].first;
    for (std::uint32_t k = first; k < std::min(first + 3, to); ++k) r.also(hash_of(k), 1 + k - first);
  }
}

void TLinkFeatures::dct(TLinkTask task, std::size_t site, std::vector<std::uint32_t>& keys) const {
  const Context& x = contexts_[site];
  const std::uint32_t position = std::min(bucket(x.sentence), 4U), day = last_date_[x.sentence];
  const std::uint32_t shape = join(x.form, x.clause_type);
  Keys r(task, keys);
  r.put(x.form);
  r.put(x.event_class);
  r.put(x.lemma);
  r.put(x.form, x.event_class);
  r.put(x.form, x.lemma);
  r.put(x.lexfile, x.form);
  r.put(shape);
  r.put(shape, x.event_class);
  r.put(x.marker, x.form);
  r.put(x.governor_form, x.form);
  r.put(x.governor_form, x.event_class);
  r.put(x.governor_lemma, x.form);
  r.put(x.preposition, x.lemma);
  r.put(x.preposition);
  r.put(x.word_before, x.form);
  r.put(x.word_after, x.form);
  r.put(x.dated, x.form);
  r.put(x.dated);
  r.put(position, x.form);
  r.put(position, x.event_class);
  r.put(day, x.form);
  r.put(day, x.event_class);
  r.put(day, join(x.form, x.event_class));
  r.put(day, position);
  r.put(x.lemma, position);
  r.put(x.lemma, day);
  r.put(x.relation, x.form);
  r.put(x.auxiliaries, x.form);
  r.put(x.way_up, x.form);
}

void TLinkFeatures::timex(TLinkTask task, std::size_t site, std::uint32_t timex,
                          std::vector<std::uint32_t>& keys) const {
  const Context& x = contexts_[site];
  const TimeValue& value = analysis_.timexes[timex].value;
  const std::uint32_t at = timex_token_[timex], here = sites_[site].token;
  const std::uint32_t apart = x.sentence == timex_sentence_[timex] ? 0U : x.sentence < timex_sentence_[timex] ? 1U : 2U;
  const std::uint32_t side = (at > here ? 1U : 0U) + 2U * apart;
  const std::uint32_t distance = bucket(at > here ? at - here : here - at);
  std::uint32_t tied = 0;
  for (const TimeTie& tie : ties_of(ties_, sites_[site]))
    if (tie.timex == timex) tied = 1U + static_cast<std::uint32_t>(tie.kind);
  const std::uint32_t type =
      static_cast<std::uint32_t>(value.type) * 32U + static_cast<std::uint32_t>(value.granularity);
  const std::uint32_t before = at > 0 ? hash_of(at - 1) : 0, side_dct = side_of_dct(timex);
  const bool elsewhere = tied == 0 && x.timex >= 0;
  const std::uint32_t events = events_in_[x.sentence];
  std::uint32_t times = 0;
  for (std::uint32_t t = timex; t-- > 0 && timex_sentence_[t] == timex_sentence_[timex];) ++times;
  Keys r(task, keys);
  r.put(tied, type);
  r.put(tied, side);
  r.put(tied, x.form);
  r.put(tied, x.event_class);
  r.put(tied, x.lemma);
  r.put(side, distance);
  r.put(side, x.form);
  r.put(side, x.event_class);
  r.put(join(side, distance), x.form);
  r.put(before, side);
  r.put(before, join(side, x.form));
  r.put(before, tied);
  r.put(before, x.event_class);
  r.put(side_dct, x.form);
  r.put(side_dct, join(x.form, side));
  r.put(side_dct, x.dated);
  r.put(side_dct, x.event_class);
  r.put(side_dct, join(x.lemma, 3));
  r.put(type, x.form);
  r.put(type, before);
  r.put(type, x.event_class);
  r.put(x.lemma, side);
  r.put(x.lemma, before);
  r.put(x.clause_type, side);
  r.put(join(x.clause_type, x.form), side);
  r.put(x.marker, side);
  r.put(elsewhere ? 1U : 0U, join(side, distance));
  r.put(elsewhere ? 1U : 0U, join(side_dct, x.dated));
  r.put(std::min(times, 3U), side);
  r.put(std::min(events, 5U), join(side, tied));
  r.put(hash_of(at), side);
  r.put(x.lexfile, side_dct);
  r.put(x.governor_form, join(side, x.form));
}

}  // namespace annal
