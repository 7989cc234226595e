// Where a tree that leaves its year open lies in a given year: "November 14", "the third quarter", Easter, "the second
// Tuesday of May".
#include <utility>

#include "core/calendar/feasts.h"
#include "core/normalize/evaluate.h"

namespace annal {
namespace {

constexpr std::int64_t days_of(CivilSeconds at) { return (at >= 0 ? at : at - seconds_per_day + 1) / seconds_per_day; }

CalendarValue unit_place(Granularity g) {
  CalendarValue place;
  place.granularity = g;
  return place;
}

std::optional<CalendarValue> on_day(const std::optional<std::int64_t>& day) {
  return day ? std::optional(day_value(*day)) : std::nullopt;
}

bool has_year(std::int32_t argument) { return argument != absent; }

}  // namespace

bool Evaluator::open_year(std::int32_t index) const {
  const ExpressionNode& n = node(index);
  switch (n.op) {
    case Op::date: return !has_year(n.args[0]);
    case Op::quarter:
    case Op::half:
    case Op::season:
    case Op::week: return n.args[1] == absent;
    case Op::easter:
    case Op::orthodox:
    case Op::hebrew:
    case Op::islamic:
    case Op::lunar: return true;
    case Op::month_day_numeric: return !has_year(n.args[2]);
    case Op::checked:
    case Op::recurs:
    case Op::fiscal: return open_year(n.args[0]);
    case Op::part:
    case Op::modified: return open_year(n.args[1]);
    case Op::nth:
    case Op::nth_unit: return open_year(n.args[2]);
    case Op::at: return open_year(n.args[0]);
    case Op::last_of:
    case Op::before:
    case Op::after: return open_year(n.args[1]);
    default: return false;
  }
}

std::optional<CalendarValue> Evaluator::nth_unit_of(std::int64_t n, Granularity unit,
                                                    const CalendarValue& whole) const {
  const Interval span = interval_of(whole);
  if (!span.bounded() || n == 0) return std::nullopt;
  if (n > 0) {
    // The first week of May is the one with its first day; that of a year, or of its January, is the calendar's week 1.
    const bool of_year = unit == Granularity::week && unit_at(span.begin, Granularity::day).month == 1 &&
                         unit_at(span.begin, Granularity::day).day == 1;
    const CalendarValue first = unit_at(span.begin + (of_year ? 3 * seconds_per_day : 0), unit);
    const auto found = shift(first, n - 1);
    return found;
  }
  const bool of_year = unit == Granularity::week && unit_at(span.end, Granularity::day).month == 1 &&
                       unit_at(span.end, Granularity::day).day == 1;
  return shift(unit_at(span.end - 1 - (of_year ? 3 * seconds_per_day : 0), unit), n + 1);
}

std::optional<CalendarValue> Evaluator::nth_of(std::int64_t n, std::int32_t what, const CalendarValue& whole) const {
  const ExpressionNode& kind = node(what);
  const Interval span = interval_of(whole);
  if (!span.bounded() || n == 0) return std::nullopt;
  if (kind.op == Op::weekday) {
    const int wanted = kind.args[0];
    std::int64_t day = 0;
    if (n > 0) {
      const std::int64_t first = days_of(span.begin);
      day = first + (wanted - weekday_of(first) + 7) % 7 + 7 * (n - 1);
    } else {
      const std::int64_t last = days_of(span.end - 1);
      day = last - (weekday_of(last) - wanted + 7) % 7 + 7 * (n + 1);
    }
    if (day * seconds_per_day < span.begin || day * seconds_per_day >= span.end) return std::nullopt;
    return day_value(day);
  }
  if (kind.op == Op::weekend) {
    const std::int64_t first = days_of(span.begin), last = days_of(span.end - 1);
    const std::int64_t day = n > 0 ? first + (6 - weekday_of(first) + 7) % 7 + 7 * (n - 1)
                                   : last - (weekday_of(last) - 6 + 7) % 7 + 7 * (n + 1);
    return unit_at(day * seconds_per_day, Granularity::weekend);
  }
  return std::nullopt;
}

std::optional<CalendarValue> Evaluator::in_year(std::int32_t index, int year) const {
  const ExpressionNode& n = node(index);
  const auto with_year = [&](CalendarValue place) -> std::optional<CalendarValue> {
    place.year = year;
    if (!valid(place)) return std::nullopt;
    return place;
  };
  switch (n.op) {
    case Op::date: {
      CalendarValue place;
      place.year = has_year(n.args[0]) ? n.args[0] : year;
      place.granularity = Granularity::year;
      if (n.args[1] != absent) {
        if (n.args[1] < 1 || n.args[1] > 12) return std::nullopt;
        place.month = static_cast<std::int8_t>(n.args[1]);
        place.granularity = Granularity::month;
      }
      if (n.args[2] != absent) {
        if (n.args[2] < 1 || n.args[2] > 31) return std::nullopt;
        place.day = static_cast<std::int8_t>(n.args[2]);
        place.granularity = Granularity::day;
      }
      if (place.year != CalendarValue::no_year && (place.year < -9999 || place.year > 9999)) return std::nullopt;
      if (!valid(place)) return std::nullopt;
      return place;
    }
    case Op::month_day_numeric: {
      std::int32_t month = n.args[0], day = n.args[1];
      if (context_.day_first ? day <= 12 : month > 12) std::swap(month, day);
      if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
      CalendarValue place = unit_place(Granularity::day);
      place.year = has_year(n.args[2]) ? n.args[2] : year;
      place.month = static_cast<std::int8_t>(month);
      place.day = static_cast<std::int8_t>(day);
      if (!valid(place)) return std::nullopt;
      return place;
    }
    case Op::quarter:
    case Op::half:
    case Op::season:
    case Op::week: {
      CalendarValue place;
      const auto number = static_cast<std::int8_t>(n.args[0]);
      if (n.op == Op::quarter) place.granularity = Granularity::quarter, place.quarter = number;
      if (n.op == Op::half) place.granularity = Granularity::half, place.half = number;
      if (n.op == Op::season) place.granularity = Granularity::season, place.season = static_cast<Season>(number);
      if (n.op == Op::week) place.granularity = Granularity::week, place.week = number;
      if (n.args[1] == absent) return with_year(place);
      const Resolution of = evaluate(static_cast<ExpressionIndex>(n.args[1]));
      if (of.kind != Resolution::Kind::calendar_value || of.calendar_value.year == CalendarValue::no_year)
        return std::nullopt;
      year = of.calendar_value.year;
      place.fiscal = of.calendar_value.fiscal;
      return with_year(place);
    }
    case Op::easter:
      if (year < 1) return std::nullopt;
      return day_value(western_easter(year) + n.args[0]);
    case Op::orthodox:
      if (year < 1) return std::nullopt;
      return day_value(eastern_easter(year) + n.args[0]);
    case Op::hebrew: return year < 1 ? std::nullopt : on_day(hebrew_day(year, n.args[0], n.args[1]));
    case Op::islamic: return on_day(islamic_day(year, n.args[0], n.args[1]));
    case Op::lunar: return on_day(lunar_day(year, n.args[0], n.args[1], n.args[2], n.args[3]));
    case Op::checked:
    case Op::recurs: return in_year(n.args[0], year);
    case Op::fiscal: {
      auto place = in_year(n.args[0], year);
      if (place) place->fiscal = true;
      return place;
    }
    case Op::part:
    case Op::modified: return in_year(n.args[1], year);
    case Op::nth: {
      const auto whole = in_year(n.args[2], year);
      return whole ? nth_of(n.args[0], n.args[1], *whole) : std::nullopt;
    }
    case Op::nth_unit: {
      const auto whole = in_year(n.args[2], year);
      return whole ? nth_unit_of(n.args[0], static_cast<Granularity>(n.args[1]), *whole) : std::nullopt;
    }
    case Op::last_of: {
      const auto base = in_year(n.args[1], year);
      if (!base || node(n.args[0]).op != Op::weekday) return std::nullopt;
      std::int64_t day = days_of(interval_of(*base).begin) - 1;
      day -= (weekday_of(day) - node(n.args[0]).args[0] + 7) % 7;
      return day_value(day);
    }
    case Op::before:
    case Op::after: {
      const auto base = in_year(n.args[1], year);
      const Resolution length = evaluate(static_cast<ExpressionIndex>(n.args[0]));
      if (!base || length.kind != Resolution::Kind::length || length.length.open ||
          length.length.thousandths % 1000 != 0)
        return std::nullopt;
      return shift(*base, (n.op == Op::before ? -1 : 1) * length.length.thousandths / 1000, length.length.unit);
    }
    case Op::at: {
      const auto date = in_year(n.args[0], year);
      if (!date) return std::nullopt;
      const Resolution out = with_clock(resolved(date), node(n.args[1]));
      if (out.kind != Resolution::Kind::calendar_value) return std::nullopt;
      return out.calendar_value;
    }
    default: {
      const Resolution out = evaluate(static_cast<ExpressionIndex>(index));
      if (out.kind != Resolution::Kind::calendar_value) return std::nullopt;
      return out.calendar_value;
    }
  }
}

}  // namespace annal
