#include "core/calendar/civil.h"

#include <date/date.h>

namespace annal {
namespace {

date::sys_days sys_days_of(std::int64_t days) { return date::sys_days{date::days{static_cast<int>(days)}}; }

}  // namespace

std::int64_t days_from_civil(int year, int month, int day) {
  const date::year_month_day civil =
      date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
  return date::sys_days{civil}.time_since_epoch().count();
}

CivilDate civil_from_days(std::int64_t days) {
  const date::year_month_day civil{sys_days_of(days)};
  return {int{civil.year()}, static_cast<int>(unsigned{civil.month()}), static_cast<int>(unsigned{civil.day()})};
}

CivilSeconds civil_seconds(int year, int month, int day) { return days_from_civil(year, month, day) * seconds_per_day; }

CivilTime civil_time(CivilSeconds at) {
  const std::int64_t days = day_number(at);
  const CivilDate date = civil_from_days(days);
  const auto second = static_cast<int>(at - days * seconds_per_day);
  return {date.year, date.month, date.day, second / 3600, second / 60 % 60, second % 60};
}

int days_in_month(int year, int month) {
  const date::year_month_day_last last = date::year{year} / date::month{static_cast<unsigned>(month)} / date::last;
  return static_cast<int>(unsigned{last.day()});
}

int weekday_of(std::int64_t days) { return static_cast<int>(date::weekday{sys_days_of(days)}.iso_encoding()); }

std::int64_t monday_of(int year, int week) {
  const std::int64_t fourth = days_from_civil(year, 1, 4);
  return fourth - (weekday_of(fourth) - 1) + std::int64_t{7} * (week - 1);
}

int weeks_in_year(int year) { return static_cast<int>(monday_of(year + 1, 1) - monday_of(year, 1)) / 7; }

IsoWeek iso_week_of(std::int64_t days) {
  const std::int64_t thursday = days - (weekday_of(days) - 4);
  const int year = civil_from_days(thursday).year;
  return {year, static_cast<int>((thursday - days_from_civil(year, 1, 1)) / 7) + 1};
}

}  // namespace annal
