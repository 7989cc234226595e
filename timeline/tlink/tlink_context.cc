// What the features of a relation know of an event: its words, its clause, its place in the tree.
#include <algorithm>

#include "core/text/sentence.h"
#include "timeline/model/models.h"
#include "timeline/tlink/tlink_keys.h"

namespace annal {
namespace {

const SenseTable& senses() {
  static const SenseTable table = sense_table();
  return table;
}

constexpr int longest_path = 6;  ///< arcs to either side

}  // namespace

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
  f.event_class = event_guess(analysis_, reading_.words, site.token).label;
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
  if (!site.nominal) {
    f.form = form_of_clause(clause);
    set_subject(f, clause);
  }
  if (!site.nominal && clause.parent < 0) return;
  const Clause& governor = site.nominal ? clause : reading_.clauses[static_cast<std::size_t>(clause.parent)];
  f.governor_form = form_of_clause(governor);
  f.governor_lemma = lemma_of(governor.group.main);
}

void TLinkFeatures::set_subject(Context& f, const Clause& clause) const {
  const Argument* subject = clause.predication.find(clause.group.passive ? Role::undergoer : Role::agent);
  if (subject == nullptr) return;
  const syntax::Word& word = analysis_.trees[clause.sentence].words[subject->word];
  f.subject = lemma_of(last_word_token(analysis_, word));
  f.subject_kind = 1U + static_cast<std::uint32_t>(word.upos) * 4U + word.features.person;
}

// 0 one has no subject, 1 the same word, 2 others
std::uint32_t TLinkFeatures::shared_subject(const Context& x, const Context& y) {
  if (x.subject == 0 || y.subject == 0) return 0;
  return x.subject == y.subject ? 1 : 2;
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

}  // namespace annal
