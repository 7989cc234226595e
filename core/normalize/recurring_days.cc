// Days that recur by a rule: feasts of five calendars, the nth weekday of a month, election days.
#include "core/calendar/feasts.h"
#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"

namespace annal {
namespace {

std::optional<CalendarValue> on_day(const std::optional<std::int64_t>& day) {
  return day ? std::optional(day_value(*day)) : std::nullopt;
}

bool begins_a_year(CivilSeconds at) {
  const CalendarValue day = unit_at(at, Granularity::day);
  return day.month == 1 && day.day == 1;
}

// The nth `weekday` of `whole`, from its end where n < 0; nullopt where it has none.
std::optional<CalendarValue> nth_weekday(std::int64_t n, int weekday, Interval whole) {
  const std::int64_t day = n > 0 ? weekday_from(day_number(whole.begin), weekday) + 7 * (n - 1)
                                 : weekday_up_to(day_number(whole.end - 1), weekday) + 7 * (n + 1);
  if (day * seconds_per_day < whole.begin || day * seconds_per_day >= whole.end) return std::nullopt;
  return day_value(day);
}

// The nth day from Monday to Friday of `whole`, from its end where n < 0; nullopt where it has none.
std::optional<CalendarValue> nth_workday(std::int64_t n, Interval whole) {
  const std::int64_t first = day_number(whole.begin), last = day_number(whole.end - 1);
  const std::int64_t step = n > 0 ? 1 : -1;
  std::int64_t left = n * step;
  for (std::int64_t day = n > 0 ? first : last; first <= day && day <= last; day += step)
    if (weekday_of(day) <= static_cast<int>(DayOfWeek::friday) && --left == 0) return day_value(day);
  return std::nullopt;
}

std::optional<CalendarValue> nth_weekend(std::int64_t n, Interval whole) {
  constexpr int saturday = static_cast<int>(DayOfWeek::saturday);
  const std::int64_t day = n > 0 ? weekday_from(day_number(whole.begin), saturday) + 7 * (n - 1)
                                 : weekday_up_to(day_number(whole.end - 1), saturday) + 7 * (n + 1);
  return unit_at(day * seconds_per_day, Granularity::weekend);
}

// The first week of May is the one with its first day; that of a year, or of its January, is the calendar's week 1.
std::optional<CalendarValue> nth_unit(std::int64_t n, Granularity unit, Interval whole) {
  constexpr CivilSeconds to_thursday = 3 * seconds_per_day;
  const bool of_year = unit == Granularity::week && begins_a_year(n > 0 ? whole.begin : whole.end);
  if (n > 0) return shift(unit_at(whole.begin + (of_year ? to_thursday : 0), unit), n - 1);
  return shift(unit_at(whole.end - 1 - (of_year ? to_thursday : 0), unit), n + 1);
}

}  // namespace

Evaluator::Value Evaluator::in_year(const op::Easter& n, int year) const {
  return year < 1 ? std::nullopt : Value(day_value(western_easter(year) + n.days));
}

Evaluator::Value Evaluator::in_year(const op::OrthodoxEaster& n, int year) const {
  return year < 1 ? std::nullopt : Value(day_value(eastern_easter(year) + n.days));
}

Evaluator::Value Evaluator::in_year(const op::HebrewDay& n, int year) const {
  return year < 1 ? std::nullopt : on_day(hebrew_day(year, n.month, n.day));
}

Evaluator::Value Evaluator::in_year(const op::IslamicDay& n, int year) const {
  return on_day(islamic_day(year, n.month, n.day));
}

Evaluator::Value Evaluator::in_year(const op::LunarDay& n, int year) const {
  return on_day(lunar_day(year, n.month, n.day, n.phase, n.hour));
}

Evaluator::Value Evaluator::in_year(const op::Recurs& n, int year) const { return in_year(n.date, year); }

Evaluator::Value Evaluator::in_year(const op::Nth& n, int year) const {
  const Value whole = in_year(n.whole, year);
  if (!whole || n.n == 0) return std::nullopt;
  const Interval span = interval_of(*whole);
  if (!span.bounded()) return std::nullopt;
  if (const auto* const weekday = node_as<op::Weekday>(pool_, n.what))
    return nth_weekday(n.n, static_cast<int>(weekday->day), span);
  if (node_as<op::Workday>(pool_, n.what) != nullptr) return nth_workday(n.n, span);
  return node_as<op::Weekend>(pool_, n.what) != nullptr ? nth_weekend(n.n, span) : std::nullopt;
}

Evaluator::Value Evaluator::in_year(const op::NthUnit& n, int year) const {
  const Value whole = in_year(n.whole, year);
  if (!whole || n.n == 0) return std::nullopt;
  const Interval span = interval_of(*whole);
  return span.bounded() ? nth_unit(n.n, n.unit, span) : std::nullopt;
}

Evaluator::Value Evaluator::in_year(const op::LastOf& n, int year) const {
  const Value base = in_year(n.date, year);
  const auto* const weekday = node_as<op::Weekday>(pool_, n.weekday);
  if (!base || weekday == nullptr) return std::nullopt;
  return day_value(weekday_up_to(day_number(interval_of(*base).begin) - 1, static_cast<int>(weekday->day)));
}

}  // namespace annal
