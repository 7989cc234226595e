// The rules behind extract_tlinks, one method each, shared by the sources that hold them: times and tense
// (time_rules.cc), signal words (signal_rules.cc), clauses (clause_rules.cc), nouns (noun_rules.cc). Included by those
// alone.
#pragma once

#include <algorithm>
#include <map>

#include "core/text/sentence.h"
#include "timeline/tlink/tlink.h"

namespace annal {

class TLinkExtractor {
 public:
  TLinkExtractor(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                 const std::vector<Event>& events, const std::vector<EventSite>& sites)
      : analysis_(analysis),
        reading_(reading),
        words_(reading.words),
        ties_(ties),
        events_(events),
        sites_(sites),
        verb_site_(reading.clauses.size(), -1) {
    for (std::size_t s = 0; s < sites_.size(); ++s) {
      if (sites_[s].nominal)
        noun_site_[sites_[s].token] = static_cast<std::int32_t>(s);
      else if (sites_[s].clause >= 0)
        verb_site_[static_cast<std::size_t>(sites_[s].clause)] = static_cast<std::int32_t>(s);
    }
  }

  std::vector<TLink> run() {
    times();
    for (const EventSite& site : sites_)
      if (site.first) tense(site);
    for (std::size_t c = 0; c < reading_.clauses.size(); ++c) {
      subordinate(c);
      reported(c);
      brought_about(c);
      coordinate(c);
      caused(c);
      sequence_adverb(c);
      past_perfect(c);
      perfect_before_saying(c);
    }
    nouns();
    std::stable_sort(links_.begin(), links_.end(),
                     [](const TLink& a, const TLink& b) { return a.words.begin < b.words.begin; });
    return std::move(links_);
  }

 private:
  Span words(std::uint32_t first, std::uint32_t last) const {
    return {analysis_.tokens[first].begin, analysis_.tokens[last - 1].end};
  }
  Span span_of(const EventSite& site) const { return analysis_.tokens[site.token].span(); }
  Span hull(Span a, Span b) const { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }
  const EventSite* verb(std::int64_t clause) const {
    if (clause < 0 || verb_site_[static_cast<std::size_t>(clause)] < 0) return nullptr;
    return &sites_[static_cast<std::size_t>(verb_site_[static_cast<std::size_t>(clause)])];
  }
  const EventSite* noun(std::uint32_t token) const {
    const auto found = noun_site_.find(token);
    return found == noun_site_.end() ? nullptr : &sites_[static_cast<std::size_t>(found->second)];
  }
  const ClassSet& meaning(std::size_t c) const { return words_[reading_.clauses[c].group.main].meaning; }
  std::uint32_t sentence_of(std::uint32_t token) const {
    const auto after = std::upper_bound(analysis_.sentences.begin(), analysis_.sentences.end(), token,
                                        [](std::uint32_t at, const Sentence& s) { return at < s.first; });
    return static_cast<std::uint32_t>(after - analysis_.sentences.begin()) - 1;
  }
  bool durative(std::uint32_t event) const { return is_durative(events_[event]); }

  void tie_events(const EventSite& a, const EventSite& b, TemporalRelation relation, EvidenceKind kind,
                  const char* rule, double trust, Span at) {
    if (a.event == b.event) return;
    if (!may_bound(events_[a.event].status, events_[b.event].status)) return;
    links_.push_back({event_entity(a.event), event_entity(b.event), relation, kind, rule, trust, at});
  }

  void times();
  void time(const TimeTie& tie, const EventSite& site);
  void tense(const EventSite& site);
  void subordinate(std::size_t c);
  void reported(std::size_t c);
  void brought_about(std::size_t c);
  void coordinate(std::size_t c);
  void caused(std::size_t c);
  void came_about(std::size_t c);
  void sequence_adverb(std::size_t c);
  void past_perfect(std::size_t c);
  void perfect_before_saying(std::size_t c);
  void nouns();
  void relate(const EventSite& site, const Word& preposition, Span at, const EventSite* near,
              const EventSite* governor);
  bool by_signal(const Word& signal, const EventSite& a, const EventSite& b, bool clause, Span at);

  const Analysis& analysis_;
  const Reading& reading_;
  const std::vector<Word>& words_;
  const TieIndex& ties_;
  const std::vector<Event>& events_;
  const std::vector<EventSite>& sites_;
  std::vector<std::int32_t> verb_site_;              ///< by clause, into sites_
  std::map<std::uint32_t, std::int32_t> noun_site_;  ///< by token
  std::vector<TLink> links_;
};

}  // namespace annal
