// Intervals of civil time. The unit is the civil second: seconds since 1970-01-01T00:00:00 on a local clock and
// calendar (proleptic Gregorian, no zone, no leap seconds), so a day always has 86,400.
#pragma once

#include <cstdint>

namespace annal {

/// A plain integer and not date::local_seconds: both ends may be open (`unbounded_past`), the network adds and compares
/// sums of millions of them, and no public header may depend on <date/date.h> (see civil.h).
using CivilSeconds = std::int64_t;

inline constexpr CivilSeconds seconds_per_day = 86'400;
inline constexpr CivilSeconds unbounded_past = INT64_MIN / 4;
inline constexpr CivilSeconds unbounded_future = INT64_MAX / 4;

/// a / b rounded down, for b > 0: floor_div(-1, 7) is -1.
constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
/// The rest of floor_div, 0 .. b - 1: floor_mod(-1, 7) is 6.
constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) { return a - floor_div(a, b) * b; }

/// The day that holds `at`: whole days since 1970-01-01, rounded down.
constexpr std::int64_t day_number(CivilSeconds at) { return floor_div(at, seconds_per_day); }
/// The midnight at or before `at`.
constexpr CivilSeconds floor_day(CivilSeconds at) { return day_number(at) * seconds_per_day; }
/// Seconds since that midnight, 0 .. 86,399.
constexpr CivilSeconds second_of_day(CivilSeconds at) { return at - floor_day(at); }

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
