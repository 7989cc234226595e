#include "timeline/tlink/tlink_features.h"

#include <algorithm>
#include <cassert>

#include "core/text/sentence.h"
#include "timeline/model/models.h"

namespace annal {
namespace {

/// The bucket of a distance: 0, 1, 2-3, 4-7, ...
std::uint32_t bucket(std::uint64_t n) {
  std::uint32_t size = 0;
  for (; n != 0; n >>= 1) ++size;
  return size;
}

const SenseTable& senses() {
  static const SenseTable table = sense_table();
  return table;
}

constexpr int longest_path = 6;  ///< arcs to either side

constexpr std::uint32_t join(std::uint32_t a, std::uint32_t b) { return a * 0x9E3779B1U + b; }

}  // namespace

/// The rows of one example, as the templates make them. Each call of `put` is the next template, so the order of the
/// calls below numbers the templates: with another order, data/models/links.bin must be trained again.
class TLinkFeatures::Rows {
 public:
  Rows(TLinkTask task, std::vector<std::uint32_t>& out)
      : template_(1000 * (1 + static_cast<std::uint32_t>(task))), out_(out) {
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
    *next_++ = row_of(template_, x, y, TLinkTables::row_bits);
  }
  void next() { ++template_; }

 private:
  static constexpr std::size_t most_rows = 128;  // of one example: a few more than the templates below make
  std::uint32_t template_;
  std::uint32_t* next_;
  std::vector<std::uint32_t>& out_;
};

TLinkFeatures::TLinkFeatures(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                             const std::vector<EventSite>& sites)
    : analysis_(analysis), reading_(reading), ties_(ties), sites_(sites) {
  const auto sentence_at = [&](std::uint32_t token) {
    return static_cast<std::uint32_t>(sentence_of_token(analysis.sentences, token));
  };
  events_in_.assign(analysis.sentences.size() + 1, 0);
  last_date_.assign(analysis.sentences.size() + 1, 0);
  for (std::uint32_t t = 0; t < analysis.timexes.size(); ++t) {
    const auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), analysis.timexes[t].span.begin,
                                        [](const Token& a, std::uint32_t at) { return a.begin < at; });
    timex_token_.push_back(static_cast<std::uint32_t>(token - analysis.tokens.begin()));
    timex_sentence_.push_back(sentence_at(timex_token_.back()));
    if (const std::uint32_t side = side_of_dct(t); side != 0) last_date_[timex_sentence_.back() + 1] = side;
  }
  for (std::size_t s = 1; s < last_date_.size(); ++s)
    if (last_date_[s] == 0) last_date_[s] = last_date_[s - 1];
  for (const EventSite& site : sites_) {
    contexts_.push_back(context_of(site, sentence_at(site.token)));
    ++events_in_[contexts_.back().sentence];
  }
  std::vector<std::uint32_t> order(sites_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sites_[a].token < sites_[b].token; });
  for (std::uint32_t i = 0; i < order.size(); ++i) contexts_[order[i]].ordinal = i;
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
std::uint32_t TLinkFeatures::side_of_dct(std::uint32_t timex) const {
  const TimeValue& value = analysis_.timexes[timex].value;
  if (value.type == TimexType::duration || value.type == TimexType::set || !value.interval.bounded()) return 0;
  CivilSeconds day = 0;
  if (value.frame == Frame::calendar && analysis_.document.dct.source != DctSource::none)
    day = floor_day(analysis_.document.dct.at);
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

std::uint32_t TLinkFeatures::lemma_of(std::uint32_t token) const {
  return annal::form_of(slice(analysis_.document.text, analysis_.tokens[token].span()), senses()).lemma;
}

TLinkFeatures::Context TLinkFeatures::context_of(const EventSite& site, std::uint32_t sentence) const {
  Context f;
  f.sentence = sentence;
  if (site.token >= analysis_.tokens.size()) return f;
  const Word& word = reading_.words[site.token];
  const Form form = annal::form_of(slice(analysis_.document.text, analysis_.tokens[site.token].span()), senses());
  f.word = form.word;
  f.lemma = form.lemma;
  f.lexfile = site.nominal ? 64U + form.senses.noun_first() : form.senses.verb_first();
  f.event_class = word.event.label;
  for (const Is meaning : {Is::reporting, Is::perception, Is::aspectual, Is::attitude, Is::state, Is::act_toward,
                           Is::causing, Is::light, Is::happening})
    f.event_class = f.event_class * 2 + (word.meaning.has(meaning) ? 1U : 0U);
  f.word_before = site.token > 0 ? hash_of(site.token - 1) : 0;
  f.word_after = hash_of(site.token + 1);
  if (site.clause >= 0) set_clause(f, site);
  if (site.nominal) set_noun(f, site);
  set_tree(f, site);
  if (const auto ties = ties_of(ties_, site); !ties.empty()) {
    f.timex = ties.front().timex;
    f.dated = side_of_dct(ties.front().timex) * 16U + 1U + static_cast<std::uint32_t>(ties.front().kind);
  }
  return f;
}

void TLinkFeatures::set_clause(Context& f, const EventSite& site) const {
  const Clause& clause = reading_.clauses[static_cast<std::size_t>(site.clause)];
  f.clause_type = static_cast<std::uint32_t>(clause.opening) * 2U + (clause.framed ? 1U : 0U);
  if (clause.opener >= 0) f.marker = hash_of(static_cast<std::uint32_t>(clause.opener));
  if (!site.nominal) f.form = form_of_clause(clause);
  if (!site.nominal && clause.parent < 0) return;
  const Clause& governor = site.nominal ? clause : reading_.clauses[static_cast<std::size_t>(clause.parent)];
  f.governor_form = form_of_clause(governor);
  f.governor_lemma = lemma_of(governor.group.main);
}

void TLinkFeatures::set_tree(Context& f, const EventSite& site) const {
  f.node = reading_.words[site.token].node;
  if (f.node < 0) return;
  const auto& words = analysis_.trees[f.sentence].words;
  f.relation = 1U + static_cast<std::uint32_t>(words[static_cast<std::size_t>(f.node)].deprel);
  std::int32_t w = f.node;
  for (int steps = 0; w >= 0 && steps < longest_path; ++steps, w = words[static_cast<std::size_t>(w)].head)
    f.way_up = f.way_up * 61U + 1U + static_cast<std::uint32_t>(words[static_cast<std::size_t>(w)].deprel);
  constexpr std::int32_t reach = 8;  // words before the predicate
  for (std::int32_t k = f.node - 1; k >= 0 && k >= f.node - reach; --k) {
    const syntax::Word& word = words[static_cast<std::size_t>(k)];
    if (word.head != f.node) continue;
    if (word.deprel == syntax::Deprel::aux || word.deprel == syntax::Deprel::aux_pass ||
        word.deprel == syntax::Deprel::cop)
      f.auxiliaries = f.auxiliaries * 31U + hash_of(word.first);
  }
}

// The relations on the way from one to the other in the tree of their sentence, up and then down; 0 where that is long
// or there is none.
std::uint32_t TLinkFeatures::path(const Context& x, const Context& y) const {
  if (x.sentence != y.sentence || x.node < 0 || y.node < 0) return 0;
  const auto& words = analysis_.trees[x.sentence].words;
  const auto head = [&](std::int32_t w) { return words[static_cast<std::size_t>(w)].head; };
  const auto relation = [&](std::int32_t w) {
    return 1U + static_cast<std::uint32_t>(words[static_cast<std::size_t>(w)].deprel);
  };
  std::uint32_t up = 1;
  std::int32_t top = x.node;
  for (int ups = 0; top >= 0 && ups < longest_path; ++ups) {
    std::uint32_t down = 1;
    std::int32_t w = y.node;
    for (int downs = 0; w >= 0 && w != top && downs < longest_path; ++downs, w = head(w))
      down = down * 61U + relation(w);
    if (w == top) return join(up, down);
    up = up * 61U + relation(top);
    top = head(top);
  }
  return 0;
}

void TLinkFeatures::set_noun(Context& f, const EventSite& site) const {
  const Word& word = reading_.words[site.token];
  f.form = 1U << 16U | static_cast<std::uint32_t>(word.upos) << 1U | (word.plural ? 1U : 0U);
  if (word.node < 0) return;
  const auto& words = analysis_.trees[f.sentence].words;
  constexpr std::int32_t reach = 16;  // words before the noun
  for (std::int32_t k = word.node - 1; k >= 0 && k >= word.node - reach; --k) {
    const syntax::Word& w = words[static_cast<std::size_t>(k)];
    if (w.head == word.node && w.deprel == syntax::Deprel::case_) f.preposition = hash_of(w.first);
  }
}

// 0 not both dated, 1 the first is earlier, 2 later, 3 the same, 4 they share time
std::uint32_t TLinkFeatures::order_of_times(const Context& a, const Context& b) const {
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
  const Context &x = contexts_[a], &y = contexts_[b];
  const std::uint32_t apart = std::min(y.sentence - x.sentence, 2U);  // sentences
  Rows r(task, rows);
  r.put(apart, order_of_times(x, y));
  pair_heads(r, x, y, apart);
  pair_syntax(r, a, b, apart);
  pair_surroundings(r, a, b, apart);
  pair_tree(r, x, y, apart);
}

/// The two head words: form, class, lemma and sense of each.
void TLinkFeatures::pair_heads(Rows& r, const Context& x, const Context& y, std::uint32_t apart) const {
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
  r.put(x.lexfile, apart);
  r.put(y.lexfile, apart);
}

/// Their clauses: how these open, how they depend on each other, and what governs them.
void TLinkFeatures::pair_syntax(Rows& r, std::size_t a, std::size_t b, std::uint32_t apart) const {
  const Context &x = contexts_[a], &y = contexts_[b];
  const std::uint32_t between = std::min(y.ordinal - x.ordinal, 6U);  // events
  const std::uint32_t distance = bucket(sites_[b].token - sites_[a].token);
  const std::uint32_t kin = kinship(a, b), forms = join(x.form, y.form), kinds = join(x.event_class, y.event_class);
  r.put(x.clause_type, join(y.clause_type, apart));
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
  r.put(between, forms);
  r.put(x.governor_form, y.governor_form);
  r.put(x.governor_lemma, apart);
  r.put(y.governor_lemma, apart);
}

/// Their places in the tree of their sentence, or in those of two.
void TLinkFeatures::pair_tree(Rows& r, const Context& x, const Context& y, std::uint32_t apart) const {
  const std::uint32_t way = path(x, y), forms = join(x.form, y.form);
  r.put(way, apart);
  r.put(way, forms);
  r.put(way, join(x.marker, y.marker));
  r.put(way, join(x.event_class, y.event_class));
  r.put(way, join(x.lemma, 5));
  r.put(way, join(y.lemma, 7));
  r.put(x.relation, join(y.relation, apart));
  r.put(join(x.relation, y.relation), forms);
  r.put(x.auxiliaries, join(y.auxiliaries, apart));
  r.put(x.auxiliaries, join(x.relation, apart));
  r.put(y.auxiliaries, join(y.relation, apart));
  r.put(x.way_up, join(y.way_up, apart));
  r.put(y.relation, join(y.marker, forms));
}

/// The words around them, the dates of both, and the dates that the text gave before.
void TLinkFeatures::pair_surroundings(Rows& r, std::size_t a, std::size_t b, std::uint32_t apart) const {
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
  r.put(order_of_times(x, y), forms);
  r.put(x.lemma == y.lemma ? 1U : 0U, apart);
  // The last date before the first sentence, and up to the end of the later one.
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

void TLinkFeatures::dct(TLinkTask task, std::size_t site, std::vector<std::uint32_t>& rows) const {
  const Context& x = contexts_[site];
  const std::uint32_t position = std::min(bucket(x.sentence), 4U), day = last_date_[x.sentence];
  const std::uint32_t shape = join(x.form, x.clause_type);
  Rows r(task, rows);
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
                          std::vector<std::uint32_t>& rows) const {
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
  Rows r(task, rows);
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
