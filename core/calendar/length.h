// Durations: "P3D", "PT5H", "PXY", and how many seconds they can be.
#pragma once

#include <array>
#include <cstdint>

#include "core/calendar/interval.h"
#include "core/calendar/value.h"

namespace annal {

/// A number of thousandths of a unit. `open` if the text leaves the number open ("several years").
struct Length {
  struct Part {
    std::int64_t thousandths = 0;
    Granularity unit = Granularity::day;
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::int64_t thousandths = 0;
  Granularity unit = Granularity::day;
  bool open = false;
  /// "Three years and four months": the parts as stated, coarse to fine, all but the last whole numbers. Empty for a
  /// length of one part.
  std::array<Part, 3> parts{};
  std::uint8_t part_count = 0;
  bool one_unit = true;  ///< `thousandths` of `unit` are the whole length; otherwise only its first part
  friend bool operator==(const Length&, const Length&) = default;
};

/// Returns the sum of two lengths. Parts that TIMEX3 cannot write together ("two weeks and three days") are converted
/// to the finer unit.
Length sum_of(const Length& first, const Length& second);

/// Returns the TIMEX3 value: "P3D", "PT5H", "P2.5Y", "P3Y4M", "PXM"; decades and longer in years, quarters as "P1Q".
ShortText to_timex(const Length& length);
/// Returns the least and most seconds: a month has 28 to 31 days, a year 365 or 366; open: at least twice the unit.
Interval seconds_of(const Length& length);

}  // namespace annal
