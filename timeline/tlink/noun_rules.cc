#include "timeline/tlink/tlink_extractor.h"

namespace annal {

using syntax::Deprel;

// Nouns of happenings behind a preposition: "said during the campaign", "met after the vote", "told him in the call".
void TLinkExtractor::nouns() {
  for (const NominalEvent& nominal : reading_.nominals) {
    const EventSite* const site = noun(nominal.token);
    if (site == nullptr) continue;
    const auto& words = analysis_.trees[nominal.sentence].words;
    // Up over "A of B" and "A and B" to what the preposition stands before.
    auto top = static_cast<std::size_t>(nominal.predication.word);
    const auto preposition_of = [&](std::size_t w) -> const syntax::Word* {
      constexpr std::size_t reach = 16;  // words before the noun
      for (std::size_t k = w; k-- > 0 && k + reach >= w;)
        if (words[k].head == static_cast<std::int32_t>(w) && words[k].deprel == Deprel::case_) return &words[k];
      return nullptr;
    };
    const syntax::Word* preposition = preposition_of(top);
    for (int steps = 0; steps < 4 && words[top].head >= 0; ++steps) {
      const bool inside = (words[top].deprel == Deprel::nmod && preposition != nullptr &&
                           words_[preposition->first].self.has(Is::genitive_mark)) ||
                          words[top].deprel == Deprel::conj;
      if (!inside) break;
      top = static_cast<std::size_t>(words[top].head);
      preposition = preposition_of(top);
    }
    const std::int32_t head = words[top].head;
    const EventSite* const governor = verb(nominal.clause);
    const EventSite* const near =
        head < 0 || words[top].deprel != Deprel::nmod ? nullptr : noun(words[static_cast<std::size_t>(head)].last - 1);
    if (preposition != nullptr) {
      relate(*site, words_[preposition->first], analysis_.tokens[preposition->first].span(), near, governor);
      continue;
    }
    // "held talks": verb and noun tell of one thing.
    if (governor != nullptr && !governor->nominal &&
        reading_.clauses[static_cast<std::size_t>(governor->clause)].object.head == site->token &&
        words_[governor->token].meaning.has(Is::light) && !words_[governor->token].meaning.has(Is::attitude))
      tie_events(*governor, *site, TemporalRelation::overlaps, EvidenceKind::identity, "light-verb", 0.5,
                 hull(span_of(*governor), span_of(*site)));
  }
}

// Relates the noun behind a preposition to the noun before it, or else to the verb that both hang on.
void TLinkExtractor::relate(const EventSite& site, const Word& preposition, Span at, const EventSite* near,
                            const EventSite* governor) {
  if (near == nullptr) {
    if (governor != nullptr && !by_signal(preposition, *governor, site, false, at) &&
        preposition.self.has(Is::event_place))
      tie_events(*governor, site, TemporalRelation::inside, EvidenceKind::signal, "in-event", 0.7, at);
    return;
  }
  // "dropped the plan after the vote": what the verb does to its object comes after it, too.
  if (governor != nullptr && !governor->nominal && preposition.self.any(Is::signal_after, Is::signal_since) &&
      reading_.clauses[static_cast<std::size_t>(governor->clause)].object.head == near->token)
    by_signal(preposition, *governor, site, false, at);
  by_signal(preposition, *near, site, false, at);
}

}  // namespace annal
