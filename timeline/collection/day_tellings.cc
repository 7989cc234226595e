// See day_tellings.h.
#include "timeline/collection/day_tellings.h"

#include <algorithm>
#include <tuple>

#include "core/text/sentence.h"
#include "timeline/sources.h"

namespace annal {
namespace {

bool is_within_a_day(CivilSeconds begin, CivilSeconds end) {
  return begin > unbounded_past && end < unbounded_future && begin < end && day_number(begin) == day_number(end - 1);
}

DayTelling telling_at(const Timeline& timeline, CivilSeconds at, std::uint32_t begin) {
  DayTelling telling;
  telling.day = day_number(at);
  telling.source = static_cast<std::uint32_t>(source_at(timeline, begin));
  telling.sentence = static_cast<std::uint32_t>(sentence_at(timeline.sentences, begin));
  return telling;
}

/// Whether a day that stands there is told: not where the text was written, nor a heading of what follows, whose events
/// it dates.
bool is_prose(const Timeline& timeline, const Sentence& sentence) {
  if (sentence.block >= timeline.document.blocks.size()) return true;
  const BlockKind kind = timeline.document.blocks[sentence.block].kind;
  return kind == BlockKind::paragraph || kind == BlockKind::title;
}

/// Notes in `telling` what a time expression of its document says of its day.
void state(const Timeline& timeline, const Timex& timex, DayTelling& telling) {
  if (!names_a_day(timex.value) || day_number(timex.value.interval.begin) != telling.day ||
      source_at(timeline, timex.span.begin) != telling.source)
    return;
  telling.stated = true;
  const std::size_t named = sentence_at(timeline.sentences, timex.span.begin);
  const Sentence& sentence = timeline.sentences[named];
  const bool dates_it = named == telling.sentence || !is_prose(timeline, sentence);
  if (dates_it && sentence.span.begin == timex.span.begin) telling.leading = true;
}

/// Notes in `telling` that it tells of an event of this status.
void vouch(Status status, DayTelling& telling) {
  constexpr Status best_first[] = {Status::fact,     Status::reported,    Status::alleged,
                                   Status::expected, Status::conditional, Status::denied};
  const auto place = [&](Status s) { return std::ranges::find(best_first, s); };
  if (!telling.status || place(status) < place(*telling.status)) telling.status = status;
}

auto place_of(const DayTelling& telling) { return std::tuple(telling.day, telling.source, telling.sentence); }

/// Makes one of those of one sentence and day, which says what any of them says.
void unite_places(std::vector<DayTelling>& tellings) {
  auto last = tellings.begin();
  for (auto at = last; at != tellings.end(); ++at) {
    if (place_of(*at) != place_of(*last)) *++last = *at;
    last->stated = last->stated || at->stated;
    last->happens = last->happens || at->happens;
    last->leading = last->leading || at->leading;
    if (at->status) vouch(*at->status, *last);
  }
  if (!tellings.empty()) tellings.erase(std::next(last), tellings.end());
}

/// Whether one day is known for an event of a timeline, and not by what several documents disagree on.
bool has_day(const Event& event) {
  return event.start.frame == Frame::calendar && event.accounts.empty() &&
         is_within_a_day(event.start.earliest, std::max(event.start.latest, event.start.earliest + 1));
}

/// Says of the tellings, in order, how the events that do not hold are told in them.
void vouch_for_others(const Timeline& timeline, std::vector<DayTelling>& tellings) {
  for (const Event& event : timeline.events) {
    if (holds(event.status) || !has_day(event)) continue;
    for (const Span mention : event.mentions) {
      const DayTelling wanted = telling_at(timeline, event.start.earliest, mention.begin);
      const auto found = std::ranges::lower_bound(tellings, place_of(wanted), {}, place_of);
      if (found != tellings.end() && place_of(*found) == place_of(wanted)) vouch(event.status, *found);
    }
  }
}

}  // namespace

bool names_a_day(const TimeValue& value) {
  return (value.type == TimexType::date || value.type == TimexType::time) && value.frame == Frame::calendar &&
         is_within_a_day(value.interval.begin, value.interval.end);
}

std::vector<DayTelling> tellings_of(const Timeline& timeline) {
  std::vector<DayTelling> tellings;
  if (timeline.sentences.empty()) return tellings;
  for (const Timex& timex : timeline.timexes) {
    if (!names_a_day(timex.value)) continue;
    DayTelling telling = telling_at(timeline, timex.value.interval.begin, timex.span.begin);
    if (!is_prose(timeline, timeline.sentences[telling.sentence])) continue;
    state(timeline, timex, telling);
    tellings.push_back(telling);
  }
  for (const Event& event : timeline.events) {
    if (!holds(event.status) || !has_day(event)) continue;
    for (const Span mention : event.mentions) {
      DayTelling telling = telling_at(timeline, event.start.earliest, mention.begin);
      telling.happens = true;
      telling.status = event.status;
      for (const std::uint32_t timex : event.timexes) state(timeline, timeline.timexes[timex], telling);
      tellings.push_back(telling);
    }
  }
  std::ranges::sort(tellings, {}, place_of);
  unite_places(tellings);
  vouch_for_others(timeline, tellings);
  return tellings;
}

}  // namespace annal
