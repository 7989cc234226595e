#include "core/normalize/evaluate.h"

#include <array>
#include <tuple>
#include <utility>

namespace annal {
namespace {

constexpr std::int64_t days_of(CivilSeconds at) { return (at >= 0 ? at : at - seconds_per_day + 1) / seconds_per_day; }

CalendarValue unit_place(Granularity g) {
  CalendarValue place;
  place.granularity = g;
  return place;
}

CalendarValue year_place(int year) {
  CalendarValue place = unit_place(Granularity::year);
  place.year = year;
  return place;
}

}  // namespace

Resolution Evaluator::resolved(const std::optional<CalendarValue>& place, AnchorKind kind, std::int32_t anchor) const {
  Resolution out;
  if (!place || !valid(*place)) return out;
  out.kind = Resolution::Kind::calendar_value;
  out.calendar_value = *place;
  out.anchor_kind = kind;
  out.anchor = anchor;
  return out;
}

int Evaluator::full_year(int two_digits) const {
  if (!context_.document_known) return two_digits < 30 ? 2000 + two_digits : 1900 + two_digits;
  const int now = unit_at(context_.document, Granularity::year).year;
  // The year with these digits at most ten years ahead of the document's.
  int year = now - now % 100 + two_digits;
  if (year > now + 10) year -= 100;
  return year;
}

Resolution Evaluator::from_document(Granularity unit, std::int64_t steps) const {
  // The day of writing without its hour tells no hour before or after it.
  if (context_.document_known && unit < Granularity::part_of_day && context_.document_has_time)
    return resolved(shift(unit_at(context_.document_time, unit), steps), AnchorKind::document);
  if (context_.document_known) return resolved(shift(unit_at(context_.document, unit), steps), AnchorKind::document);
  Resolution out;
  out.kind = Resolution::Kind::relative;
  out.unit = unit;
  out.steps = steps;
  out.anchor_kind = AnchorKind::document;
  return out;
}

Resolution Evaluator::from_reference(Granularity unit, std::int64_t steps) const {
  // "At that hour" is the one last named.
  if (unit == Granularity::hour && steps == 0 && context_.has_clock)
    return resolved(context_.clock, AnchorKind::reference, context_.clock_timex);
  const bool fine = unit <= Granularity::week;
  const bool has = fine ? context_.has_day_reference : context_.has_reference;
  if (context_.narrative && unit == Granularity::day &&
      (!has || (context_.has_reference && context_.reference_timex > context_.day_reference_timex))) {
    // A tale that has named no day since its last month or year: some day of that, and not of the day of writing.
    CalendarValue some = unit_place(Granularity::day);
    if (!context_.has_reference || context_.reference.granularity > Granularity::year ||
        context_.reference.year == CalendarValue::no_year)
      return resolved(some);
    some.year = unit_at(interval_of(context_.reference).begin, Granularity::year).year;
    if (context_.reference.granularity == Granularity::month) some.month = context_.reference.month;
    return resolved(some, AnchorKind::reference, context_.reference_timex);
  }
  if (!has) return from_document(unit, steps);
  const CalendarValue& base = fine ? context_.day_reference : context_.reference;
  const std::int32_t timex = fine ? context_.day_reference_timex : context_.reference_timex;
  if (base.year == CalendarValue::no_year) {
    // The year is open, its days and months are not.
    if (base.granularity == unit) return resolved(shift(base, steps), AnchorKind::reference, timex);
    return from_document(unit, steps);
  }
  const Interval span = interval_of(base);
  return resolved(shift(unit_at(span.begin, unit), steps), AnchorKind::reference, timex);
}

Resolution Evaluator::move(const Resolution& base, const Length& length, int sign) const {
  if (length.open) {
    Resolution vague;
    vague.kind = Resolution::Kind::vague;
    vague.text = sign < 0 ? "PAST_REF" : "FUTURE_REF";
    vague.anchor_kind = base.anchor_kind;
    vague.anchor = base.anchor;
    return vague;
  }
  if (!length.one_unit && length.part_count > 0 && base.kind == Resolution::Kind::calendar_value &&
      base.calendar_value.year != CalendarValue::no_year && base.calendar_value.granularity <= Granularity::day) {
    // "Two years and three days ago": one part after the other, from the day.
    std::optional<CalendarValue> place = base.calendar_value;
    for (std::size_t i = 0; place && i < length.part_count; ++i)
      place = shift(*place, sign * length.parts[i].thousandths / 1000, length.parts[i].unit);
    return resolved(place, base.anchor_kind, base.anchor);
  }
  Granularity unit = length.unit;
  std::int64_t n = length.thousandths / 1000;
  if (length.thousandths % 1000 != 0) {
    // Part of a unit counts in the next finer: a year and a half is eighteen months.
    const auto finer = [&](Granularity to, std::int64_t each) { unit = to, n = length.thousandths * each / 1000; };
    switch (unit) {
      case Granularity::century: finer(Granularity::year, 100); break;
      case Granularity::decade: finer(Granularity::year, 10); break;
      case Granularity::year: finer(Granularity::month, 12); break;
      case Granularity::month:
        if (length.thousandths < 1000)
          finer(Granularity::week, 4);
        else
          finer(Granularity::day, 30);  // six and a half months
        break;
      case Granularity::week: finer(Granularity::day, 7); break;
      case Granularity::day: finer(Granularity::hour, 24); break;
      case Granularity::hour: finer(Granularity::minute, 60); break;
      default: break;
    }
  }
  // "a decade ago" is a year, not a decade.
  if (unit == Granularity::decade) unit = Granularity::year, n *= 10;
  if (unit == Granularity::century) unit = Granularity::year, n *= 100;
  n *= sign;
  if (base.kind == Resolution::Kind::relative) {
    Resolution out = base;
    out.unit = unit;
    out.steps = n;
    return out;
  }
  if (base.kind != Resolution::Kind::calendar_value) return {};
  if (base.calendar_value.year == CalendarValue::no_year) {
    if (base.calendar_value.granularity == unit)
      return resolved(shift(base.calendar_value, n), base.anchor_kind, base.anchor);
    return resolved(shift(base.calendar_value, n, unit), base.anchor_kind, base.anchor);
  }
  std::optional<CalendarValue> place;
  if (unit < Granularity::day) {
    const std::int64_t size = unit == Granularity::hour ? 3600 : unit == Granularity::minute ? 60 : 1;
    if (base.calendar_value.granularity <= Granularity::minute) {
      place = unit_at(interval_of(base.calendar_value).begin + n * size, base.calendar_value.granularity);
      place->offset = base.calendar_value.offset;
    } else if (context_.document_has_time && base.anchor_kind == AnchorKind::document) {
      place = unit_at(context_.document_time + n * size, unit == Granularity::hour ? Granularity::minute : unit);
    } else {
      place = unit_at(interval_of(base.calendar_value).begin, Granularity::day);
      if (n * size < -12 * 3600 || n * size > 12 * 3600)
        place = unit_at(interval_of(base.calendar_value).begin + n * size, Granularity::day);
    }
  } else {
    place = shift(unit_at(interval_of(base.calendar_value).begin, unit), n);
    // Half a month more or less tells the month and no more.
    if (place && length.unit == Granularity::month && unit == Granularity::day)
      place = unit_at(interval_of(*place).begin, Granularity::month);
  }
  return resolved(place, base.anchor_kind, base.anchor);
}

Resolution Evaluator::with_clock(Resolution date, const ExpressionNode& time) const {
  ExpressionNode clock = time;
  std::int16_t offset = CalendarValue::no_offset;
  if (clock.op == Op::zone) {
    offset = static_cast<std::int16_t>(clock.args[1]);
    clock = node(clock.args[0]);
  }
  if (clock.op == Op::day_part) {
    if (date.kind == Resolution::Kind::relative) {
      date.calendar_value.part = static_cast<DayPart>(clock.args[0]);
      return date;
    }
    if (date.kind != Resolution::Kind::calendar_value) return date;
    date.calendar_value.granularity = Granularity::part_of_day;
    date.calendar_value.part = static_cast<DayPart>(clock.args[0]);
    return date;
  }
  if (clock.op != Op::clock) return {};
  std::int32_t hour = clock.args[0];
  const std::int32_t half = clock.args[3];
  if (half == 1 && hour == 12) hour = 0;
  if (half == 2 && hour < 12) hour += 12;
  // "3 in the afternoon", "8 in the evening", "11 at night".
  if (half == 10 + static_cast<int>(DayPart::afternoon) && hour < 12) hour += 12;
  if (half == 10 + static_cast<int>(DayPart::evening) && hour < 12) hour += 12;
  if (half == 10 + static_cast<int>(DayPart::night) && hour >= 6 && hour < 12) hour += 12;
  if (half == 10 + static_cast<int>(DayPart::morning) && hour == 12) hour = 0;
  if (hour < 0 || hour > 24) return {};
  const auto fill = [&](CalendarValue& place) {
    place.hour = static_cast<std::int8_t>(hour);
    place.granularity = Granularity::hour;
    if (clock.args[1] != absent)
      place.minute = static_cast<std::int8_t>(clock.args[1]), place.granularity = Granularity::minute;
    if (clock.args[2] != absent)
      place.second = static_cast<std::int8_t>(clock.args[2]), place.granularity = Granularity::second;
    if (place.granularity == Granularity::hour) place.minute = 0, place.granularity = Granularity::minute;
    place.offset = offset;
  };
  if (date.kind == Resolution::Kind::relative) {
    date.kind = Resolution::Kind::calendar_value;
    date.calendar_value = {};
    fill(date.calendar_value);
    return date;
  }
  if (date.kind != Resolution::Kind::calendar_value) return date;
  fill(date.calendar_value);
  if (!valid(date.calendar_value)) return {};
  return date;
}

Resolution Evaluator::evaluate(ExpressionIndex index) const {
  const ExpressionNode& n = pool_[index];
  const auto self = static_cast<std::int32_t>(index);
  const auto child = [&](std::size_t argument) { return evaluate(static_cast<ExpressionIndex>(n.args[argument])); };
  const auto length_of = [&](std::size_t argument) { return child(argument).length; };
  const auto unit = [&](std::size_t argument) { return static_cast<Granularity>(n.args[argument]); };
  const auto vague = [&](std::string_view text) {
    Resolution out;
    out.kind = Resolution::Kind::vague;
    out.text = text;
    out.anchor_kind = AnchorKind::document;
    return out;
  };
  switch (n.op) {
    case Op::date:
    case Op::month_day_numeric:
    case Op::quarter:
    case Op::half:
    case Op::season:
    case Op::week:
    case Op::easter:
    case Op::orthodox:
    case Op::hebrew:
    case Op::islamic:
    case Op::lunar:
    case Op::last_of:
    case Op::nth_unit:
    case Op::nth:
      if (!open_year(self)) return resolved(in_year(self, CalendarValue::no_year));
      return select_occurrence(self, OccurrenceRule::tense);
    case Op::checked: {
      const ExpressionNode& inner = node(n.args[0]);
      const int weekday = n.args[1];
      if (inner.op == Op::day_of_month) {
        // "Tuesday the 5th": the nearest month whose 5th is a Tuesday.
        if (!context_.document_known) break;
        const CalendarValue month = unit_at(context_.document, Granularity::month);
        for (const int away : {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6}) {
          const auto candidate = shift(month, away);
          if (!candidate) continue;
          CalendarValue place = *candidate;
          place.granularity = Granularity::day;
          place.day = static_cast<std::int8_t>(inner.args[0]);
          if (valid(place) && weekday_of(days_of(interval_of(place).begin)) == weekday)
            return resolved(place, AnchorKind::document);
        }
        return {};
      }
      Resolution out = child(0);
      if (out.kind != Resolution::Kind::calendar_value || out.calendar_value.granularity != Granularity::day ||
          out.calendar_value.year == CalendarValue::no_year)
        return out;
      const int found = weekday_of(days_of(interval_of(out.calendar_value).begin));
      if (found == weekday) return out;
      if (open_year(n.args[0]) && context_.document_known) {
        // The weekday tells the year that the tense got wrong: the nearest that agrees.
        const int year = out.calendar_value.year;
        for (const int away : {-1, 1}) {
          const auto other = in_year(n.args[0], year + away);
          if (!other || weekday_of(days_of(interval_of(*other).begin)) != weekday) continue;
          Resolution moved = resolved(other, AnchorKind::document);
          moved.reason = DisambiguationReason::stated_weekday;
          moved.alternative = out.calendar_value;
          return moved;
        }
      }
      weekday_conflict_ = true;
      return out;
    }
    case Op::recurs: return child(0);
    case Op::short_year: return resolved(year_place(full_year(n.args[0])));
    case Op::with_year: {
      const Resolution year = child(1);
      if (year.kind == Resolution::Kind::relative) {
        Resolution out = resolved(in_year(n.args[0], CalendarValue::no_year));
        return out;
      }
      if (year.kind != Resolution::Kind::calendar_value || year.calendar_value.year == CalendarValue::no_year)
        return resolved(in_year(n.args[0], CalendarValue::no_year));
      const ExpressionNode& inner = node(n.args[0]);
      Resolution out = resolved(in_year(n.args[0], year.calendar_value.year), year.anchor_kind, year.anchor);
      if (inner.op == Op::part || inner.op == Op::modified) out.mod = static_cast<Mod>(inner.args[0]);
      if (year.calendar_value.fiscal && out.kind == Resolution::Kind::calendar_value) out.calendar_value.fiscal = true;
      return out;
    }
    case Op::weekday: return select_weekday(n.args[0], OccurrenceRule::tense);
    case Op::weekend: return select_occurrence(self, OccurrenceRule::tense);
    case Op::day_of_month: {
      const bool by_reference = context_.has_reference && context_.reference.granularity <= Granularity::month &&
                                context_.reference.month != CalendarValue::open;
      if (!by_reference && !context_.document_known) break;
      CalendarValue place = by_reference ? context_.reference : unit_at(context_.document, Granularity::month);
      const CalendarValue month = place;
      place = {};
      place.granularity = Granularity::day;
      place.year = month.year;
      place.month = month.month;
      place.day = static_cast<std::int8_t>(n.args[0]);
      return resolved(place, by_reference ? AnchorKind::reference : AnchorKind::document,
                      by_reference ? context_.reference_timex : -1);
    }
    case Op::decade:
    case Op::short_decade: {
      // "2013's" is a year that owns something; only a round one is a decade.
      if (n.op == Op::decade && n.args[0] % 10 != 0) return resolved(year_place(n.args[0]));
      CalendarValue place = unit_place(Granularity::decade);
      place.year = n.op == Op::decade ? n.args[0] : full_year(n.args[0]);
      place.year -= place.year % 10;
      return resolved(place);
    }
    case Op::century: {
      if (n.args[0] < 1 || n.args[0] > 99) return {};
      CalendarValue place = unit_place(Granularity::century);
      place.year = (n.args[0] - 1) * 100;
      return resolved(place);
    }
    case Op::bc: {
      Resolution out = child(0);
      if (out.kind != Resolution::Kind::calendar_value || out.calendar_value.year == CalendarValue::no_year) return {};
      switch (out.calendar_value.granularity) {
        case Granularity::century: out.calendar_value.year = -out.calendar_value.year - 100; break;
        case Granularity::decade: out.calendar_value.year = -out.calendar_value.year - 10; break;
        default: out.calendar_value.year = 1 - out.calendar_value.year; break;
      }
      if (!valid(out.calendar_value)) return {};
      return out;
    }
    case Op::fiscal: {
      Resolution out = child(0);
      out.calendar_value.fiscal = true;
      return out;
    }
    case Op::clock: {
      // A clock time by itself is on the day last spoken of, else on the day of writing.
      if (context_.has_day_reference) {
        Resolution base = resolved(context_.day_reference, AnchorKind::reference, context_.day_reference_timex);
        return with_clock(base, n);
      }
      return with_clock(from_document(Granularity::day, 0), n);
    }
    case Op::day_part:
      // A note of a few words speaks of its own day ("long night, no sleep"); in a longer text a night may be any.
      return with_clock(
          context_.is_short_message ? from_reference(Granularity::day, 0) : resolved(unit_place(Granularity::day)), n);
    case Op::zone: {
      if (context_.has_day_reference)
        return with_clock(resolved(context_.day_reference, AnchorKind::reference, context_.day_reference_timex), n);
      return with_clock(from_document(Granularity::day, 0), n);
    }
    case Op::at: {
      Resolution date = child(0);
      const Mod mod = date.mod;
      Resolution out = with_clock(date, node(n.args[1]));
      if (out.mod == Mod::none) out.mod = mod;
      return out;
    }
    case Op::current:
      if (context_.narrative || context_.in_past_episode) return from_reference(unit(0), 0);
      return from_document(unit(0), 0);
    case Op::shift:
      // In a tale "the next decade" is the one after that last spoken of.
      if (context_.narrative && n.args[1] > 0 && unit(0) > Granularity::week && context_.has_reference)
        return from_reference(unit(0), n.args[1]);
      return from_document(unit(0), n.args[1]);
    case Op::reference:
      if (unit(0) == Granularity::quarter) {
        if (context_.has_quarter) return resolved(context_.quarter, AnchorKind::reference, context_.quarter_timex);
        return from_document(Granularity::quarter, -1);
      }
      return from_reference(unit(0), 0);
    case Op::same_in_year: {
      const Resolution year = child(0);
      if (!context_.has_quarter || year.kind != Resolution::Kind::calendar_value ||
          year.calendar_value.year == CalendarValue::no_year)
        return year;
      CalendarValue place = context_.fiscal_period;
      place.year = year.calendar_value.year;
      return resolved(place, AnchorKind::reference, context_.quarter_timex);
    }
    case Op::reference_shift: return from_reference(unit(0), n.args[1]);
    case Op::reference_day: return from_reference(Granularity::day, n.args[0]);
    case Op::last_named: return select_occurrence(n.args[0], OccurrenceRule::last);
    case Op::next_named: return select_occurrence(n.args[0], OccurrenceRule::next);
    case Op::this_named: return select_occurrence(n.args[0], OccurrenceRule::current);
    case Op::past_named: return select_occurrence(n.args[0], OccurrenceRule::past);
    case Op::following_named: return select_occurrence(n.args[0], OccurrenceRule::following);
    case Op::preceding_named: return select_occurrence(n.args[0], OccurrenceRule::preceding);
    case Op::same_named: return select_occurrence(n.args[0], OccurrenceRule::same);
    case Op::ago:
    case Op::hence: {
      const Resolution inner = child(0);
      const int sign = n.op == Op::ago ? -1 : 1;
      if (n.op == Op::ago && context_.has_quarter && inner.length.unit == Granularity::year &&
          inner.length.thousandths == 1000) {
        // Beside talk of a quarter "a year ago" is that quarter of the year before.
        return resolved(shift(context_.fiscal_period, -1, Granularity::year), AnchorKind::reference,
                        context_.quarter_timex);
      }
      Resolution out = move(from_document(Granularity::day, 0), inner.length, sign);
      out.mod = inner.mod;
      return out;
    }
    case Op::earlier:
    case Op::later: {
      const Resolution inner = child(0);
      const int sign = n.op == Op::earlier ? -1 : 1;
      Resolution base = from_document(Granularity::day, 0);
      if (n.op == Op::earlier && context_.has_quarter && inner.length.unit == Granularity::year &&
          inner.length.thousandths == 1000)
        return resolved(shift(context_.fiscal_period, -1, Granularity::year), AnchorKind::reference,
                        context_.quarter_timex);
      if (context_.has_reference) base = resolved(context_.reference, AnchorKind::reference, context_.reference_timex);
      const bool fine = inner.length.unit <= Granularity::week;
      if (fine && !inner.length.open && context_.has_reference &&
          context_.reference_timex > context_.day_reference_timex &&
          context_.reference.granularity > Granularity::week) {
        // "In January ... Two weeks later": no day was named to count from, so only the length is known.
        return inner;
      }
      if (fine && context_.has_day_reference)
        base = resolved(context_.day_reference, AnchorKind::reference, context_.day_reference_timex);
      if (inner.length.unit < Granularity::day && context_.has_clock)
        base = resolved(context_.clock, AnchorKind::reference, context_.clock_timex);
      if (base.kind == Resolution::Kind::calendar_value && !inner.length.open &&
          inner.length.unit == Granularity::year && inner.length.thousandths % 1000 == 0 &&
          (base.calendar_value.granularity == Granularity::quarter ||
           base.calendar_value.granularity == Granularity::half ||
           base.calendar_value.granularity == Granularity::month)) {
        // "a year earlier" beside a quarter is that quarter of the year before.
        Resolution out = resolved(shift(base.calendar_value, sign * inner.length.thousandths / 1000, Granularity::year),
                                  base.anchor_kind, base.anchor);
        out.mod = inner.mod;
        return out;
      }
      Resolution out = move(base, inner.length, sign);
      out.mod = inner.mod;
      return out;
    }
    case Op::before:
    case Op::after: {
      const Resolution inner = child(0);
      const Resolution base = child(1);
      Resolution from = base;
      if (base.kind == Resolution::Kind::calendar_value && base.calendar_value.granularity == Granularity::day &&
          inner.length.unit > Granularity::day && !inner.length.open && inner.length.thousandths % 1000 == 0) {
        // "a week from Friday", "two years after 4 May 1990": the day stays a day.
        Resolution out =
            resolved(shift(base.calendar_value, (n.op == Op::before ? -1 : 1) * inner.length.thousandths / 1000,
                           inner.length.unit),
                     base.anchor_kind, base.anchor);
        out.mod = inner.mod;
        return out;
      }
      Resolution out = move(from, inner.length, n.op == Op::before ? -1 : 1);
      out.mod = inner.mod;
      return out;
    }
    case Op::part:
    case Op::modified: {
      Resolution out = child(1);
      out.mod = static_cast<Mod>(n.args[0]);
      return out;
    }
    case Op::length: {
      Resolution out;
      out.kind = Resolution::Kind::length;
      out.length = {n.args[0], unit(1), false};
      return out;
    }
    case Op::some: {
      Resolution out;
      out.kind = Resolution::Kind::length;
      out.length = {0, unit(0), true};
      return out;
    }
    case Op::sum: {
      Resolution out = child(0);
      const Length more = length_of(1);
      out.length = sum_of(out.length, more);
      return out;
    }
    case Op::past_length:
    case Op::next_length: {
      Resolution out = child(0);
      out.anchor_kind = AnchorKind::document;
      return out;
    }
    case Op::every:
    case Op::frequency: {
      const std::size_t what = n.op == Op::every ? 2 : 1;
      Resolution out;
      const ExpressionNode& inner = node(n.args[what]);
      out.kind = Resolution::Kind::repeated;
      if (inner.op == Op::length || inner.op == Op::some) {
        out.length = child(what).length;
      } else {
        out.is_pattern = true;
        const ExpressionNode& date = inner.op == Op::at ? node(inner.args[0]) : inner;
        if (date.op == Op::weekday) {
          out.calendar_value = unit_place(Granularity::day);
          out.calendar_value.weekday = static_cast<std::int8_t>(date.args[0]);
        } else if (date.op == Op::weekend) {
          out.calendar_value = unit_place(Granularity::weekend);
        } else if (date.op == Op::day_part) {
          out.calendar_value = unit_place(Granularity::part_of_day);
          out.calendar_value.part = static_cast<DayPart>(date.args[0]);
        } else if (date.op == Op::clock) {
          const Resolution time = with_clock(resolved(unit_place(Granularity::day)), date);
          out.calendar_value = time.calendar_value;
        } else if (const auto place = in_year(n.args[what], CalendarValue::no_year); place) {
          out.calendar_value = *place;
        } else {
          return {};
        }
        if (inner.op == Op::at) {
          const Resolution time = with_clock(resolved(out.calendar_value), node(inner.args[1]));
          if (time.kind == Resolution::Kind::calendar_value) out.calendar_value = time.calendar_value;
        }
      }
      out.quant = n.op == Op::every ? n.args[0] : 0;
      out.times = n.op == Op::every ? (n.args[1] == absent ? 0 : n.args[1]) : (n.args[0] == absent ? 0 : n.args[0]);
      return out;
    }
    case Op::unit_of: {
      const Resolution date = child(1);
      if (date.kind != Resolution::Kind::calendar_value || date.calendar_value.year == CalendarValue::no_year)
        return date;
      return resolved(unit_at(interval_of(date.calendar_value).begin, unit(0)), date.anchor_kind, date.anchor);
    }
    case Op::past_ref: return vague("PAST_REF");
    case Op::present_ref: return vague("PRESENT_REF");
    case Op::future_ref: return vague("FUTURE_REF");
    case Op::span:
    case Op::pair: return child(0);
    case Op::range_of: {
      Resolution from = child(0);
      const Resolution to = child(1);
      if (from.kind != Resolution::Kind::calendar_value || to.kind != Resolution::Kind::calendar_value ||
          interval_of(to.calendar_value).end <= interval_of(from.calendar_value).begin)
        return from;
      from.until = to.calendar_value;
      from.has_until = true;
      return from;
    }
  }
  return {};
}

}  // namespace annal
