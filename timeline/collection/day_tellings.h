// Which sentences of a collection tell of which day.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// A sentence that tells of a day.
struct DayTelling {
  std::int64_t day = 0;  ///< days since 1970-01-01
  std::uint32_t source = 0;
  std::uint32_t sentence = 0;  ///< index into Timeline::sentences
  bool stated = false;         ///< the day is named for it, or only known
  bool happens = false;        ///< an event is known to be of the day; otherwise the day is only named
  bool leading = false;        ///< the day stands at its front, as in the entries of a chronology
  /// The best that the sentence vouches for of what it dates to the day: a fact before a report, a denial last.
  std::optional<Status> status = {};
};

/// Whether a time expression names one day, or a time of one.
bool names_a_day(const TimeValue& value);

/// All of them, by day, document and place. Events that are told as facts count, and all days that are named; other
/// events only say how such a day is told.
std::vector<DayTelling> tellings_of(const Timeline& timeline);

}  // namespace annal
