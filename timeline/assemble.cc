// See assemble.h.
#include "timeline/assemble.h"

#include <algorithm>

#include "timeline/graph/network.h"
#include "timeline/relation/evidence.h"

namespace annal {
namespace {

// How narrow a tie dates its event: inside a time before beside it, a day before a year.
bool dates_better(const Analysis& analysis, const TimeTie& a, const TimeTie& b) {
  const auto beside = [](TieKind k) { return k != TieKind::bare && k != TieKind::in && k != TieKind::during; };
  if (beside(a.kind) != beside(b.kind)) return !beside(a.kind);
  const Interval x = analysis.timexes[a.timex].value.interval, y = analysis.timexes[b.timex].value.interval;
  const auto size = [](Interval i) { return i.bounded() ? i.end - i.begin : unbounded_future; };
  return size(x) < size(y);
}

// Gives each event the time expressions that say when, the narrowest first, and the words for a reader.
void date_events(const Analysis& analysis, const Reading& reading, const TieIndex& ties, std::vector<Event>& events) {
  std::vector<std::vector<const TimeTie*>> of_event(events.size());
  for (const EventSite& site : sites_of(analysis, reading, events)) {
    for (const TimeTie& tie : ties_of(ties, site)) {
      const TimeValue& value = analysis.timexes[tie.timex].value;
      if (value.frame == Frame::none || value.type == TimexType::duration || value.type == TimexType::set) continue;
      of_event[site.event].push_back(&tie);
    }
  }
  for (std::size_t e = 0; e < events.size(); ++e) {
    auto& mine = of_event[e];
    std::stable_sort(mine.begin(), mine.end(),
                     [&](const TimeTie* a, const TimeTie* b) { return dates_better(analysis, *a, *b); });
    for (const TimeTie* tie : mine)
      if (std::find(events[e].timexes.begin(), events[e].timexes.end(), tie->timex) == events[e].timexes.end())
        events[e].timexes.push_back(tie->timex);
    say_when(events[e], analysis.timexes, mine.empty() ? TieKind::bare : mine.front()->kind);
  }
}

}  // namespace

void order_events(const Analysis& analysis, Timeline& timeline) {
  Solution solution = solve(analysis.document.text, analysis.timexes.size(), timeline.events.size(), timeline.evidence,
                            analysis.document.dct);
  for (std::size_t e = 0; e < timeline.events.size(); ++e) {
    timeline.events[e].start = solution.bounds[e].start;
    timeline.events[e].end = solution.bounds[e].end;
    timeline.events[e].rank = solution.rank[e];
  }
  timeline.order = std::move(solution.order);
  timeline.conflicts = std::move(solution.conflicts);
}

void take_text(Analysis analysis, Timeline& timeline) {
  for (std::size_t t = 0; t < analysis.timexes.size(); ++t) timeline.readings.push_back(reading(analysis, t));
  timeline.document = std::move(analysis.document);
  timeline.sentences = std::move(analysis.sentences);
  timeline.tokens = std::move(analysis.tokens);
  timeline.expressions = std::move(analysis.expressions);
  timeline.timexes = std::move(analysis.timexes);
  timeline.warnings = std::move(analysis.warnings);
}

Timeline assemble(Analysis analysis, const Reading& reading, const TieIndex& ties, std::vector<Event> events) {
  // 1. What the text says of their order, and that as bounds.
  Timeline timeline;
  timeline.events = std::move(events);
  const std::vector<Link> links = find_links(analysis, reading, ties, timeline.events);
  LinkedEvidence evidence = find_evidence(analysis, reading, ties, timeline.events, links);
  timeline.evidence = std::move(evidence.pieces);

  // 2. The network: what must be given up, what is left to each event, and the order that follows.
  order_events(analysis, timeline);
  date_events(analysis, reading, ties, timeline.events);

  // 3. The relations that the text asserts, without those that were given up and those that follow from others.
  std::vector<Relation> relations;
  for (std::size_t l = 0; l < links.size(); ++l) {
    const auto first = timeline.evidence.begin() + evidence.first[l],
               last = timeline.evidence.begin() + evidence.first[l + 1];
    if (std::any_of(first, last, [](const Evidence& e) { return e.set_aside; })) continue;
    if (const auto relation = relation_of(links[l])) relations.push_back(*relation);
  }
  timeline.relations = reduce(relations);

  take_text(std::move(analysis), timeline);
  return timeline;
}

}  // namespace annal
