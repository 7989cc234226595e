// Intervals of civil time. The unit is the civil second: seconds since 1970-01-01T00:00:00 on a local clock and
// calendar (proleptic Gregorian, no zone, no leap seconds), so a day always has 86,400.
#pragma once

#include <cstdint>

namespace annal {

using CivilSeconds = std::int64_t;

inline constexpr CivilSeconds seconds_per_day = 86'400;
inline constexpr CivilSeconds unbounded_past = INT64_MIN / 4;
inline constexpr CivilSeconds unbounded_future = INT64_MAX / 4;

/// From fine to coarse, so that `<` reads "finer than".
enum class Granularity : std::uint8_t {
  second,
  minute,
  hour,
  part_of_day,
  day,
  weekend,
  week,
  month,
  quarter,
  season,
  half,
  year,
  decade,
  century,
  millennium,
  none
};

/// Half-open [begin, end) in civil seconds; either side may be unbounded.
struct Interval {
  CivilSeconds begin = unbounded_past;
  CivilSeconds end = unbounded_future;

  bool contains(Interval other) const { return begin <= other.begin && other.end <= end; }
  bool bounded() const { return begin != unbounded_past && end != unbounded_future; }
  friend bool operator==(Interval, Interval) = default;
};

}  // namespace annal
