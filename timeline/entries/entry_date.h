// When an entry says that its event was: from one wording, or from one for its start and one for its end.
#pragma once

#include "core/grammar/timex.h"
#include "timeline/entries/day_order.h"
#include "timeline/entries/entries.h"
#include "timeline/entries/stated_date.h"
#include "timeline/tlink/tlink.h"

namespace annal {

/// The dates of an entry; none of an undated one.
struct EntryDate {
  std::optional<StatedDate> first, last;  ///< `last` where the end is stated by itself
};

/// Reads the dates of `entry`; `order` is that of its list. Errors: as make_timeline.
Result<EntryDate> read_entry_date(const Entry& entry, DayOrder order, const Language& language, const Dct& dct);

/// The time expression that states `date`.
Timex timex_of(const StatedDate& date, Span words, std::uint32_t sentence);

/// The windows of the start and the end of an event that lasted through `date`: the day, month or year at either side
/// of it, whichever its wording counts in. "2014 to 2016" began in 2014, on whatever day.
std::pair<Interval, Interval> ends_of(const StatedDate& date);

/// How an event that `date` dates lies to the time expression that states it; `role` is which of its points it dates.
enum class DatedPart : std::uint8_t { whole, start, end };
TemporalRelation relation_to(const StatedDate& date, DatedPart part);

/// Sets the words, the EDTF, the precision and the certainty of the date of `event`.
void say_entry_date(const EntryDate& date, Event& event);

}  // namespace annal
