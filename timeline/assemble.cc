// See assemble.h.
#include "timeline/assemble.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "core/normalize/explain.h"
#include "timeline/explain/stated_conflict.h"
#include "timeline/lanes.h"
#include "timeline/network/network.h"
#include "timeline/selection.h"
#include "timeline/tlink/asserted.h"
#include "timeline/tlink/calendar_tlinks.h"
#include "timeline/tlink/evidence.h"
#include "timeline/tlink/extract.h"
#include "timeline/tlink/limit_tlinks.h"
#include "timeline/tlink/model_tlinks.h"
#include "timeline/tlink/narrative_time.h"
#include "timeline/tlink/retold.h"

namespace annal {
namespace {

// Whether `a` dates an event more narrowly than `b`: within a time rather than before or after one, a day rather than a
// year.
bool dates_better(const Analysis& analysis, const TimeTie& a, const TimeTie& b) {
  const auto beside = [](TieKind k) { return k != TieKind::bare && k != TieKind::in && k != TieKind::during; };
  if (beside(a.kind) != beside(b.kind)) return !beside(a.kind);
  const Interval x = analysis.timexes[a.timex].value.interval, y = analysis.timexes[b.timex].value.interval;
  const auto size = [](Interval i) { return i.bounded() ? i.end - i.begin : unbounded_future; };
  return size(x) < size(y);
}

// The events and time expressions whose tie was set aside: another reading was surer.
std::set<std::pair<std::uint32_t, std::uint32_t>> ties_set_aside(const std::vector<Evidence>& evidence) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> found;
  for (const Evidence& e : evidence) {
    if (!e.set_aside || e.kind != EvidenceKind::stated) continue;
    if (e.from.kind == Point::Kind::event && e.to.kind == Point::Kind::timex) found.emplace(e.from.index, e.to.index);
    if (e.from.kind == Point::Kind::timex && e.to.kind == Point::Kind::event) found.emplace(e.to.index, e.from.index);
  }
  return found;
}

// Gives each event its time expressions, the narrowest first, and its date.
void date_events(const Analysis& analysis, const TieIndex& ties, std::span<const EventSite> sites,
                 const std::vector<bool>& guesses, Timeline& timeline) {
  std::vector<Event>& events = timeline.events;
  const auto set_aside = ties_set_aside(timeline.evidence);
  std::vector<std::vector<const TimeTie*>> of_event(events.size());
  for (const EventSite& site : sites) {
    for (const TimeTie& tie : ties_of(ties, site)) {
      const TimeValue& value = analysis.timexes[tie.timex].value;
      if (value.frame == Frame::none || value.type == TimexType::duration || value.type == TimexType::set) continue;
      if (set_aside.contains({site.event, tie.timex})) continue;
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
    say_when(events[e], analysis.timexes, mine.empty() ? TieKind::bare : mine.front()->kind, analysis.document.dct);
    if (events[e].timexes.empty() && guesses[e]) mark_as_guess(events[e]);
  }
}

// Copies the evidence into a vector without spare capacity, except for what the network adds: evidence is the largest
// part of a timeline.
void take_evidence(std::vector<Evidence> found, Timeline& timeline) {
  constexpr std::size_t added_by_the_network = 2;
  timeline.evidence.reserve(found.size() + added_by_the_network);
  timeline.evidence.assign(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

// Gives back the memory of what nothing asks for once the relations are read: half of what a long text takes.
void give_back(Analysis& analysis, Reading& reading) {
  analysis.trees = {};
  reading = {};
}

/// What the model finds likely of two events, but less surely than evidence must be.
std::vector<Evidence> hints_of(const std::vector<TLink>& links) {
  std::vector<Evidence> hints;
  for (const TLink& link : links)
    if (link.kind == EvidenceKind::model && !link.bounds && link.to.kind == Entity::Kind::event)
      append_evidence(link, hints);
  return hints;
}

Warning relations_left_out(std::size_t count) {
  return {{},
          "relations left out: " + std::to_string(count) +
              "; the text names too many events and times to relate each to those near it"};
}

}  // namespace

std::vector<bool> order_events(std::size_t timexes, const Dct& dct, Timeline& timeline,
                               std::span<const Evidence> hints) {
  Solution solution = solve(timexes, timeline.events.size(), timeline.evidence, dct, hints);
  for (std::size_t e = 0; e < timeline.events.size(); ++e) {
    timeline.events[e].start = solution.bounds[e].start;
    timeline.events[e].end = solution.bounds[e].end;
    timeline.events[e].rank = solution.order.rank[e];
    timeline.events[e].precedes = std::move(solution.order.precedes[e]);
  }
  timeline.order = std::move(solution.order.line);
  for (std::uint32_t i = 0; i < timeline.order.size(); ++i) timeline.events[timeline.order[i]].position = i;
  timeline.conflicts = std::move(solution.conflicts);
  if (solution.left_out > 0)
    timeline.warnings.push_back({{},
                                 "too many contradictions: " + std::to_string(solution.left_out) +
                                     (solution.left_out == 1 ? " statement" : " statements") +
                                     " about the order left out"});
  if (solution.order.left_out > 0)
    timeline.warnings.push_back({{},
                                 "too many events precede others: " + std::to_string(solution.order.left_out) +
                                     " pairs are left to the dates"});
  return std::move(solution.guessed);
}

void round_shares(Timeline& timeline) {
  const auto round = [](double& share) { share = std::round(share * 1000) / 1000; };
  for (Event& event : timeline.events) {
    round(event.salience);
    round(event.certainty);
  }
  for (Evidence& evidence : timeline.evidence) round(evidence.trust);
  for (Relation& relation : timeline.relations) round(relation.trust);
}

void take_text(Analysis analysis, Timeline& timeline) {
  for (std::size_t t = 0; t < analysis.timexes.size(); ++t) {
    timeline.readings.push_back(explain(analysis, t));
    timeline.trees.push_back(tree_of(analysis, t));
  }
  timeline.document = std::move(analysis.document);
  timeline.sentences = std::move(analysis.sentences);
  timeline.tokens = std::move(analysis.tokens);
  timeline.timexes = std::move(analysis.timexes);
  timeline.warnings.insert(timeline.warnings.begin(), std::make_move_iterator(analysis.warnings.begin()),
                           std::make_move_iterator(analysis.warnings.end()));
}

Timeline assemble(Analysis analysis, Reading reading, const TieIndex& ties, std::vector<Event> events,
                  const TLinkTables& models, EventSource source) {
  Timeline timeline;
  timeline.events = std::move(events);
  const std::vector<EventSite> sites = sites_of(analysis, reading, timeline.events);
  const std::size_t most = source == EventSource::detected
                               ? most_tlinks_of_text(analysis.document.text.size())
                               : most_tlinks_of_entities(timeline.events.size() + analysis.timexes.size());

  // Read the relations that the words state: dates of events, tense, "after", "he said that", "and then".
  std::vector<TLink> links = extract_tlinks(analysis, reading, ties, timeline.events, sites);

  // Relate time expressions to each other and to the day of writing, by the calendar.
  std::size_t left_out = append_calendar_tlinks(analysis, most, links);

  // Put undated events of a story at the day where the story stands, and in the order in which it is told.
  propagate_narrative_time(analysis, reading, ties, timeline.events, sites, links);

  // Ask the model about pairs that no rule relates.
  if (reading.modelled) append_model_tlinks(analysis, reading, ties, timeline.events, sites, models, source, links);

  // Tie what is surely one deed though it is told with two dates: a contradiction of the text.
  append_retold(analysis, reading, ties, timeline.events, sites, links);

  // Give up the order of telling wherever another relation contradicts it.
  drop_contradicted_sequence(links);

  give_back(analysis, reading);

  // Keep the cost in proportion to the text: drop the least trusted of too many relations.
  left_out += limit_tlinks(links, most);
  if (left_out > 0) timeline.warnings.push_back(relations_left_out(left_out));

  // Turn relations, calendar values and durations into bounds on the distance of two points.
  LinkedEvidence evidence = find_evidence(analysis, ties, timeline.events, sites, links);
  take_evidence(std::move(evidence.evidence), timeline);

  // Solve the network of bounds: set contradictions aside, bound each event, order the events.
  const std::vector<bool> guessed =
      order_events(analysis.timexes.size(), analysis.document.dct, timeline, hints_of(links));

  // Tell only of contradictions that the text itself states.
  std::erase_if(timeline.conflicts,
                [&](const Conflict& conflict) { return !is_stated(conflict, timeline.evidence, analysis.timexes); });

  // Give each event the time expressions that date it, and its date in words and EDTF.
  date_events(analysis, ties, sites, guessed, timeline);

  // Keep the relations that the solved network admits and that do not follow from others.
  timeline.relations = asserted(analysis, links, evidence, timeline.evidence, timeline.events.size());

  // Hand on the text itself.
  take_text(std::move(analysis), timeline);

  // Choose the events that are shown, and what groups them best.
  round_shares(timeline);
  select_events(timeline);
  choose_lanes(timeline);
  return timeline;
}

}  // namespace annal
