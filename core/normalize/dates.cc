// Dates by their numbers: days, months, weeks, quarters and seasons, years, decades and centuries.
#include <algorithm>
#include <utility>

#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"

namespace annal {

Evaluator::Value Evaluator::in_year(const op::Date& n, int year) const {
  CalendarValue date = year_value(n.year.value_or(year));
  if (n.month) {
    if (*n.month < 1 || *n.month > 12) return std::nullopt;
    date.month = static_cast<std::int8_t>(*n.month);
    date.granularity = Granularity::month;
  }
  if (n.day) {
    if (*n.day < 1 || *n.day > 31) return std::nullopt;
    date.day = static_cast<std::int8_t>(*n.day);
    date.granularity = Granularity::day;
  }
  return valid(date) ? Value(date) : std::nullopt;
}

Evaluator::Value Evaluator::in_year(const op::NumericDate& n, int year) const {
  std::int32_t month = n.first, day = n.second;
  if (context_.day_first ? day <= 12 : month > 12) std::swap(month, day);
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  CalendarValue date = open_value(Granularity::day);
  date.year = n.year.value_or(year);
  date.month = static_cast<std::int8_t>(month);
  date.day = static_cast<std::int8_t>(day);
  return valid(date) ? Value(date) : std::nullopt;
}

// `part` of the year that the tree states, else of `year`.
Evaluator::Value Evaluator::part_of_year(CalendarValue part, OptionalTree stated, int year) const {
  if (stated) {
    const Resolution of = evaluate(*stated);
    if (!of.has_year()) return std::nullopt;
    year = of.calendar_value.year;
    part.fiscal = of.calendar_value.fiscal;
  }
  part.year = year;
  return valid(part) ? Value(part) : std::nullopt;
}

Evaluator::Value Evaluator::in_year(const op::Week& n, int year) const {
  CalendarValue week = open_value(Granularity::week);
  week.week = static_cast<std::int8_t>(n.number);
  return part_of_year(week, n.year, year);
}

Evaluator::Value Evaluator::in_year(const op::Quarter& n, int year) const {
  CalendarValue quarter = open_value(Granularity::quarter);
  quarter.quarter = static_cast<std::int8_t>(n.number);
  return part_of_year(quarter, n.year, year);
}

Evaluator::Value Evaluator::in_year(const op::Half& n, int year) const {
  CalendarValue half = open_value(Granularity::half);
  half.half = static_cast<std::int8_t>(n.number);
  return part_of_year(half, n.year, year);
}

Evaluator::Value Evaluator::in_year(const op::Season& n, int year) const {
  CalendarValue season = open_value(Granularity::season);
  season.season = n.season;
  return part_of_year(season, n.year, year);
}

Evaluator::Value Evaluator::in_year(const op::Checked& n, int year) const { return in_year(n.date, year); }

Evaluator::Value Evaluator::in_year(const op::Fiscal& n, int year) const {
  Value period = in_year(n.period, year);
  if (period) period->fiscal = true;
  return period;
}

Resolution Evaluator::evaluate(const op::Fiscal& n) const {
  Resolution out = evaluate(n.period);
  out.calendar_value.fiscal = true;
  return out;
}

int Evaluator::full_year(int two_digits) const {
  if (!context_.document_known) return two_digits < 30 ? 2000 + two_digits : 1900 + two_digits;
  const int now = year_of(context_.document);
  // The year with these digits at most ten years ahead of the document's.
  const int year = now - now % 100 + two_digits;
  return year > now + 10 ? year - 100 : year;
}

Resolution Evaluator::evaluate(const op::ShortYear& n) const { return resolved(year_value(full_year(n.digits))); }

Resolution Evaluator::evaluate(const op::WithYear& n) const {
  const Resolution year = evaluate(n.year);
  if (!year.has_year()) return resolved(in_year(n.date, CalendarValue::no_year));
  Resolution out = resolved(in_year(n.date, year.calendar_value.year), year.anchor_kind, year.anchor);
  if (const auto* const part = node_as<op::Part>(pool_, n.date)) out.mod = part->mod;
  if (const auto* const modified = node_as<op::Modified>(pool_, n.date)) out.mod = modified->mod;
  if (year.calendar_value.fiscal && out.is_calendar_value()) out.calendar_value.fiscal = true;
  return out;
}

// "Tuesday the 5th": the nearest month whose 5th is a Tuesday.
Resolution Evaluator::nearest_month_with(int day, int weekday) const {
  if (!context_.document_known) return {};
  const CalendarValue month = unit_at(context_.document, Granularity::month);
  for (const int away : {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6}) {
    Value date = shift(month, away);
    if (!date) continue;
    date->granularity = Granularity::day;
    date->day = static_cast<std::int8_t>(day);
    if (valid(*date) && weekday_of(day_number(interval_of(*date).begin)) == weekday)
      return resolved(date, AnchorKind::document);
  }
  return {};
}

Resolution Evaluator::evaluate(const op::Checked& n) const {
  const int weekday = static_cast<int>(n.weekday);
  const auto has_weekday = [&](const CalendarValue& date) {
    return weekday_of(day_number(interval_of(date).begin)) == weekday;
  };
  if (const auto* const day = node_as<op::DayOfMonth>(pool_, n.date)) return nearest_month_with(day->day, weekday);
  Resolution out = evaluate(n.date);
  if (!out.has_year() || out.calendar_value.granularity != Granularity::day || has_weekday(out.calendar_value))
    return out;
  if (context_.carries && !context_.narrative) {
    // It is not of the year told before.
    ResolutionContext by_itself = context_;
    by_itself.carries = false;
    const Evaluator evaluator(pool_, by_itself);
    out = evaluator.evaluate(n);
    weekday_conflict_ = evaluator.weekday_conflict();
    return out;
  }
  if (open_year(n.date) && context_.document_known) {
    // The weekday tells the year that the tense got wrong: the nearest that agrees.
    for (const int away : {-1, 1}) {
      const Value other = in_year(n.date, out.calendar_value.year + away);
      if (!other || !has_weekday(*other)) continue;
      Resolution corrected = resolved(other, AnchorKind::document);
      corrected.reason = DisambiguationReason::stated_weekday;
      corrected.alternative = out.calendar_value;
      return corrected;
    }
  }
  weekday_conflict_ = true;
  return out;
}

// Of the month last spoken of, or of that of writing or the one beside it where the clause looks there.
Resolution Evaluator::evaluate(const op::DayOfMonth& n) const {
  const bool by_reference = context_.has_reference && context_.reference.granularity <= Granularity::month &&
                            context_.reference.month != CalendarValue::open;
  if (!by_reference && !context_.document_known) return {};
  if (!by_reference) return day_of_nearest_month(n.day);
  CalendarValue date = open_value(Granularity::day);
  date.year = context_.reference.year;
  date.month = context_.reference.month;
  date.day = static_cast<std::int8_t>(n.day);
  return resolved(date, AnchorKind::reference, context_.reference_timex);
}

// The last one of that number before the day of writing; the next one where the tense looks ahead.
Resolution Evaluator::day_of_nearest_month(int day) const {
  const CalendarValue month = unit_at(context_.document, Granularity::month);
  const auto on_day = [&](const Value& of) -> Value {
    if (!of) return std::nullopt;
    CalendarValue date = *of;
    date.granularity = Granularity::day;
    date.day = static_cast<std::int8_t>(day);
    return valid(date) ? Value(date) : std::nullopt;
  };
  // No two months without that day follow each other.
  const auto away = [&](int step) {
    const Value beside = on_day(shift(month, step));
    return beside ? beside : on_day(shift(month, 2 * step));
  };
  Value date = on_day(month);
  const bool ahead = context_.direction == Direction::future || context_.direction == Direction::present;
  if (!ahead && (!date || interval_of(*date).begin > context_.document)) date = away(-1);
  if (ahead && (!date || interval_of(*date).end <= context_.document)) date = away(1);
  return resolved(date, AnchorKind::document);
}

Resolution Evaluator::evaluate(const op::Decade& n) const {
  // "2013's" is a year that owns something; only a round one is a decade.
  if (n.first_year % 10 != 0) return resolved(year_value(n.first_year));
  CalendarValue decade = open_value(Granularity::decade);
  decade.year = n.first_year;
  return resolved(decade);
}

Resolution Evaluator::evaluate(const op::ShortDecade& n) const {
  // The last one that has begun; where nobody knows when, the thirties and the twenties are those of the last century.
  CalendarValue decade = open_value(Granularity::decade);
  const int first = n.digits - n.digits % 10;
  decade.year = context_.document_known ? full_year(first) : first < 20 ? 2000 + first : 1900 + first;
  if (context_.document_known && decade.year > year_of(context_.document)) decade.year -= 100;
  return resolved(decade);
}

Resolution Evaluator::evaluate(const op::Century& n) const {
  if (n.number < 1 || n.number > 99) return {};
  CalendarValue century = open_value(Granularity::century);
  century.year = (n.number - 1) * 100;
  return resolved(century);
}

Resolution Evaluator::evaluate(const op::BeforeChrist& n) const {
  // Years that the calendar has on that side alone.
  const auto* const date = node_as<op::Date>(pool_, n.date);
  if (date != nullptr && date->year && *date->year > 9999 && !date->month) {
    const CalendarValue year = year_value(std::max(1 - *date->year, -99999));
    return valid(year) ? resolved(year) : Resolution{};
  }
  Resolution out = evaluate(n.date);
  if (!out.has_year()) return {};
  std::int32_t& year = out.calendar_value.year;
  switch (out.calendar_value.granularity) {
    case Granularity::century: year = -year - 100; break;
    case Granularity::decade: year = -year - 10; break;
    default: year = 1 - year; break;
  }
  return valid(out.calendar_value) ? out : Resolution{};
}

}  // namespace annal
