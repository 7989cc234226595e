// The offset of a time zone, which may have a summer time.
#pragma once

#include <cstdint>

#include "core/calendar/value.h"
#include "core/grammar/expression.h"

namespace annal {

/// Whether the zone has the summer time of the United States: an offset of `op::Zone` is raised by 10,000 then.
bool has_summer_time(const op::Zone& zone);

/// Minutes east of UTC in standard time.
std::int32_t standard_offset(const op::Zone& zone);

/// Minutes east of UTC on `day`; CalendarValue::no_offset where that hangs on summer time and the day is not known or
/// lies before 1967, when the towns of one zone had clocks of their own.
std::int16_t offset_on(const op::Zone& zone, const CalendarValue& day);

}  // namespace annal
