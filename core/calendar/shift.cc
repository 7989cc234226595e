// Arithmetic by calendar units. A value moves along one line of whole units of its own granularity (its ordinal), or
// keeps its place inside a larger unit that moves: the day a month later, the month a year later.
#include <algorithm>

#include "core/calendar/calendar.h"

namespace annal {

namespace {

constexpr std::int64_t furthest = 1'000'000'000'000;  // seconds in 31,700 years: past it no shift can land in range
constexpr int open_year_days = 365;

std::optional<CalendarValue> if_valid(const CalendarValue& v) {
  if (valid(v)) return v;
  return std::nullopt;
}

/// The year moved by `n`; nullopt where it is open or leaves the limits.
std::optional<CalendarValue> shift_years(CalendarValue v, std::int64_t n) {
  if (v.year == CalendarValue::no_year) return std::nullopt;
  const std::int64_t year = v.year + n;
  if (year < -10'000 || year > 9'999) return std::nullopt;
  v.year = static_cast<std::int32_t>(year);
  return if_valid(v);
}

/// The field `part` (1..count) of the year moved by `n`, carrying into the year, or round inside an open one.
template <class Field>
std::optional<CalendarValue> shift_part(CalendarValue v, Field CalendarValue::*part, int count, std::int64_t n) {
  if (static_cast<int>(v.*part) <= 0) return std::nullopt;
  const std::int64_t ordinal = static_cast<int>(v.*part) - 1 + n;
  v.*part = static_cast<Field>(floor_mod(ordinal, count) + 1);
  if (v.year == CalendarValue::no_year) return if_valid(v);
  return shift_years(v, floor_div(ordinal, count));
}

/// A value with a month moved by months; a day past the new month's end becomes its last.
std::optional<CalendarValue> shift_months(CalendarValue v, std::int64_t n) {
  if (v.month == CalendarValue::open) return std::nullopt;
  const std::int64_t ordinal = v.month - 1 + n;
  const bool open_year = v.year == CalendarValue::no_year;
  if (!open_year) {
    const std::int64_t year = v.year + floor_div(ordinal, 12);
    if (year < -9'999 || year > 9'999) return std::nullopt;
    v.year = static_cast<std::int32_t>(year);
  }
  v.month = static_cast<std::int8_t>(floor_mod(ordinal, 12) + 1);
  const int days = days_in_month(open_year ? 2000 : v.year, v.month);
  if (v.day > days) v.day = static_cast<std::int8_t>(days);
  return if_valid(v);
}

/// Day of the open year (0..364) as month and day.
void set_open_day(CalendarValue& v, std::int64_t day) {
  const CalendarValue found = day_value(days_from_civil(2001, 1, 1) + day);  // 2001: any year of 365 days
  v.month = found.month;
  v.day = found.day;
}

/// A day, or a time with its day, moved by days. 29 February of an open year steps as if its year held it.
std::optional<CalendarValue> shift_days(CalendarValue v, std::int64_t n) {
  if (v.month == CalendarValue::open || v.day == CalendarValue::open) return std::nullopt;
  if (n == 0) return if_valid(v);
  if (v.year == CalendarValue::no_year) {
    const bool leap_day = v.month == 2 && v.day == 29;
    const std::int64_t from = days_from_civil(2001, v.month, leap_day ? 28 : v.day) - days_from_civil(2001, 1, 1);
    set_open_day(v, floor_mod(from + (leap_day && n < 0 ? 1 : 0) + n, open_year_days));
    return if_valid(v);
  }
  const std::int64_t days = days_from_civil(v.year, v.month, v.day) + n;
  if (days < days_from_civil(-9'999, 1, 1) || days > days_from_civil(9'999, 12, 31)) return std::nullopt;
  const CalendarValue moved = day_value(days);
  v.year = moved.year;
  v.month = moved.month;
  v.day = moved.day;
  return if_valid(v);
}

/// A time moved by `n` units of `size` seconds: fields finer than the unit stay, the day carries.
std::optional<CalendarValue> shift_clock(CalendarValue v, std::int64_t n, std::int64_t size) {
  if (v.hour == CalendarValue::open) return std::nullopt;
  const int minute = std::max<int>(v.minute, 0);
  const int second = std::max<int>(v.second, 0);
  const std::int64_t moved = v.hour * 3600 + minute * 60 + second + n * size;
  const std::int64_t in_day = floor_mod(moved, seconds_per_day);
  v.hour = static_cast<std::int8_t>(in_day / 3600);
  if (v.minute != CalendarValue::open) v.minute = static_cast<std::int8_t>(in_day / 60 % 60);
  if (v.second != CalendarValue::open) v.second = static_cast<std::int8_t>(in_day % 60);
  return shift_days(v, floor_div(moved, seconds_per_day));
}

std::optional<CalendarValue> shift_weeks(CalendarValue v, std::int64_t n) {
  if (v.week == CalendarValue::open) return std::nullopt;
  if (v.year == CalendarValue::no_year) {
    v.week = static_cast<std::int8_t>(floor_mod(v.week - 1 + n, 52) + 1);
    return if_valid(v);
  }
  const std::int64_t monday = monday_of(v.year, v.week) + 7 * n;
  if (monday < days_from_civil(-9'999, 1, 4) - 6 || monday > days_from_civil(9'999, 12, 28)) return std::nullopt;
  const IsoWeek week = iso_week_of(monday);
  v.year = week.year;
  v.week = static_cast<std::int8_t>(week.week);
  return if_valid(v);
}

/// A week moved by months goes where its Thursday goes; by years, to the week of the same number.
std::optional<CalendarValue> shift_week_in(CalendarValue v, std::int64_t n, Granularity unit, std::int64_t months) {
  if (v.week == CalendarValue::open || v.year == CalendarValue::no_year) return std::nullopt;
  if (unit >= Granularity::year) {
    const std::int64_t year = v.year + n * (months / 12);
    if (year < -9'999 || year > 9'999) return std::nullopt;
    v.year = static_cast<std::int32_t>(year);
    v.week = static_cast<std::int8_t>(std::min<int>(v.week, weeks_in_year(v.year)));
    return if_valid(v);
  }
  const auto thursday = shift_months(day_value(monday_of(v.year, v.week) + 3), n * months);
  if (!thursday) return std::nullopt;
  const IsoWeek week = iso_week_of(days_from_civil(thursday->year, thursday->month, thursday->day));
  if (week.year < -9'999 || week.year > 9'999) return std::nullopt;
  v.year = week.year;
  v.week = static_cast<std::int8_t>(week.week);
  return if_valid(v);
}

/// Months in a unit of a month or more; 0 for a finer one.
std::int64_t months_in(Granularity unit) {
  switch (unit) {
    case Granularity::month: return 1;
    case Granularity::quarter:
    case Granularity::season: return 3;
    case Granularity::half: return 6;
    case Granularity::year: return 12;
    case Granularity::decade: return 120;
    case Granularity::century: return 1'200;
    case Granularity::millennium: return 12'000;
    default: return 0;
  }
}

}  // namespace

std::optional<CalendarValue> shift(const CalendarValue& value, std::int64_t n) {
  return shift(value, n, value.granularity);
}

std::optional<CalendarValue> shift(const CalendarValue& value, std::int64_t n, Granularity unit) {
  if (n > furthest || n < -furthest) return std::nullopt;
  if (n == 0) return if_valid(value);
  const Granularity own = value.granularity;
  const std::int64_t months = months_in(unit);
  CalendarValue v = value;
  switch (own) {
    case Granularity::none: return std::nullopt;
    case Granularity::millennium:
    case Granularity::century:
    case Granularity::decade:
      if (months < months_in(own)) return std::nullopt;
      return shift_years(v, n * (months / 12));
    case Granularity::year:
      if (months < 12) return std::nullopt;
      return shift_years(v, n * (months / 12));
    case Granularity::half:
      if (months < 6) return std::nullopt;
      return months >= 12 ? shift_years(v, n * (months / 12)) : shift_part(v, &CalendarValue::half, 2, n);
    case Granularity::season:
    case Granularity::quarter:
      if (months < 3) return std::nullopt;
      if (months >= 12) return shift_years(v, n * (months / 12));
      return own == Granularity::quarter ? shift_part(v, &CalendarValue::quarter, 4, n * (months / 3))
                                         : shift_part(v, &CalendarValue::season, 4, n * (months / 3));
    case Granularity::month:
      if (months == 0) return std::nullopt;
      return months >= 12 ? shift_years(v, n * (months / 12)) : shift_months(v, n * months);
    case Granularity::week:
    case Granularity::weekend:
      if (unit == Granularity::week || unit == Granularity::weekend) return shift_weeks(v, n);
      return months == 0 ? std::nullopt : shift_week_in(v, n, unit, months);
    default: break;
  }
  // A day or a time of the day.
  if (unit < own) return std::nullopt;
  switch (unit) {
    case Granularity::second: return shift_clock(v, n, 1);
    case Granularity::minute: return shift_clock(v, n, 60);
    case Granularity::hour: return shift_clock(v, n, 3'600);
    case Granularity::part_of_day:
    case Granularity::day: return shift_days(v, n);
    case Granularity::week:
    case Granularity::weekend: return shift_days(v, 7 * n);
    case Granularity::none: return std::nullopt;
    default: break;
  }
  if (months >= 12 && v.year == CalendarValue::no_year) return std::nullopt;
  return shift_months(v, n * months);
}

}  // namespace annal
