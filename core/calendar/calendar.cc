// What a calendar value covers, which unit holds a second, and which values exist. Day numbers come from Howard
// Hinnant's date; weeks, quarters, seasons, decades and the like are plain arithmetic on them.
//
// Decades, centuries and millennia are kept by the first year that their digits spell ("199" is 1990). Before Christ
// the digits count the other way: BC decade 4 is 49 BC to 40 BC. So that all of them lie in a row, the field `year` of
// the one with digits k is -size * (k + 1) there: -10 is 9 BC to 1 BC, -20 is 19 BC to 10 BC, and shifting is addition.
#include "core/calendar/calendar.h"

#include <algorithm>
#include <array>

namespace annal {

namespace {

constexpr int first_year = -29999;
constexpr int last_year = 9999;
constexpr std::int64_t open_year_days = 365;
constexpr std::array<int, 13> days_before_month = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

constexpr Interval unbounded{};

constexpr std::int64_t first_day = -11'676'437;    // -29999-01-01
constexpr std::int64_t past_last_day = 2'932'897;  // 10000-01-01

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

/// How many years later than by the sign of their digits the years before Christ are. There is no year 0: the 430s BC
/// are 439 to 430 BC, by their digits; the 5th century BC is 500 to 401 BC, by its number.
int years_before_christ_later(int size) { return size == 10 ? 2 : 1; }

/// Years [first, past) of the decade, century or millennium whose field `year` is `start`; no year 0 of either era.
Interval years_by_digits(int start, int size) {
  const int later = years_before_christ_later(size);
  const int first = start >= 0 ? std::max(start, 1) : start + later;
  const int past = start >= 0 ? start + size : std::min(start + size + later, 1);
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

int multiple_below(int year, int size) {
  if (year >= 1) return year - year % size;
  return -((-year + years_before_christ_later(size) - 1) / size + 1) * size;
}

/// The clock time or the part of the day at `second` of a day. The hours before 6 end the night of the day before.
CalendarValue time_at(std::int64_t day, int second, Granularity g) {
  const int hour = second / 3600;
  const bool night_before = g == Granularity::part_of_day && hour < 6;
  if (night_before && day == first_day) return {};
  CalendarValue value = day_value(night_before ? day - 1 : day);
  value.granularity = g;
  if (g == Granularity::part_of_day) {
    value.part = part_at(hour);
    return value;
  }
  value.hour = static_cast<std::int8_t>(hour);
  if (g <= Granularity::minute) value.minute = static_cast<std::int8_t>(second / 60 % 60);
  if (g == Granularity::second) value.second = static_cast<std::int8_t>(second % 60);
  return value;
}

/// The week that holds a day, or its weekend.
CalendarValue week_at(std::int64_t day, Granularity g) {
  const IsoWeek week = iso_week_of(day);
  CalendarValue value;
  if (week.year < first_year || week.year > last_year) return value;
  value.granularity = g;
  value.year = week.year;
  value.week = static_cast<std::int8_t>(week.week);
  return value;
}

/// Winter is counted with the year of its December.
void set_season(CalendarValue& value, int month) {
  constexpr std::array<Season, 12> of_month = {Season::winter, Season::winter, Season::spring, Season::spring,
                                               Season::spring, Season::summer, Season::summer, Season::summer,
                                               Season::autumn, Season::autumn, Season::autumn, Season::winter};
  value.season = of_month[static_cast<std::size_t>(month - 1)];
  if (month <= 2) --value.year;
}

/// The day, or the month, quarter, season, half, year or more years that hold it.
CalendarValue date_at(std::int64_t day, Granularity g) {
  const CivilDate date = civil_from_days(day);
  CalendarValue value;
  value.granularity = g;
  value.year = date.year;
  switch (g) {
    case Granularity::day: value.day = static_cast<std::int8_t>(date.day); [[fallthrough]];
    case Granularity::month: value.month = static_cast<std::int8_t>(date.month); break;
    case Granularity::quarter: value.quarter = static_cast<std::int8_t>((date.month + 2) / 3); break;
    case Granularity::half: value.half = date.month <= 6 ? 1 : 2; break;
    case Granularity::season: set_season(value, date.month); break;
    case Granularity::decade:
    case Granularity::century:
    case Granularity::millennium: value.year = multiple_below(date.year, years_in(g)); break;
    default: break;
  }
  // 10,000 BC is a year of its own, but its winter began before the calendar, and its decade has no four digits.
  const bool decades = g >= Granularity::decade;
  return value.year < (decades ? first_year - 1 : first_year) ? CalendarValue{} : value;
}

}  // namespace

CalendarValue day_value(std::int64_t days) {
  const CivilDate date = civil_from_days(days);
  CalendarValue value;
  value.granularity = Granularity::day;
  value.year = date.year;
  value.month = static_cast<std::int8_t>(date.month);
  value.day = static_cast<std::int8_t>(date.day);
  return value;
}

CalendarValue unit_at(CivilSeconds at, Granularity g) {
  const std::int64_t day = day_number(at);
  if (day < first_day || day >= past_last_day || g == Granularity::none) return {};
  if (g < Granularity::day) return time_at(day, static_cast<int>(second_of_day(at)), g);
  if (g == Granularity::weekend || g == Granularity::week) return week_at(day, g);
  return date_at(day, g);
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
