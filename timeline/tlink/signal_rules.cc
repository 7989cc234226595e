// Signal words (TimeML's SIGNAL): "after", "since", "before", "during", "once", "when", "while".
#include "timeline/tlink/tlink_extractor.h"

namespace annal {

// The link of `a` to `b` that stands behind a signal word: "a after b". False where the word is no signal.
bool TLinkExtractor::by_signal(const Word& signal, const EventSite& a, const EventSite& b, bool clause, Span at) {
  const double trust = clause ? 0.8 : 0.85;
  const ClassSet& s = signal.self;
  if (s.has(Is::signal_after)) {
    tie_events(a, b, TemporalRelation::after, EvidenceKind::signal, "signal-after", trust, at);
  } else if (s.has(Is::signal_since)) {
    // "since" as "because" takes no perfect before it.
    const Event& main = events_[a.event];
    const bool perfect = main.aspect != Aspect::none || a.nominal;
    if (clause && !perfect) return false;
    tie_events(a, b, TemporalRelation::begins_from, EvidenceKind::signal, "signal-since", trust, at);
    if (!durative(a.event))
      tie_events(a, b, TemporalRelation::after, EvidenceKind::signal, "signal-since", trust - 0.15, at);
  } else if (s.has(Is::signal_before)) {
    tie_events(a, b, TemporalRelation::before, EvidenceKind::signal, "signal-before", trust, at);
  } else if (s.has(Is::signal_during)) {
    tie_events(a, b, durative(a.event) ? TemporalRelation::overlaps : TemporalRelation::inside, EvidenceKind::signal,
               "signal-during", trust, at);
  } else if (s.has(Is::signal_once)) {
    if (!clause) return false;
    tie_events(a, b, TemporalRelation::after, EvidenceKind::signal, "signal-once", 0.7, at);
  } else if (s.has(Is::signal_when)) {
    tie_events(a, b, TemporalRelation::overlaps, EvidenceKind::signal, "signal-when", 0.65, at);
  } else if (s.has(Is::signal_while)) {
    if (!clause) return false;
    tie_events(a, b, TemporalRelation::overlaps, EvidenceKind::signal, "signal-while", 0.6, at);
  } else {
    return false;
  }
  return true;
}

// "After he resigned, they voted"; "they voted after he resigned".
void TLinkExtractor::subordinate(std::size_t c) {
  const Clause& clause = reading_.clauses[c];
  if (clause.opener < 0 || (clause.opening != Opening::subordinate && clause.opening != Opening::gerund)) return;
  const auto opener = static_cast<std::uint32_t>(clause.opener);
  const EventSite* dependent = verb(static_cast<std::int64_t>(c));
  if (dependent == nullptr) return;
  std::int64_t main = clause.parent;
  if (main < 0 || reading_.clauses[static_cast<std::size_t>(main)].sentence != clause.sentence) {
    main = -1;
    for (std::size_t k = c + 1; k < reading_.clauses.size() && reading_.clauses[k].sentence == clause.sentence; ++k) {
      if (reading_.clauses[k].group.finite && reading_.clauses[k].opening != Opening::relative) {
        main = static_cast<std::int64_t>(k);
        break;
      }
    }
  } else if (clause.opening == Opening::subordinate) {
    // From a non-finite verb in front back to the finite one that it hangs on.
    while (!reading_.clauses[static_cast<std::size_t>(main)].group.finite &&
           reading_.clauses[static_cast<std::size_t>(main)].parent >= 0 &&
           reading_.clauses[static_cast<std::size_t>(main)].opening != Opening::relative)
      main = reading_.clauses[static_cast<std::size_t>(main)].parent;
  }
  const EventSite* governor = verb(main);
  if (governor == nullptr) return;
  by_signal(words_[opener], *governor, *dependent, true, analysis_.tokens[opener].span());
}

}  // namespace annal
