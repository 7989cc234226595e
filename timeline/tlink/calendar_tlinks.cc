#include "timeline/tlink/calendar_tlinks.h"

#include <algorithm>
#include <optional>

#include "core/text/sentence.h"

namespace annal {
namespace {

constexpr std::size_t most_neighbours = 10;

bool placed(const TimeValue& value) {
  return value.type != TimexType::duration && value.type != TimexType::set && value.interval.bounded() &&
         value.frame != Frame::none;
}

/// How `a` lies to `b`; nothing where they only overlap.
std::optional<TemporalRelation> interval_relation(Interval a, Interval b) {
  if (a == b) return TemporalRelation::identical;
  if (a.end <= b.begin) return TemporalRelation::before;
  if (b.end <= a.begin) return TemporalRelation::after;
  if (b.contains(a)) return TemporalRelation::inside;
  return std::nullopt;
}

}  // namespace

std::size_t append_calendar_tlinks(const Analysis& analysis, std::size_t most, std::vector<TLink>& links) {
  std::size_t added = 0, left_out = 0;
  const auto tell = [&](Entity from, Entity to, Interval a, Interval b, Span words) {
    auto relation = interval_relation(a, b);
    if (!relation && a.contains(b)) {
      std::swap(from, to);
      relation = TemporalRelation::inside;
    }
    if (!relation) return;
    if (added == most) {
      ++left_out;
      return;
    }
    ++added;
    links.push_back({from, to, *relation, EvidenceKind::calendar, "calendar-order", 1, words, false});
  };
  const Dct& dct = analysis.document.dct;
  const CivilSeconds day = floor_day(dct.at);
  for (std::uint32_t t = 0; t < analysis.timexes.size(); ++t) {
    const Timex& timex = analysis.timexes[t];
    if (!placed(timex.value)) continue;
    const Entity here{Entity::Kind::timex, t};
    const std::size_t sentence = sentence_at(analysis.sentences, timex.span.begin);
    bool same = false;  // as one before, which tells how both lie to the others
    for (std::uint32_t k = t, n = 0; k-- > 0 && n < most_neighbours && !same; ++n) {
      const Timex& other = analysis.timexes[k];
      if (sentence_at(analysis.sentences, other.span.begin) + 1 < sentence) break;
      if (!placed(other.value) || other.value.frame != timex.value.frame) continue;
      tell({Entity::Kind::timex, k}, here, other.value.interval, timex.value.interval, timex.span);
      same = other.value.interval == timex.value.interval;
    }
    if (!same && timex.value.frame == Frame::calendar && dct.source != DctSource::none)
      tell(here, {Entity::Kind::document, 0}, timex.value.interval, {day, day + seconds_per_day}, timex.span);
  }
  return left_out;
}

}  // namespace annal
