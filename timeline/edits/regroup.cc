// See regroup.h.
#include "timeline/edits/regroup.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/sentence.h"

namespace annal {
namespace {

std::uint32_t distance(Span a, Span b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

/// Whether words belong to one mention rather than to the others: they stand in its sentence, and nearer to it.
class Side {
 public:
  Side(const Timeline& timeline, Span mention, const std::vector<Span>& others)
      : timeline_(timeline), mention_(mention), others_(others), sentence_(sentence(mention)) {}

  bool holds(Span words) const {
    if (words.size() == 0 || sentence(words) != sentence_) return false;
    return std::all_of(others_.begin(), others_.end(), [&](Span other) {
      return sentence(other) != sentence_ || distance(mention_, words) < distance(other, words);
    });
  }
  std::size_t sentence(Span span) const { return sentence_at(timeline_.sentences, span.begin); }

 private:
  const Timeline& timeline_;
  Span mention_;
  const std::vector<Span>& others_;
  std::size_t sentence_;
};

void move_point(Point& point, std::uint32_t from, std::uint32_t to) {
  if (point.kind == Point::Kind::event && point.index == from) point.index = to;
}

void move_entity(Entity& entity, std::uint32_t from, std::uint32_t to) {
  if (entity.kind == Entity::Kind::event && entity.index == from) entity.index = to;
}

template <class T>
void unite(std::vector<T>& into, std::vector<T>& from) {
  for (T& item : from)
    if (std::find(into.begin(), into.end(), item) == into.end()) into.push_back(std::move(item));
}

/// Gives `into` what `from` has and is no judgment on its head.
void absorb(Event& into, Event& from) {
  into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
  const bool has_words = into.span.size() > 0;
  if (!has_words) {
    into.span = from.span;
    into.clause = from.clause;
    into.sentence = from.sentence;
  }
  unite(into.timexes, from.timexes);
  unite(into.actors, from.actors);
  into.salience = std::max(into.salience, from.salience);
  if (into.lane.empty()) into.lane = std::move(from.lane);
  if (into.when.empty()) {
    into.when = from.when;
    into.edtf = std::move(from.edtf);
    into.precision = from.precision;
    into.certainty = from.certainty;
  }
}

/// Renumbers what names events; what related two events that are now one goes.
void renumber(Timeline& timeline, const std::vector<std::uint32_t>& index) {
  std::erase_if(timeline.evidence, [&](const Evidence& e) {
    return e.from.kind == Point::Kind::event && e.to.kind == Point::Kind::event && e.from.index != e.to.index &&
           index[e.from.index] == index[e.to.index];
  });
  for (Evidence& e : timeline.evidence)
    for (Point* point : {&e.from, &e.to})
      if (point->kind == Point::Kind::event) point->index = index[point->index];
  for (Relation& r : timeline.relations)
    for (Entity* entity : {&r.from, &r.to})
      if (entity->kind == Entity::Kind::event) entity->index = index[entity->index];
  std::erase_if(timeline.relations, [](const Relation& r) { return r.from == r.to; });
}

/// The narrowest time first, as it dates the event.
void sort_times(const Timeline& timeline, std::vector<std::uint32_t>& timexes) {
  const auto size = [&](std::uint32_t t) {
    const Interval i = timeline.timexes[t].value.interval;
    return i.bounded() ? i.end - i.begin : unbounded_future;
  };
  std::stable_sort(timexes.begin(), timexes.end(), [&](std::uint32_t a, std::uint32_t b) { return size(a) < size(b); });
}

}  // namespace

std::uint32_t split_event(Timeline& timeline, std::uint32_t event, Span mention, std::string title) {
  const auto split = static_cast<std::uint32_t>(timeline.events.size());
  Event made = timeline.events[event];
  Event& kept = timeline.events[event];
  std::erase(kept.mentions, mention);
  const Side side(timeline, mention, kept.mentions);
  made.span = mention;
  made.mentions = {mention};
  made.title = std::move(title);
  made.sentence = static_cast<std::uint32_t>(side.sentence(mention));
  made.clause = made.sentence < timeline.sentences.size() ? timeline.sentences[made.sentence].span : mention;
  made.pos = PartOfSpeech::other;
  made.tense = Tense::none;
  made.aspect = Aspect::none;
  made.arguments.clear();
  const auto beside = [&](std::uint32_t timex) { return side.holds(timeline.timexes[timex].span); };
  std::erase_if(made.timexes, [&](std::uint32_t t) { return !beside(t); });
  std::erase_if(kept.timexes, beside);
  for (Evidence& e : timeline.evidence) {
    if (!side.holds(e.words)) continue;
    move_point(e.from, event, split);
    move_point(e.to, event, split);
  }
  for (Relation& r : timeline.relations) {
    if (!side.holds(r.evidence)) continue;
    move_entity(r.from, event, split);
    move_entity(r.to, event, split);
  }
  made.precedes.clear();
  made.position = split;
  timeline.order.push_back(split);
  timeline.events.push_back(std::move(made));
  return split;
}

std::vector<std::uint32_t> merge_events(Timeline& timeline, const std::vector<std::uint32_t>& into) {
  std::vector<Event>& events = timeline.events;
  std::vector<std::uint32_t> index(events.size(), 0);
  std::uint32_t next = 0;
  for (std::uint32_t e = 0; e < events.size(); ++e)
    if (into[e] == e) index[e] = next++;
  for (std::uint32_t e = 0; e < events.size(); ++e) {
    if (into[e] == e) continue;
    index[e] = index[into[e]];
    absorb(events[into[e]], events[e]);
    sort_times(timeline, events[into[e]].timexes);
  }
  renumber(timeline, index);
  std::vector<Event> kept;
  kept.reserve(next);
  for (std::uint32_t e = 0; e < events.size(); ++e) {
    if (into[e] != e) continue;
    kept.push_back(std::move(events[e]));
    std::vector<Span>& mentions = kept.back().mentions;
    std::sort(mentions.begin(), mentions.end(), [](Span a, Span b) { return a.begin < b.begin; });
    mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
    kept.back().precedes.clear();
  }
  events = std::move(kept);
  std::vector<std::uint32_t> order;
  for (const std::uint32_t e : timeline.order) {
    if (into[e] != e) continue;
    order.push_back(index[e]);
  }
  timeline.order = std::move(order);
  return index;
}

}  // namespace annal
