// The places where events stand in the clauses of a text.
#include <algorithm>

#include "timeline/event/event.h"

namespace annal {
namespace {

EventSite site_at(const Analysis& analysis, const Reading& reading, Span span) {
  const auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.begin < at; });
  EventSite site;
  site.token = static_cast<std::uint32_t>(token - analysis.tokens.begin());
  const auto after = std::upper_bound(analysis.sentences.begin(), analysis.sentences.end(), site.token,
                                      [](std::uint32_t at, const Sentence& s) { return at < s.first; });
  if (after == analysis.sentences.begin()) return site;
  const auto s = static_cast<std::uint32_t>(after - analysis.sentences.begin() - 1);
  site.nominal = true;
  for (std::uint32_t c = reading.sentence_clause[s]; c < reading.sentence_clause[s + 1]; ++c) {
    const VerbGroup& group = reading.clauses[c].group;
    if (group.main != site.token && group.predicate != static_cast<std::int32_t>(site.token)) continue;
    const auto noun =
        std::lower_bound(reading.nominals.begin(), reading.nominals.end(), site.token,
                         [](const NominalEvent& nominal, std::uint32_t at) { return nominal.token < at; });
    if (noun != reading.nominals.end() && noun->token == site.token) break;
    site.nominal = false;
    site.clause = static_cast<std::int32_t>(c);
    return site;
  }
  site.clause = reading.words[site.token].clause;
  return site;
}

}  // namespace

std::vector<EventSite> sites_of(const Analysis& analysis, const Reading& reading, const std::vector<Event>& events) {
  std::vector<EventSite> sites;
  sites.reserve(events.size());
  for (std::size_t e = 0; e < events.size(); ++e) {
    sites.push_back(site_at(analysis, reading, events[e].span));
    sites.back().event = static_cast<std::uint32_t>(e);
    for (const Span mention : events[e].mentions) {
      if (mention == events[e].span) continue;
      sites.push_back(site_at(analysis, reading, mention));
      sites.back().event = static_cast<std::uint32_t>(e);
      sites.back().first = false;
    }
  }
  return sites;
}

std::vector<Event> find_events(const Analysis& analysis, const Language& language) {
  const EventLexicon& lexicon = EventLexicon::of(language);
  const Reading reading = read_clauses(analysis, lexicon);
  return find_events(analysis, reading, tie_times(analysis, reading, language), lexicon).events;
}

}  // namespace annal
