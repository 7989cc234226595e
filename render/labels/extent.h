// Bounds of time as outputs state them: inclusive at both ends, whole days where nothing finer is known, ISO 8601 text.
#pragma once

#include <string>

#include "timeline/timeline.h"

namespace annal {

/// Earliest and latest moment, both inclusive; a side that is not known is empty.
struct Extent {
  std::string earliest;  ///< "2016-11-07", or "2016-11-14T06:30:00"
  std::string latest;    ///< "2016-11-13": the last day; or "2016-11-14T06:59:59": the last second
};

/// The extent of [begin, end) in civil seconds of `frame`. Both sides are empty unless the frame is the calendar: a
/// year that is not stated is never made up. Written in days where both sides are whole days and `clock` is false, else
/// in seconds.
Extent extent(CivilSeconds begin, CivilSeconds end, Frame frame, bool clock);

/// Of a time expression: clock times in seconds, all else in days where possible.
Extent extent(const TimeValue& value);

/// Of an end of an event whose date has the precision `precision`.
Extent extent(const Bounds& bounds, Granularity precision);

/// The day of writing, or its second: "2016-11-14"; empty where not known.
std::string text_of(const Dct& dct);

/// EDTF of a time expression; empty for durations, sets and what has no place on a calendar.
std::string edtf_of(const TimeValue& value);

/// "t0" of the document, "t1" of the first time expression, "e1" of the first event.
std::string id_of(const Entity& entity);
std::string event_id(std::size_t index);
std::string timex_id(std::size_t index);

}  // namespace annal
