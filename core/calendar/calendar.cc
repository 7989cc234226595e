// What a calendar value covers, which unit holds a second, and which values exist. Day numbers come from Howard
// Hinnant's date; weeks, quarters, seasons, decades and the like are plain arithmetic on them.
//
// Decades, centuries and millennia are kept by the first year that their digits spell ("199" is 1990). Before Christ
// the digits count the other way: BC decade 4 is 49 BC to 40 BC. So that all of them lie in a row, the field `year` of
// the one with digits k is -size * (k + 1) there: -10 is 9 BC to 1 BC, -20 is 19 BC to 10 BC, and shifting is addition.
#include "core/calendar/calendar.h"

#include <algorithm>

#include <date/date.h>

#include "core/calendar/iso_week.h"

namespace annal {

namespace {

constexpr int first_year = -9999;
constexpr int last_year = 9999;
constexpr std::int64_t open_year_days = 365;
constexpr std::array<int, 13> days_before_month = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

constexpr Interval unbounded{};

constexpr std::int64_t day_number(int year, int month, int day) {
  const date::year_month_day civil =
      date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
  return date::sys_days{civil}.time_since_epoch().count();
}

Interval whole_days(std::int64_t first, std::int64_t past) { return {first * seconds_per_day, past * seconds_per_day}; }

/// First day of month `month` (1..24: next year's follow) of `year`, or of the open year where there is none.
std::int64_t month_start(std::int32_t year, int month) {
  const int carry = (month - 1) / 12;
  const int in_year = (month - 1) % 12;
  if (year == CalendarValue::no_year)
    return carry * open_year_days + days_before_month[static_cast<std::size_t>(in_year)];
  return days_from_civil(year + carry, in_year + 1, 1);
}

Interval months(std::int32_t year, int first, int count) {
  return whole_days(month_start(year, first), month_start(year, first + count));
}

int years_in(Granularity g) {
  switch (g) {
    case Granularity::decade: return 10;
    case Granularity::century: return 100;
    case Granularity::millennium: return 1000;
    default: return 1;
  }
}

/// Years [first, past) of the decade, century or millennium whose field `year` is `start`; no year 0 of either era.
Interval years_by_digits(int start, int size) {
  const int first = start >= 0 ? std::max(start, 1) : start + 2;
  const int past = start >= 0 ? start + size : std::min(start + size + 2, 1);
  return whole_days(days_from_civil(first, 1, 1), days_from_civil(past, 1, 1));
}

/// The hours of the day in which news speaks of its parts: [begin, end) in hours of the day, generous at both ends,
/// since a clock time inside a "morning" must never contradict it.
struct Hours {
  int begin;
  int end;
};
Hours hours_of(DayPart part) {
  switch (part) {
    case DayPart::morning: return {0, 12};
    case DayPart::midday: return {11, 14};
    case DayPart::afternoon: return {12, 18};
    case DayPart::evening: return {17, 24};
    case DayPart::night: return {18, 30};
    case DayPart::daytime: return {6, 18};
    case DayPart::none: break;
  }
  return {0, 24};
}

/// The days that the fields of a day or a time leave possible.
Interval days_of(const CalendarValue& v) {
  const bool open = v.year == CalendarValue::no_year;
  if (v.month != CalendarValue::open) {
    if (v.day == CalendarValue::open) return months(v.year, v.month, 1);
    const std::int64_t first = month_start(v.year, v.month) + v.day - 1;
    return whole_days(first, first + 1);
  }
  if (v.week != CalendarValue::open) {
    if (open) {
      // Week 1 begins between 29 December and 4 January, each later one as many weeks after.
      const std::int64_t first = 7 * (v.week - 1) - 3;
      if (v.weekday == CalendarValue::open) return whole_days(first, first + 13);
      return whole_days(first + v.weekday - 1, first + v.weekday + 6);
    }
    const std::int64_t monday = monday_of(v.year, v.week);
    if (v.weekday == CalendarValue::open) return whole_days(monday, monday + 7);
    return whole_days(monday + v.weekday - 1, monday + v.weekday);
  }
  if (open) return unbounded;
  if (v.weekday != CalendarValue::open) return whole_days(monday_of(v.year, 1), monday_of(v.year + 1, 1));
  return months(v.year, 1, 12);
}

Interval time_of(const CalendarValue& v) {
  const Interval day = days_of(v);
  if (!day.bounded() || day.end - day.begin != seconds_per_day) return day;
  if (v.granularity == Granularity::part_of_day) {
    const Hours hours = hours_of(v.part);
    return {day.begin + hours.begin * 3600, day.begin + hours.end * 3600};
  }
  if (v.hour == CalendarValue::open) return day;
  const CivilSeconds hour = day.begin + v.hour * 3600;
  if (v.minute == CalendarValue::open) return {hour, hour + 3600};
  const CivilSeconds minute = hour + v.minute * 60;
  if (v.second == CalendarValue::open) return {minute, minute + 60};
  return {minute + v.second, minute + v.second + 1};
}

DayPart part_at(int hour) {
  if (hour < 6 || hour >= 22) return DayPart::night;
  if (hour < 12) return DayPart::morning;
  return hour < 18 ? DayPart::afternoon : DayPart::evening;
}

int multiple_below(int year, int size) { return year >= 1 ? year - year % size : -((-year + 1) / size + 1) * size; }

}  // namespace

std::int64_t days_from_civil(int year, int month, int day) { return day_number(year, month, day); }

CalendarValue day_value(std::int64_t days) {
  const date::year_month_day civil{date::sys_days{date::days{static_cast<int>(days)}}};
  CalendarValue value;
  value.granularity = Granularity::day;
  value.year = int{civil.year()};
  value.month = static_cast<std::int8_t>(unsigned{civil.month()});
  value.day = static_cast<std::int8_t>(unsigned{civil.day()});
  return value;
}

int days_in_month(int year, int month) {
  const int common =
      days_before_month[static_cast<std::size_t>(month)] - days_before_month[static_cast<std::size_t>(month - 1)];
  return month == 2 && date::year{year}.is_leap() ? 29 : common;
}

int weekday_of(std::int64_t days) {
  const auto from_monday = static_cast<int>((days + 3) % 7);  // 1970-01-01 was a Thursday
  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

namespace {

Season season_of(int month) {
  return month <= 2 || month == 12 ? Season::winter
         : month <= 5              ? Season::spring
         : month <= 8              ? Season::summer
                                   : Season::autumn;
}

/// Sets the fields of the clock that a value of its granularity has.
void set_clock(CalendarValue& value, int second_of_day) {
  switch (value.granularity) {
    case Granularity::second: value.second = static_cast<std::int8_t>(second_of_day % 60); [[fallthrough]];
    case Granularity::minute: value.minute = static_cast<std::int8_t>(second_of_day / 60 % 60); [[fallthrough]];
    case Granularity::hour: value.hour = static_cast<std::int8_t>(second_of_day / 3600); break;
    case Granularity::part_of_day: value.part = part_at(second_of_day / 3600); break;
    default: break;
  }
}

/// Turns `value`, the day of number `days`, into the unit of its granularity that holds the day, where that is longer.
///
///   returns  whether the unit has a name: it lies in the years that values can have
bool widen_to_unit(CalendarValue& value, std::int64_t days) {
  const int month = value.month;
  if (value.granularity == Granularity::month) value.day = CalendarValue::open;
  if (value.granularity <= Granularity::day || value.granularity == Granularity::month) return true;
  value.month = value.day = CalendarValue::open;
  switch (value.granularity) {
    case Granularity::week:
    case Granularity::weekend: {
      const IsoWeek week = iso_week_of(days);
      value.year = week.year;
      value.week = static_cast<std::int8_t>(week.week);
      return first_year <= week.year && week.year <= last_year;
    }
    case Granularity::quarter: value.quarter = static_cast<std::int8_t>((month + 2) / 3); return true;
    case Granularity::half: value.half = month <= 6 ? 1 : 2; return true;
    case Granularity::season:
      value.season = season_of(month);
      if (month > 2) return true;
      return --value.year >= first_year;  // January belongs to the winter of the year before
    case Granularity::year: return true;
    default:
      value.year = multiple_below(value.year, years_in(value.granularity));
      return value.year >= first_year - 1;  // 10,000 BC has a year of its own, but no decade of four digits
  }
}

}  // namespace

CalendarValue unit_at(CivilSeconds at, Granularity g) {
  // Day numbers of years past the limits would not fit the calendar's types: nothing is named there.
  constexpr CivilSeconds floor = seconds_per_day * day_number(first_year, 1, 1);
  constexpr CivilSeconds ceiling = seconds_per_day * day_number(last_year + 1, 1, 1);
  if (at < floor || at >= ceiling || g == Granularity::none) return {};

  std::int64_t days = at / seconds_per_day;
  if (days * seconds_per_day > at) --days;
  const auto second_of_day = static_cast<int>(at - days * seconds_per_day);

  CalendarValue value = day_value(days);
  if (g == Granularity::part_of_day && second_of_day < 6 * 3600) {  // the small hours end the night of the day before
    if (at - seconds_per_day < floor) return {};
    value = day_value(days - 1);
  }
  value.granularity = g;
  set_clock(value, second_of_day);
  return widen_to_unit(value, days) ? value : CalendarValue{};
}

namespace {

constexpr bool within(int field, int low, int high) {
  return field == CalendarValue::open || (low <= field && field <= high);
}

/// Whether the field that names the unit of `v` (the month of a month, the week of a week) is one the calendar has.
bool unit_fits(const CalendarValue& v) {
  const bool year_open = v.year == CalendarValue::no_year;
  const auto week_fits = [&] { return within(v.week, 1, year_open ? 53 : weeks_in_year(v.year)); };
  switch (v.granularity) {
    case Granularity::none: return false;
    case Granularity::year: return true;
    case Granularity::decade:
    case Granularity::century:
    case Granularity::millennium: return !year_open && v.year % years_in(v.granularity) == 0;
    case Granularity::half: return within(v.half, 1, 2);
    case Granularity::season: return v.season != Season::none;
    case Granularity::quarter: return within(v.quarter, 1, 4);
    case Granularity::month: return within(v.month, 1, 12);
    case Granularity::week:
    case Granularity::weekend: return week_fits();
    default:
      if (v.month == CalendarValue::open) return week_fits() && within(v.weekday, 1, 7) && within(v.day, 1, 31);
      return within(v.month, 1, 12) && within(v.day, 1, days_in_month(year_open ? 2000 : v.year, v.month));
  }
}

}  // namespace

bool valid(const CalendarValue& v) {
  const bool year_open = v.year == CalendarValue::no_year;
  if (!year_open && (v.year < first_year - 1 || v.year > last_year)) return false;
  if (!unit_fits(v)) return false;
  if (v.granularity >= Granularity::decade) return true;
  if (!year_open && v.year < first_year) return false;
  if (v.granularity == Granularity::part_of_day && v.part == DayPart::none) return false;
  if (v.granularity < Granularity::part_of_day) {
    if (!within(v.hour, 0, 24) || !within(v.minute, 0, 59) || !within(v.second, 0, 59)) return false;
    if (v.hour == 24 && (v.minute > 0 || v.second > 0)) return false;
  }
  return v.offset == CalendarValue::no_offset || (v.offset >= -18 * 60 && v.offset <= 18 * 60);
}

Interval interval_of(const CalendarValue& v) {
  const bool open = v.year == CalendarValue::no_year;
  switch (v.granularity) {
    case Granularity::none: return unbounded;
    case Granularity::millennium:
    case Granularity::century:
    case Granularity::decade: return open ? unbounded : years_by_digits(v.year, years_in(v.granularity));
    case Granularity::year: return open ? unbounded : months(v.year, 1, 12);
    case Granularity::half:
      if (v.half != CalendarValue::open) return months(v.year, 6 * v.half - 5, 6);
      return open ? unbounded : months(v.year, 1, 12);
    case Granularity::season:
      if (v.season != Season::none) return months(v.year, 3 * static_cast<int>(v.season), 3);
      return open ? unbounded : months(v.year, 1, 12);
    case Granularity::quarter:
      if (v.quarter != CalendarValue::open) return months(v.year, 3 * v.quarter - 2, 3);
      return open ? unbounded : months(v.year, 1, 12);
    case Granularity::month:
      if (v.month != CalendarValue::open) return months(v.year, v.month, 1);
      return open ? unbounded : months(v.year, 1, 12);
    case Granularity::week:
    case Granularity::weekend: {
      if (v.week == CalendarValue::open) {
        return open ? unbounded : whole_days(monday_of(v.year, 1), monday_of(v.year + 1, 1));
      }
      Interval week = days_of(v);
      if (v.granularity == Granularity::weekend) week.begin += 5 * seconds_per_day;
      return week;
    }
    case Granularity::day: return days_of(v);
    default: return time_of(v);
  }
}

}  // namespace annal
