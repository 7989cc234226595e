// Summer time in the United States, by the Uniform Time Act of 1966 and its amendments (15 U.S.C. 260a). A change at
// two in the night counts from the beginning of its day.
#include "core/normalize/zone_offset.h"

#include "core/calendar/calendar.h"
#include "core/normalize/calendar_units.h"

namespace annal {
namespace {

constexpr std::int32_t mark_of_summer_time = 10'000;
constexpr int first_year = 1967;
constexpr int sunday = 7;

// The nth Sunday of the month, its last where n is 0.
std::int64_t nth_sunday(int year, int month, int n) {
  if (n == 0) return weekday_up_to(days_from_civil(year, month, days_in_month(year, month)), sunday);
  return weekday_from(days_from_civil(year, month, 1), sunday) + 7 * (n - 1);
}

bool in_summer(int year, std::int64_t day) {
  const std::int64_t begin = year >= 2007 ? nth_sunday(year, 3, 2) : nth_sunday(year, 4, year >= 1987 ? 1 : 0);
  const std::int64_t end = year >= 2007 ? nth_sunday(year, 11, 1) : nth_sunday(year, 10, 0);
  return begin <= day && day < end;
}

}  // namespace

bool has_summer_time(const op::Zone& zone) { return zone.minutes_east > mark_of_summer_time / 2; }

std::int32_t standard_offset(const op::Zone& zone) {
  return has_summer_time(zone) ? zone.minutes_east - mark_of_summer_time : zone.minutes_east;
}

std::int16_t offset_on(const op::Zone& zone, const CalendarValue& day) {
  const auto standard = static_cast<std::int16_t>(standard_offset(zone));
  if (!has_summer_time(zone)) return standard;
  const bool known = day.year != CalendarValue::no_year && day.year >= first_year && day.month != CalendarValue::open &&
                     day.day != CalendarValue::open;
  if (!known) return CalendarValue::no_offset;
  return static_cast<std::int16_t>(standard +
                                   (in_summer(day.year, days_from_civil(day.year, day.month, day.day)) ? 60 : 0));
}

}  // namespace annal
