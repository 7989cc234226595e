// See regroup.h.
#include "timeline/edits/regroup.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/sentence.h"
#include "timeline/edits/set_fields.h"

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
void unite(std::vector<T>& into, const std::vector<T>& from) {
  for (const T& item : from)
    if (std::find(into.begin(), into.end(), item) == into.end()) into.push_back(item);
}

/// Gives `into` what `from` has and is no judgment on its head.
void absorb(Event& into, const Event& from) {
  into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
  const bool is_dated = !into.timexes.empty() || is_marked(into, EditedField::date);
  const bool takes_date = into.when.empty() || (!is_dated && !from.timexes.empty());
  unite(into.timexes, from.timexes);
  complete(into.groups, from.groups);
  into.salience = std::max(into.salience, from.salience);
  if (into.lane.empty()) into.lane = from.lane;
  if (takes_date) {
    into.when = from.when;
    into.edtf = from.edtf;
    into.precision = from.precision;
    into.certainty = from.certainty;
  }
}

/// The narrowest time first, as it dates the event.
void sort_times(const Timeline& timeline, std::vector<std::uint32_t>& timexes) {
  const auto size = [&](std::uint32_t t) {
    const Interval i = timeline.timexes[t].value.interval;
    return i.bounded() ? i.end - i.begin : unbounded_future;
  };
  std::stable_sort(timexes.begin(), timexes.end(), [&](std::uint32_t a, std::uint32_t b) { return size(a) < size(b); });
}

/// States that the two begin and end at once, unless that is stated already.
void tie_as_one(Timeline& timeline, std::uint32_t a, std::uint32_t b) {
  Evidence tie;
  tie.from = {Point::Kind::event, a, false};
  tie.to = {Point::Kind::event, b, false};
  tie.low = tie.high = 0;
  tie.kind = EvidenceKind::edited;
  tie.rule = rule_edited_identity;
  const bool known = std::any_of(timeline.evidence.begin(), timeline.evidence.end(), [&](const Evidence& e) {
    return e.rule == tie.rule && e.from == tie.from && e.to == tie.to;
  });
  if (known) return;
  timeline.evidence.push_back(tie);
  tie.from.is_end = tie.to.is_end = true;
  timeline.evidence.push_back(std::move(tie));
  Relation identity;
  identity.from = {Entity::Kind::event, a};
  identity.to = {Entity::Kind::event, b};
  identity.type = RelationType::identity;
  identity.rule = rule_edited_identity;
  timeline.relations.push_back(std::move(identity));
}

bool tells_when(const Evidence& e, std::uint32_t event) {
  const auto is_it = [&](const Point& p) { return p.kind == Point::Kind::event && p.index == event; };
  return e.kind == EvidenceKind::stated &&
         ((is_it(e.from) && e.to.kind == Point::Kind::timex) || (is_it(e.to) && e.from.kind == Point::Kind::timex));
}

/// Where the times of the two disagree, those of `first` stand.
void trust_first(Timeline& timeline, std::uint32_t first, std::uint32_t other) {
  constexpr double share = 0.99;
  double least = 1;
  for (const Evidence& e : timeline.evidence)
    if (tells_when(e, first)) least = std::min(least, e.trust);
  for (Evidence& e : timeline.evidence)
    if (tells_when(e, other)) e.trust = std::min(e.trust, least * share);
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

void merge_event(Timeline& timeline, std::uint32_t other, std::uint32_t into) {
  Event &first = timeline.events[into], &away = timeline.events[other];
  absorb(first, away);
  sort_times(timeline, first.timexes);
  std::sort(first.mentions.begin(), first.mentions.end(), [](Span a, Span b) { return a.begin < b.begin; });
  first.mentions.erase(std::unique(first.mentions.begin(), first.mentions.end()), first.mentions.end());
  away.mentions.resize(away.span.size() > 0 ? 1 : 0, away.span);
  if (!away.mentions.empty()) away.mentions.front() = away.span;
  away.visibility = Visibility::hidden;
  trust_first(timeline, into, other);
  tie_as_one(timeline, into, other);
}

}  // namespace annal
