#include "timeline/tlink/tlink_extractor.h"

namespace annal {

// Nouns of happenings behind a preposition: "said during the campaign", "met after the vote", "told him in the call".
void TLinkExtractor::nouns() {
  for (const EventSite& site : sites_) {
    if (!site.nominal) continue;
    // Back over the noun's phrase and over "A of B" to the preposition.
    std::uint32_t k = site.token;
    const std::uint32_t floor = analysis_.sentences[sentence_of(site.token)].first;
    while (k > floor) {
      const Word& w = words_[k - 1];
      const bool part = is_nominal(w.tag) || w.tag == Tag::adjective || w.tag == Tag::possessive ||
                        w.tag == Tag::determiner || w.tag == Tag::number || w.tag == Tag::time ||
                        joins(analysis_, words_, k - 1);
      if (!part) break;
      --k;
    }
    const EventSite* governor = verb(site.clause);
    if (k > floor && words_[k - 1].tag == Tag::preposition) {
      const Word& preposition = words_[k - 1];
      const Span at = analysis_.tokens[k - 1].span();
      // The noun right before the preposition is meant first ("the first call since the election").
      const Phrase outer = phrase_before(analysis_, words_, k - 1, floor);
      const EventSite* near = !outer.empty() && outer.last == k - 1 ? noun(outer.head) : nullptr;
      const bool after_verb = governor != nullptr && governor->token < site.token;
      // At the head of a sentence the phrase dates the first finite verb after it.
      if (governor == nullptr || !after_verb) {
        governor = nullptr;
        for (std::uint32_t c = reading_.sentence_clause[sentence_of(site.token)];
             c < reading_.sentence_clause[sentence_of(site.token) + 1]; ++c) {
          const Clause& clause = reading_.clauses[c];
          if (clause.group.main > site.token && clause.group.finite) {
            governor = verb(c);
            break;
          }
        }
      }
      // "dropped the plan after the vote": what the verb does to its object comes after it, too.
      const bool object_of = near != nullptr && governor != nullptr && after_verb && !governor->nominal &&
                             reading_.clauses[static_cast<std::size_t>(governor->clause)].object.head == near->token;
      if (object_of && preposition.self.any(Is::signal_after, Is::signal_since))
        by_signal(preposition, *governor, site, false, at);
      if (near != nullptr) {
        by_signal(preposition, *near, site, false, at);
      } else if (governor != nullptr) {
        if (!by_signal(preposition, *governor, site, false, at) && after_verb && preposition.self.has(Is::event_place))
          tie_events(*governor, site, TemporalRelation::inside, EvidenceKind::signal, "in-event", 0.7, at);
      }
      continue;
    }
    // "held talks": verb and noun tell of one thing.
    if (governor != nullptr && governor->token < site.token &&
        reading_.clauses[static_cast<std::size_t>(governor->clause)].object.head == site.token &&
        words_[governor->token].meaning.has(Is::light) && !governor->nominal &&
        !words_[governor->token].meaning.has(Is::attitude))
      tie_events(*governor, site, TemporalRelation::overlaps, EvidenceKind::identity, "light-verb", 0.5,
                 hull(span_of(*governor), span_of(site)));
  }
}

}  // namespace annal
