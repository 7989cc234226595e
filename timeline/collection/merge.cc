// See merge.h.
#include "timeline/collection/merge.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/text/token.h"
#include "core/unicode/letter_case.h"

namespace annal {
namespace {

CivilSeconds width_of(const Event& event) {
  if (event.start.earliest == unbounded_past || event.end.latest == unbounded_future) return unbounded_future;
  return event.end.latest - event.start.earliest;
}

/// How well an event is dated: lower is better.
auto date_order(const Event& event) {
  return std::tuple(event.when.empty() || event.when.guess, event.timexes.empty(), width_of(event));
}

/// Who acts or whom it is done to.
bool is_core(const EventArgument& argument) {
  return argument.role == Role::agent || argument.role == Role::undergoer || argument.role == Role::recipient;
}

/// Whether a phrase holds a name: a word with a capital, behind the first of the sentence, of more than a letter ("I").
bool holds_name(Span phrase, std::uint32_t sentence_begin, std::string_view text) {
  std::vector<Token> tokens;
  tokenise(slice(text, phrase), tokens);
  return std::ranges::any_of(tokens, [&](const Token& token) {
    const std::string_view word = slice(slice(text, phrase), token.span());
    return phrase.begin + token.span().begin > sentence_begin && word.size() > 1 && folded(word) != word;
  });
}

/// How many of those who take part it calls by their names: "the council hired you" names nobody.
std::int64_t named(const Event& event, const Timeline& timeline) {
  const std::uint32_t sentence =
      event.sentence < timeline.sentences.size() ? timeline.sentences[event.sentence].span.begin : 0;
  return std::ranges::count_if(event.arguments, [&](const EventArgument& argument) {
    return is_core(argument) && (!argument.name.empty() || holds_name(argument.span, sentence, timeline.document.text));
  });
}

/// Which of the events of a group stands for it.
std::uint32_t best_told(const EventGroup& group, const Timeline& timeline) {
  return *std::ranges::min_element(group, {}, [&](std::uint32_t e) {
    const Event& event = timeline.events[e];
    return std::tuple(event.status, event.timexes.empty(), width_of(event), -named(event, timeline), -event.salience,
                      e);
  });
}

std::uint32_t best_dated(const EventGroup& group, const std::vector<Event>& events) {
  return *std::ranges::min_element(group, {}, [&](std::uint32_t e) { return std::tuple(date_order(events[e]), e); });
}

/// Gives `into` those who take part of whom it does not tell.
void add_participants(Event& into, const Event& from) {
  for (const EventArgument& argument : from.arguments)
    if (is_core(argument) &&
        std::ranges::find(into.arguments, argument.role, &EventArgument::role) == into.arguments.end())
      into.arguments.push_back(argument);
}

/// Gives `into` what `from` has and is no judgment on its words.
void absorb(Event& into, const Event& from) {
  into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
  for (const std::uint32_t timex : from.timexes)
    if (std::ranges::find(into.timexes, timex) == into.timexes.end()) into.timexes.push_back(timex);
  add_participants(into, from);
  complete(into.groups, from.groups);
  into.salience = std::max(into.salience, from.salience);
  if (into.lane.empty()) into.lane = from.lane;
}

void take_date(Event& into, const Event& from) {
  into.start = from.start;
  into.end = from.end;
  into.when = from.when;
  into.edtf = from.edtf;
  into.precision = from.precision;
  into.certainty = from.certainty;
}

void unite(const EventGroup& group, std::uint32_t into, std::vector<Event>& events) {
  const std::uint32_t dated = best_dated(group, events);
  const Event date = events[dated];
  std::vector<std::uint32_t> timexes = date.timexes;  // what dates it stands first
  std::swap(timexes, events[into].timexes);
  Event& event = events[into];
  for (const std::uint32_t timex : timexes)
    if (std::ranges::find(event.timexes, timex) == event.timexes.end()) event.timexes.push_back(timex);
  for (const std::uint32_t other : group)
    if (other != into) absorb(event, events[other]);
  take_date(event, date);
  std::ranges::sort(event.mentions, {}, [](Span span) { return std::pair(span.begin, span.end); });
  event.mentions.erase(std::unique(event.mentions.begin(), event.mentions.end()), event.mentions.end());
}

/// The new number of each event.
std::vector<std::uint32_t> renumbered(const std::vector<std::uint32_t>& stands_for) {
  std::vector<std::uint32_t> number(stands_for.size());
  std::uint32_t next = 0;
  for (std::uint32_t e = 0; e < stands_for.size(); ++e)
    if (stands_for[e] == e) number[e] = next++;
  for (std::uint32_t e = 0; e < stands_for.size(); ++e) number[e] = number[stands_for[e]];
  return number;
}

bool is_loop(const Evidence& evidence) {
  const Point &a = evidence.from, &b = evidence.to;
  return a.kind == Point::Kind::event && b.kind == Point::Kind::event && a.index == b.index;
}

}  // namespace

std::vector<std::uint32_t> merge_events(const std::vector<EventGroup>& groups, Timeline& timeline) {
  std::vector<std::uint32_t> stands_for(timeline.events.size());
  std::iota(stands_for.begin(), stands_for.end(), 0u);
  for (const EventGroup& group : groups) {
    const std::uint32_t into = best_told(group, timeline);
    unite(group, into, timeline.events);
    for (const std::uint32_t event : group) stands_for[event] = into;
  }
  const std::vector<std::uint32_t> number = renumbered(stands_for);
  for (Evidence& evidence : timeline.evidence)
    for (Point* const point : {&evidence.from, &evidence.to})
      if (point->kind == Point::Kind::event) point->index = number[point->index];
  std::erase_if(timeline.evidence, is_loop);
  for (Relation& relation : timeline.relations)
    for (Entity* const entity : {&relation.from, &relation.to})
      if (entity->kind == Entity::Kind::event) entity->index = number[entity->index];
  std::erase_if(timeline.relations, [](const Relation& relation) { return relation.from == relation.to; });
  std::vector<Event> kept;
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
    if (stands_for[e] == e) kept.push_back(std::move(timeline.events[e]));
  timeline.events = std::move(kept);
  std::vector<std::uint32_t> merged;
  for (const EventGroup& group : groups) merged.push_back(number[group.front()]);
  return merged;
}

}  // namespace annal
