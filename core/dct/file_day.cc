#include "core/dct/file_day.h"

#include <algorithm>

#include "core/calendar/calendar.h"

namespace annal {
namespace {

constexpr double least_trust = 0.5;
constexpr CivilSeconds two_months = 61 * seconds_per_day;

/// Whether `timex` is a day that its own words state whole.
bool is_stated_day(const Timex& timex) {
  const TimeValue& value = timex.value;
  return (value.type == TimexType::date || value.type == TimexType::time) && value.frame == Frame::calendar &&
         value.anchor_kind == AnchorKind::none && value.mod == Mod::none && value.granularity <= Granularity::day;
}

}  // namespace

std::optional<Dct> borne_out_day(const Analysis& analysis) {
  for (const DctCandidate& candidate : analysis.document.dct_candidates) {
    const CivilSeconds day = floor_day(candidate.dct.at);
    const auto bears_out = [&](const Timex& timex) {
      const CivilSeconds begin = timex.value.interval.begin;
      return is_stated_day(timex) && begin <= day + seconds_per_day && begin >= day - two_months;
    };
    if (candidate.trust >= least_trust && std::ranges::any_of(analysis.timexes, bears_out)) return candidate.dct;
  }
  return std::nullopt;
}

}  // namespace annal
