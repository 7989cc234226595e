// Lengths of time: "P3D", "PT5H", "PXY", and how many seconds they may be.
#pragma once

#include <array>
#include <cstdint>

#include "core/calendar/interval.h"
#include "core/calendar/value.h"

namespace annal {

/// So many thousandths of a unit; `open` where the text leaves the number open ("several years").
struct Length {
  struct Part {
    std::int64_t thousandths = 0;
    Granularity unit = Granularity::day;
  };
  std::int64_t thousandths = 0;
  Granularity unit = Granularity::day;
  bool open = false;
  /// "Three years and four months": the parts as they are told, coarse to fine, all but the last whole numbers; none
  /// for a length of one.
  std::array<Part, 3> parts{};
  std::uint8_t part_count = 0;
  bool one_unit = true;  ///< `thousandths` of `unit` are all of it; else they are its first part alone
};

/// The one length after the other. Parts that cannot be told side by side ("two weeks and three days") count in the
/// finer unit.
Length sum_of(const Length& first, const Length& second);

/// TIMEX3's value: "P3D", "PT5H", "P2.5Y", "P3Y4M", "PXM"; decades and longer in years ("P10Y"), quarters as "P1Q".
ShortText to_timex(const Length& length);
/// Least and most seconds: a month is 28 to 31 days, a year 365 or 366; open: from twice the unit up, without bound.
Interval seconds_of(const Length& length);

}  // namespace annal
