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

Telling telling_at(const Timeline& timeline, CivilSeconds at, std::uint32_t begin) {
  Telling telling;
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
void state(const Timeline& timeline, const Timex& timex, Telling& telling) {
  if (!names_a_day(timex.value) || day_number(timex.value.interval.begin) != telling.day ||
      source_at(timeline, timex.span.begin) != telling.source)
    return;
  telling.stated = true;
  const std::size_t named = sentence_at(timeline.sentences, timex.span.begin);
  const Sentence& sentence = timeline.sentences[named];
  const bool dates_it = named == telling.sentence || !is_prose(timeline, sentence);
  if (dates_it && sentence.span.begin == timex.span.begin) telling.leading = true;
}

auto place_of(const Telling& telling) { return std::tuple(telling.day, telling.source, telling.sentence); }

/// Makes one of those of one sentence and day, which says what any of them says.
void unite_places(std::vector<Telling>& tellings) {
  auto last = tellings.begin();
  for (auto at = last; at != tellings.end(); ++at) {
    if (place_of(*at) != place_of(*last)) *++last = *at;
    last->stated = last->stated || at->stated;
    last->happens = last->happens || at->happens;
    last->leading = last->leading || at->leading;
  }
  if (!tellings.empty()) tellings.erase(std::next(last), tellings.end());
}

}  // namespace

bool names_a_day(const TimeValue& value) {
  return (value.type == TimexType::date || value.type == TimexType::time) && value.frame == Frame::calendar &&
         is_within_a_day(value.interval.begin, value.interval.end);
}

std::vector<Telling> tellings_of(const Timeline& timeline) {
  std::vector<Telling> tellings;
  if (timeline.sentences.empty()) return tellings;
  for (const Timex& timex : timeline.timexes) {
    if (!names_a_day(timex.value)) continue;
    Telling telling = telling_at(timeline, timex.value.interval.begin, timex.span.begin);
    if (!is_prose(timeline, timeline.sentences[telling.sentence])) continue;
    state(timeline, timex, telling);
    tellings.push_back(telling);
  }
  for (const Event& event : timeline.events) {
    if (!holds(event.status) || event.start.frame != Frame::calendar || !event.accounts.empty() ||
        !is_within_a_day(event.start.earliest, std::max(event.start.latest, event.start.earliest + 1)))
      continue;
    for (const Span mention : event.mentions) {
      Telling telling = telling_at(timeline, event.start.earliest, mention.begin);
      telling.happens = true;
      for (const std::uint32_t timex : event.timexes) state(timeline, timeline.timexes[timex], telling);
      tellings.push_back(telling);
    }
  }
  std::ranges::sort(tellings, {}, place_of);
  unite_places(tellings);
  return tellings;
}

}  // namespace annal
