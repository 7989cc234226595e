// Clock times and parts of the day, and the day that they belong to.
#include <utility>

#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"
#include "core/normalize/zone_offset.h"

namespace annal {
namespace {

// The hour of the day, 0 to 24 where the text is right: "3 in the afternoon", "8 in the evening", "11 at night".
std::int32_t hour_of_day(std::int32_t hour, ClockHalf half) {
  switch (half) {
    case ClockHalf::am:
    case ClockHalf::morning: return hour == 12 ? 0 : hour;
    case ClockHalf::pm:
    case ClockHalf::afternoon:
    case ClockHalf::evening: return hour < 12 ? hour + 12 : hour;
    case ClockHalf::night: return hour >= 6 && hour < 12 ? hour + 12 : hour;
    case ClockHalf::as_written:
    case ClockHalf::midday:
    case ClockHalf::daytime: return hour;
  }
  return hour;
}

// Sets the clock fields of `value`. An hour alone is told to the minute.
void set_clock(CalendarValue& value, std::int32_t hour, const op::Clock& clock, std::int16_t offset) {
  value.hour = static_cast<std::int8_t>(hour);
  value.granularity = Granularity::minute;
  if (clock.minute) value.minute = static_cast<std::int8_t>(*clock.minute);
  if (clock.second) value.second = static_cast<std::int8_t>(*clock.second), value.granularity = Granularity::second;
  if (!clock.minute && !clock.second) value.minute = 0;
  value.offset = offset;
}

}  // namespace

Resolution Evaluator::with_time(Resolution date, const op::DayPart& part) const {
  if (date.kind == Resolution::Kind::relative) {
    date.calendar_value.part = part.part;
  } else if (date.is_calendar_value()) {
    date.calendar_value.granularity = Granularity::part_of_day;
    date.calendar_value.part = part.part;
  }
  return date;
}

Resolution Evaluator::with_time(Resolution date, const op::Clock& clock, std::int16_t offset) const {
  const std::int32_t hour = hour_of_day(clock.hour, clock.half);
  if (hour < 0 || hour > 24) return {};
  if (date.kind == Resolution::Kind::relative) {
    date.kind = Resolution::Kind::calendar_value;
    date.calendar_value = {};
    set_clock(date.calendar_value, hour, clock, offset);
    return date;
  }
  if (!date.is_calendar_value()) return date;
  set_clock(date.calendar_value, hour, clock, offset);
  return valid(date.calendar_value) ? date : Resolution{};
}

Resolution Evaluator::with_time(Resolution date, const op::Zone& zone) const {
  if (const auto* const part = node_as<op::DayPart>(pool_, zone.time)) return with_time(std::move(date), *part);
  if (const auto* const clock = node_as<op::Clock>(pool_, zone.time))
    return with_time(date, *clock, offset_on(zone, date.is_calendar_value() ? date.calendar_value : CalendarValue{}));
  return {};
}

// `date` at a clock time, with or without its zone, or in a part of the day.
Resolution Evaluator::with_time(Resolution date, Tree time) const {
  if (const auto* const zone = node_as<op::Zone>(pool_, time)) return with_time(std::move(date), *zone);
  if (const auto* const part = node_as<op::DayPart>(pool_, time)) return with_time(std::move(date), *part);
  if (const auto* const clock = node_as<op::Clock>(pool_, time))
    return with_time(std::move(date), *clock, CalendarValue::no_offset);
  return {};
}

// A clock time by itself is on the day last spoken of, else on the day of writing.
Resolution Evaluator::day_of_a_bare_time() const {
  if (context_.has_day_reference)
    return resolved(context_.day_reference, AnchorKind::reference, context_.day_reference_timex);
  return from_document(Granularity::day, 0);
}

Resolution Evaluator::evaluate(const op::Clock& n) const {
  return with_time(day_of_a_bare_time(), n, CalendarValue::no_offset);
}

Resolution Evaluator::evaluate(const op::Zone& n) const { return with_time(day_of_a_bare_time(), n); }

// A short message speaks of its own day ("long night, no sleep"); in a longer text a night may be any.
Resolution Evaluator::evaluate(const op::DayPart& n) const {
  return with_time(
      context_.is_short_message ? from_reference(Granularity::day, 0) : resolved(open_value(Granularity::day)), n);
}

Resolution Evaluator::evaluate(const op::At& n) const {
  const Resolution date = evaluate(n.date);
  Resolution out = with_time(date, n.time);
  if (out.mod == Mod::none) out.mod = date.mod;
  return out;
}

Evaluator::Value Evaluator::in_year(const op::At& n, int year) const {
  const Value date = in_year(n.date, year);
  if (!date) return std::nullopt;
  const Resolution out = with_time(resolved(date), n.time);
  return out.is_calendar_value() ? Value(out.calendar_value) : std::nullopt;
}

}  // namespace annal
