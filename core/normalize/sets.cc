// What happens again and again: "every Monday", "twice a week".
#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"

namespace annal {

// The calendar value that stands for each of the repeated: a weekday, a part of the day, a month of any year.
Evaluator::Value Evaluator::pattern_of(Tree what) const {
  const auto* const at = node_as<op::At>(pool_, what);
  const Tree date = at != nullptr ? at->date : what;
  Value pattern;
  if (const auto* const weekday = node_as<op::Weekday>(pool_, date)) {
    pattern = open_value(Granularity::day);
    pattern->weekday = static_cast<std::int8_t>(weekday->day);
  } else if (node_as<op::Weekend>(pool_, date) != nullptr) {
    pattern = open_value(Granularity::weekend);
  } else if (const auto* const part = node_as<op::DayPart>(pool_, date)) {
    pattern = open_value(Granularity::part_of_day);
    pattern->part = part->part;
  } else if (node_as<op::Clock>(pool_, date) != nullptr) {
    pattern = with_time(resolved(open_value(Granularity::day)), date).calendar_value;
  } else {
    pattern = in_year(what, CalendarValue::no_year);
  }
  if (pattern && at != nullptr) {
    const Resolution timed = with_time(resolved(pattern), at->time);
    if (timed.is_calendar_value()) pattern = timed.calendar_value;
  }
  return pattern;
}

Resolution Evaluator::repeated(Tree what, Quantifier quantifier, OptionalNumber times) const {
  Resolution out;
  out.kind = Resolution::Kind::repeated;
  out.quantifier = quantifier;
  out.times = times.value_or(0);
  if (node_as<op::Length>(pool_, what) != nullptr || node_as<op::Some>(pool_, what) != nullptr) {
    out.length = evaluate(what).length;
    return out;
  }
  const Value pattern = pattern_of(what);
  if (!pattern) return {};
  out.is_pattern = true;
  out.calendar_value = *pattern;
  return out;
}

Resolution Evaluator::evaluate(const op::Every& n) const { return repeated(n.what, n.quantifier, n.times); }

Resolution Evaluator::evaluate(const op::Frequency& n) const { return repeated(n.what, Quantifier::none, n.times); }

}  // namespace annal
