// Lengths of time, and what lies a length before or after something: "three years", "two weeks ago", "a year earlier".
#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"

namespace annal {
namespace {

// So many steps of a unit.
struct Steps {
  Granularity unit;
  std::int64_t n;
};

// Part of a unit counts in the next finer: a year and a half is eighteen months.
Steps in_finer_unit(const Length& length) {
  const auto finer = [&](Granularity unit, std::int64_t each) { return Steps{unit, length.thousandths * each / 1000}; };
  switch (length.unit) {
    case Granularity::century: return finer(Granularity::year, 100);
    case Granularity::decade: return finer(Granularity::year, 10);
    case Granularity::year: return finer(Granularity::month, 12);
    case Granularity::month:
      return length.thousandths < 1000 ? finer(Granularity::week, 4)
                                       : finer(Granularity::day, 30);  // six and a half months
    case Granularity::week: return finer(Granularity::day, 7);
    case Granularity::day: return finer(Granularity::hour, 24);
    case Granularity::hour: return finer(Granularity::minute, 60);
    default: return {length.unit, length.thousandths / 1000};
  }
}

bool is_whole(const Length& length) { return length.thousandths % 1000 == 0; }

Steps steps_of(const Length& length) {
  Steps steps = is_whole(length) ? Steps{length.unit, length.thousandths / 1000} : in_finer_unit(length);
  // "a decade ago" is a year, not a decade.
  if (steps.unit == Granularity::decade) steps = {Granularity::year, steps.n * 10};
  if (steps.unit == Granularity::century) steps = {Granularity::year, steps.n * 100};
  return steps;
}

Resolution with_mod(Resolution out, Mod mod) {
  out.mod = mod;
  return out;
}

}  // namespace

Resolution Evaluator::evaluate(const op::Length& n) const {
  Resolution out;
  out.kind = Resolution::Kind::length;
  out.length.thousandths = n.thousandths;
  out.length.unit = n.unit;
  return out;
}

Resolution Evaluator::evaluate(const op::Some& n) const {
  Resolution out;
  out.kind = Resolution::Kind::length;
  out.length.unit = n.unit;
  out.length.open = true;
  return out;
}

Resolution Evaluator::evaluate(const op::Sum& n) const {
  Resolution out = evaluate(n.first);
  out.length = sum_of(out.length, evaluate(n.second).length);
  return out;
}

Resolution Evaluator::evaluate(const op::PastLength& n) const {
  Resolution out = evaluate(n.length);
  out.anchor_kind = AnchorKind::document;
  return out;
}

Resolution Evaluator::evaluate(const op::NextLength& n) const {
  Resolution out = evaluate(n.length);
  out.anchor_kind = AnchorKind::document;
  return out;
}

// Beside talk of a quarter "a year ago" is that quarter of the year before.
bool Evaluator::is_fiscal_comparison(const Length& length) const {
  return context_.has_quarter && length.unit == Granularity::year && length.thousandths == 1000;
}

Resolution Evaluator::fiscal_period_a_year_before() const {
  return resolved(shift(context_.fiscal_period, -1, Granularity::year), AnchorKind::reference, context_.quarter_timex);
}

Resolution Evaluator::evaluate(const op::Ago& n) const {
  const Resolution length = evaluate(n.length);
  if (is_fiscal_comparison(length.length)) return fiscal_period_a_year_before();
  return with_mod(moved(from_document(Granularity::day, 0), length.length, -1), length.mod);
}

Resolution Evaluator::evaluate(const op::Hence& n) const {
  const Resolution length = evaluate(n.length);
  return with_mod(moved(from_document(Granularity::day, 0), length.length, 1), length.mod);
}

Resolution Evaluator::evaluate(const op::Earlier& n) const {
  const Resolution length = evaluate(n.length);
  if (is_fiscal_comparison(length.length)) return fiscal_period_a_year_before();
  return from_time_last_spoken_of(length, -1);
}

Resolution Evaluator::evaluate(const op::Later& n) const { return from_time_last_spoken_of(evaluate(n.length), 1); }

// What such a length counts from: the clock time, the day or the date last spoken of, else the day of writing.
Resolution Evaluator::reference_for(const Length& length) const {
  if (length.unit < Granularity::day && context_.has_clock)
    return resolved(context_.clock, AnchorKind::reference, context_.clock_timex);
  if (length.unit <= Granularity::week && context_.has_day_reference)
    return resolved(context_.day_reference, AnchorKind::reference, context_.day_reference_timex);
  if (context_.has_reference) return resolved(context_.reference, AnchorKind::reference, context_.reference_timex);
  return from_document(Granularity::day, 0);
}

Resolution Evaluator::from_time_last_spoken_of(const Resolution& length, int sign) const {
  const Length& by = length.length;
  // "In January ... Two weeks later": no day was named to count from, so only the length is known.
  if (by.unit <= Granularity::week && !by.open && context_.has_reference &&
      context_.reference_timex > context_.day_reference_timex && context_.reference.granularity > Granularity::week)
    return length;
  const Resolution base = reference_for(by);
  // "No fatigue 15 days later", and no time told before: it counts from what everybody knows of, and not from the day
  // of writing. That of three hours later is the same day.
  if (sign > 0 && base.anchor_kind == AnchorKind::document && by.unit >= Granularity::day && !context_.is_short_message)
    return length;
  const Granularity granularity = base.calendar_value.granularity;
  if (base.is_calendar_value() && !by.open && by.unit == Granularity::year && is_whole(by) &&
      (granularity == Granularity::quarter || granularity == Granularity::half || granularity == Granularity::month)) {
    // "a year earlier" beside a quarter is that quarter of the year before.
    return with_mod(resolved(shift(base.calendar_value, sign * by.thousandths / 1000, Granularity::year),
                             base.anchor_kind, base.anchor),
                    length.mod);
  }
  return with_mod(moved(base, by, sign), length.mod);
}

Resolution Evaluator::from_date(Tree length, Tree date, int sign) const {
  const Resolution by = evaluate(length), base = evaluate(date);
  if (base.is_calendar_value() && base.calendar_value.granularity == Granularity::day &&
      by.length.unit > Granularity::day && !by.length.open && is_whole(by.length)) {
    // "a week from Friday", "two years after 4 May 1990": the day stays a day.
    return with_mod(resolved(shift(base.calendar_value, sign * by.length.thousandths / 1000, by.length.unit),
                             base.anchor_kind, base.anchor),
                    by.mod);
  }
  return with_mod(moved(base, by.length, sign), by.mod);
}

Evaluator::Value Evaluator::from_date_in_year(Tree length, Tree date, int sign, int year) const {
  const Value base = in_year(date, year);
  const Resolution by = evaluate(length);
  if (!base || by.kind != Resolution::Kind::length || by.length.open || !is_whole(by.length)) return std::nullopt;
  return shift(*base, sign * by.length.thousandths / 1000, by.length.unit);
}

// "Two years and three days ago": one part after the other, from the day.
Resolution Evaluator::moved_by_parts(const Resolution& base, const Length& length, int sign) const {
  Value value = base.calendar_value;
  for (std::size_t i = 0; value && i < length.part_count; ++i)
    value = shift(*value, sign * length.parts[i].thousandths / 1000, length.parts[i].unit);
  return resolved(value, base.anchor_kind, base.anchor);
}

// `base`, of a known year, hours, minutes or seconds later.
Evaluator::Value Evaluator::moved_by_time(const Resolution& base, Granularity unit, std::int64_t n) const {
  const std::int64_t seconds = n * (unit == Granularity::hour ? 3600 : unit == Granularity::minute ? 60 : 1);
  const CivilSeconds begin = interval_of(base.calendar_value).begin;
  if (base.calendar_value.granularity <= Granularity::minute) {
    CalendarValue value = unit_at(begin + seconds, base.calendar_value.granularity);
    value.offset = base.calendar_value.offset;
    return value;
  }
  if (context_.document_has_time && base.anchor_kind == AnchorKind::document)
    return unit_at(context_.document_time + seconds, unit == Granularity::hour ? Granularity::minute : unit);
  // Half a day or less from a day without its hour is that day.
  const bool far = seconds < -12 * 3600 || seconds > 12 * 3600;
  return unit_at(far ? begin + seconds : begin, Granularity::day);
}

Resolution Evaluator::moved(const Resolution& base, const Length& length, int sign) const {
  if (length.open) {
    Resolution vague;
    vague.kind = Resolution::Kind::vague;
    vague.text = sign < 0 ? "PAST_REF" : "FUTURE_REF";
    vague.anchor_kind = base.anchor_kind;
    vague.anchor = base.anchor;
    return vague;
  }
  if (!length.one_unit && length.part_count > 0 && base.has_year() &&
      base.calendar_value.granularity <= Granularity::day)
    return moved_by_parts(base, length, sign);
  const Steps steps = steps_of(length);
  const std::int64_t n = sign * steps.n;
  if (base.kind == Resolution::Kind::relative) {
    Resolution out = base;
    out.unit = steps.unit;
    out.steps = n;
    return out;
  }
  if (!base.is_calendar_value()) return {};
  const CalendarValue& from = base.calendar_value;
  if (from.year == CalendarValue::no_year)
    return resolved(from.granularity == steps.unit ? shift(from, n) : shift(from, n, steps.unit), base.anchor_kind,
                    base.anchor);
  if (steps.unit < Granularity::day) return resolved(moved_by_time(base, steps.unit, n), base.anchor_kind, base.anchor);
  Value value = shift(unit_at(interval_of(from).begin, steps.unit), n);
  // Half a month more or less tells the month and no more.
  if (value && length.unit == Granularity::month && steps.unit == Granularity::day)
    value = unit_at(interval_of(*value).begin, Granularity::month);
  return resolved(value, base.anchor_kind, base.anchor);
}

}  // namespace annal
