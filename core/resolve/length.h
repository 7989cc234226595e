// Lengths of time: "P3D", "PT5H", "PXY", and how many seconds they may be.
#pragma once

#include <cstdint>

#include "core/date/interval.h"
#include "core/resolve/value.h"

namespace annal {

/// So many thousandths of a unit; `open` where the text leaves the number open ("several years").
struct Length {
  std::int64_t thousandths = 0;
  Granularity unit = Granularity::day;
  bool open = false;
};

/// TIMEX3's value: "P3D", "PT5H", "P2.5Y", "PXM"; decades and longer in years ("P10Y"), quarters as "P1Q".
ShortText to_timex(const Length& length);
/// Least and most seconds: a month is 28 to 31 days, a year 365 or 366; open: from twice the unit up, without bound.
Interval seconds_of(const Length& length);

}  // namespace annal
