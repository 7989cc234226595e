#include "timeline/edits/time_overrides.h"

#include <string>

#include "core/calendar/calendar.h"
#include "timeline/edits/find_quote.h"

namespace annal {
namespace {

/// Whether the value of a time expression depends on another day.
bool counts(const TimeValue& value) {
  if (value.type == TimexType::duration || value.type == TimexType::set) return false;
  return value.anchor_kind != AnchorKind::none || value.frame != Frame::calendar;
}

}  // namespace

std::vector<TimexOverride> overrides_of_times(const Timeline& timeline, const Edits& edits,
                                              std::vector<EditProblem>& problems) {
  std::vector<TimexOverride> overrides;
  if (edits.times.empty()) return overrides;
  const QuoteIndex index(timeline.document.text, timeline.sentences);
  for (const TimeEdit& edit : edits.times) {
    const auto found = find_timex(index, timeline.timexes, edit.words);
    if (!found) {
      problems.push_back({edit.line, found.error()});
      continue;
    }
    const Timex& timex = timeline.timexes[*found];
    if (edit.drop) {
      overrides.push_back({timex.span, TimexOverride::Dropped{}});
      continue;
    }
    const auto day = parse_iso(edit.counts_from);
    const std::string words = "“" + std::string(slice(timeline.document.text, timex.span)) + "”";
    if (!day || day->granularity > Granularity::day)
      problems.push_back({edit.line, "“" + edit.counts_from + "” is no day to count from; write it as 2016-11-10"});
    else if (!counts(timex.value))
      problems.push_back(
          {edit.line, words + " counts from no other day; to state another date, name the event that it dates"});
    else
      overrides.push_back({timex.span, TimexOverride::CountedFrom{interval_of(*day).begin}});
  }
  return overrides;
}

}  // namespace annal
