// Dates in figures with "/": whether 3/4/2016 is in March or in April, the other dates of the list tell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "timeline/entries/entries.h"

namespace annal {

enum class DayOrder : std::uint8_t {
  unknown,      ///< each date may be read either way, or there are none
  day_first,    ///< one cannot have the month first: 25/4/2016
  month_first,  ///< one cannot have the day first: 4/25/2016
  mixed,        ///< there are both
};

/// What the dates and ends of `entries` tell.
DayOrder day_order_of(const Entries& entries);

/// Whether `wording` begins with a date in figures that may be read either way: "3/4/2016 14:30". 3/3/2016 may not.
bool is_ambiguous_day(std::string_view wording);

/// `wording`, if it is_ambiguous_day and `order` tells how it is meant, with its day first and full stops: "3.4.2016
/// 14:30"; else as it is.
std::string with_day_first(const std::string& wording, DayOrder order);

}  // namespace annal
