// What counts from the day of writing or from the time last spoken of: "last week", "that year", "the next day".
#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"

namespace annal {

Resolution Evaluator::from_document(Granularity unit, std::int64_t steps) const {
  if (context_.document_known) {
    // The day of writing without its hour tells no hour before or after it.
    const bool by_time = unit < Granularity::part_of_day && context_.document_has_time;
    return resolved(shift(unit_at(by_time ? context_.document_time : context_.document, unit), steps),
                    AnchorKind::document);
  }
  Resolution out;
  out.kind = Resolution::Kind::relative;
  out.unit = unit;
  out.steps = steps;
  out.anchor_kind = AnchorKind::document;
  return out;
}

// In a narrative that has named no day since its last month or year: some day of that, and not of the day of writing.
Resolution Evaluator::some_day_of_the_narrative() const {
  CalendarValue some = open_value(Granularity::day);
  if (!context_.has_reference || context_.reference.granularity > Granularity::year ||
      context_.reference.year == CalendarValue::no_year)
    return resolved(some);
  some.year = year_of(interval_of(context_.reference).begin);
  if (context_.reference.granularity == Granularity::month) some.month = context_.reference.month;
  return resolved(some, AnchorKind::reference, context_.reference_timex);
}

Resolution Evaluator::from_reference(Granularity unit, std::int64_t steps) const {
  // "At that hour" is the one last named.
  if (unit == Granularity::hour && steps == 0 && context_.has_clock)
    return resolved(context_.clock, AnchorKind::reference, context_.clock_timex);
  const bool fine = unit <= Granularity::week;
  const bool has = fine ? context_.has_day_reference : context_.has_reference;
  if (context_.narrative && unit == Granularity::day &&
      (!has || (context_.has_reference && context_.reference_timex > context_.day_reference_timex)))
    return some_day_of_the_narrative();
  if (!has) return from_document(unit, steps);
  const CalendarValue& base = fine ? context_.day_reference : context_.reference;
  const std::int32_t timex = fine ? context_.day_reference_timex : context_.reference_timex;
  if (base.year == CalendarValue::no_year) {
    // The year is open, its days and months are not.
    if (base.granularity == unit) return resolved(shift(base, steps), AnchorKind::reference, timex);
    return from_document(unit, steps);
  }
  return resolved(shift(unit_at(interval_of(base).begin, unit), steps), AnchorKind::reference, timex);
}

Resolution Evaluator::evaluate(const op::Current& n) const {
  return context_.narrative || context_.carries ? from_reference(n.unit, 0) : from_document(n.unit, 0);
}

Resolution Evaluator::evaluate(const op::Shift& n) const {
  // In a narrative "the next decade" is the one after that last spoken of.
  if (context_.narrative && n.by > 0 && n.unit > Granularity::week && context_.has_reference)
    return from_reference(n.unit, n.by);
  return from_document(n.unit, n.by);
}

Resolution Evaluator::evaluate(const op::Reference& n) const {
  if (n.unit != Granularity::quarter) return from_reference(n.unit, 0);
  if (context_.has_quarter) return resolved(context_.quarter, AnchorKind::reference, context_.quarter_timex);
  return from_document(Granularity::quarter, -1);
}

Resolution Evaluator::evaluate(const op::SameInYear& n) const {
  const Resolution year = evaluate(n.year);
  if (!context_.has_quarter || !year.has_year()) return year;
  CalendarValue period = context_.fiscal_period;
  period.year = year.calendar_value.year;
  return resolved(period, AnchorKind::reference, context_.quarter_timex);
}

Resolution Evaluator::evaluate(const op::UnitOf& n) const {
  const Resolution date = evaluate(n.date);
  if (!date.has_year()) return date;
  return resolved(unit_at(interval_of(date.calendar_value).begin, n.unit), date.anchor_kind, date.anchor);
}

}  // namespace annal
