// Dates in the Extended Date/Time Format (ISO 8601-2), read. Written they are by to_edtf (calendar.h).
#pragma once

#include <optional>
#include <string_view>

#include "core/calendar/calendar.h"

namespace annal {

/// A date as EDTF states it.
struct EdtfDate {
  Interval interval;         ///< half-open; unbounded at the open side of "2014/.." or "[..2010]"
  bool open_year = false;    ///< "XXXX-11-14": `interval` is in Frame::open_year
  bool range = false;        ///< "2014/2016", from the one to the other; of a set, "[2014..2016]", only one is meant
  bool approximate = false;  ///< "~", "%"
  bool uncertain = false;    ///< "?", "%"
  CalendarValue unit;        ///< the one that is stated; of granularity none where both ends of a range or set are
  Granularity precision = Granularity::none;  ///< of the finest date in it
};

/// Reads EDTF of level 1 and what to_edtf writes of level 2: dates, decades, seasons, quarters and halves, digits left
/// open from the right ("199X", "2016-XX", "XXXX-11-14"), "~", "?" and "%" behind a date, intervals with an open or
/// unknown end, sets of two ends; besides, ISO weeks ("2016-W46", "2016-W46-1") and years below -9999 without "Y". A
/// clock time on the full minute is that minute. Returns nullopt for anything else, and for what ends before it begins.
std::optional<EdtfDate> parse_edtf(std::string_view text);

}  // namespace annal
