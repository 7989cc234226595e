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

Outcome Evaluator::of_place(const std::optional<CalendarValue>& place, AnchorKind kind, std::int32_t anchor) const {
  Outcome out;
  if (!place || !valid(*place)) return out;
  out.kind = Outcome::Kind::place;
  out.place = *place;
  out.anchor_kind = kind;
  out.anchor = anchor;
  return out;
}

int Evaluator::full_year(int two_digits) const {
  if (!setting_.document_known) return two_digits < 30 ? 2000 + two_digits : 1900 + two_digits;
  const int now = unit_at(setting_.document, Granularity::year).year;
  // The year with these digits at most ten years ahead of the document's.
  int year = now - now % 100 + two_digits;
  if (year > now + 10) year -= 100;
  return year;
}

Outcome Evaluator::from_document(Granularity unit, std::int64_t steps) const {
  // The day of writing without its hour tells no hour before or after it.
  if (setting_.document_known && unit < Granularity::part_of_day && setting_.document_has_time)
    return of_place(shift(unit_at(setting_.document_time, unit), steps), AnchorKind::document);
  if (setting_.document_known) return of_place(shift(unit_at(setting_.document, unit), steps), AnchorKind::document);
  Outcome out;
  out.kind = Outcome::Kind::relative;
  out.unit = unit;
  out.steps = steps;
  out.anchor_kind = AnchorKind::document;
  return out;
}

Outcome Evaluator::from_reference(Granularity unit, std::int64_t steps) const {
  // "At that hour" is the one last named.
  if (unit == Granularity::hour && steps == 0 && setting_.has_clock)
    return of_place(setting_.clock, AnchorKind::reference, setting_.clock_timex);
  const bool fine = unit <= Granularity::week;
  const bool has = fine ? setting_.has_day_reference : setting_.has_reference;
  if (setting_.narrative && unit == Granularity::day &&
      (!has || (setting_.has_reference && setting_.reference_timex > setting_.day_reference_timex))) {
    // A tale that has named no day since its last month or year: some day of that, and not of the day of writing.
    CalendarValue some = unit_place(Granularity::day);
    if (!setting_.has_reference || setting_.reference.granularity > Granularity::year ||
        setting_.reference.year == CalendarValue::no_year)
      return of_place(some);
    some.year = unit_at(interval_of(setting_.reference).begin, Granularity::year).year;
    if (setting_.reference.granularity == Granularity::month) some.month = setting_.reference.month;
    return of_place(some, AnchorKind::reference, setting_.reference_timex);
  }
  if (!has) return from_document(unit, steps);
  const CalendarValue& base = fine ? setting_.day_reference : setting_.reference;
  const std::int32_t timex = fine ? setting_.day_reference_timex : setting_.reference_timex;
  if (base.year == CalendarValue::no_year) {
    // The year is open, its days and months are not.
    if (base.granularity == unit) return of_place(shift(base, steps), AnchorKind::reference, timex);
    return from_document(unit, steps);
  }
  const Interval span = interval_of(base);
  return of_place(shift(unit_at(span.begin, unit), steps), AnchorKind::reference, timex);
}

Outcome Evaluator::move(const Outcome& base, const Length& length, int sign) const {
  if (length.open) {
    Outcome vague;
    vague.kind = Outcome::Kind::vague;
    vague.text = sign < 0 ? "PAST_REF" : "FUTURE_REF";
    vague.anchor_kind = base.anchor_kind;
    vague.anchor = base.anchor;
    return vague;
  }
  if (!length.one_unit && length.part_count > 0 && base.kind == Outcome::Kind::place &&
      base.place.year != CalendarValue::no_year && base.place.granularity <= Granularity::day) {
    // "Two years and three days ago": one part after the other, from the day.
    std::optional<CalendarValue> place = base.place;
    for (std::size_t i = 0; place && i < length.part_count; ++i)
      place = shift(*place, sign * length.parts[i].thousandths / 1000, length.parts[i].unit);
    return of_place(place, base.anchor_kind, base.anchor);
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
  if (base.kind == Outcome::Kind::relative) {
    Outcome out = base;
    out.unit = unit;
    out.steps = n;
    return out;
  }
  if (base.kind != Outcome::Kind::place) return {};
  if (base.place.year == CalendarValue::no_year) {
    if (base.place.granularity == unit) return of_place(shift(base.place, n), base.anchor_kind, base.anchor);
    return of_place(shift(base.place, n, unit), base.anchor_kind, base.anchor);
  }
  std::optional<CalendarValue> place;
  if (unit < Granularity::day) {
    const std::int64_t size = unit == Granularity::hour ? 3600 : unit == Granularity::minute ? 60 : 1;
    if (base.place.granularity <= Granularity::minute) {
      place = unit_at(interval_of(base.place).begin + n * size, base.place.granularity);
      place->offset = base.place.offset;
    } else if (setting_.document_has_time && base.anchor_kind == AnchorKind::document) {
      place = unit_at(setting_.document_time + n * size, unit == Granularity::hour ? Granularity::minute : unit);
    } else {
      place = unit_at(interval_of(base.place).begin, Granularity::day);
      if (n * size < -12 * 3600 || n * size > 12 * 3600)
        place = unit_at(interval_of(base.place).begin + n * size, Granularity::day);
    }
  } else {
    place = shift(unit_at(interval_of(base.place).begin, unit), n);
    // Half a month more or less tells the month and no more.
    if (place && length.unit == Granularity::month && unit == Granularity::day)
      place = unit_at(interval_of(*place).begin, Granularity::month);
  }
  return of_place(place, base.anchor_kind, base.anchor);
}

Outcome Evaluator::with_clock(Outcome date, const ExpressionNode& time) const {
  ExpressionNode clock = time;
  std::int16_t offset = CalendarValue::no_offset;
  if (clock.op == Op::zone) {
    offset = static_cast<std::int16_t>(clock.args[1]);
    clock = node(clock.args[0]);
  }
  if (clock.op == Op::day_part) {
    if (date.kind == Outcome::Kind::relative) {
      date.place.part = static_cast<DayPart>(clock.args[0]);
      return date;
    }
    if (date.kind != Outcome::Kind::place) return date;
    date.place.granularity = Granularity::part_of_day;
    date.place.part = static_cast<DayPart>(clock.args[0]);
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
  if (date.kind == Outcome::Kind::relative) {
    date.kind = Outcome::Kind::place;
    date.place = {};
    fill(date.place);
    return date;
  }
  if (date.kind != Outcome::Kind::place) return date;
  fill(date.place);
  if (!valid(date.place)) return {};
  return date;
}

Outcome Evaluator::evaluate(ExpressionIndex index) const {
  const ExpressionNode& n = pool_[index];
  const auto self = static_cast<std::int32_t>(index);
  const auto child = [&](std::size_t argument) { return evaluate(static_cast<ExpressionIndex>(n.args[argument])); };
  const auto length_of = [&](std::size_t argument) { return child(argument).length; };
  const auto unit = [&](std::size_t argument) { return static_cast<Granularity>(n.args[argument]); };
  const auto vague = [&](std::string_view text) {
    Outcome out;
    out.kind = Outcome::Kind::vague;
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
      if (!open_year(self)) return of_place(in_year(self, CalendarValue::no_year));
      return pick(self, Pick::tense);
    case Op::checked: {
      const ExpressionNode& inner = node(n.args[0]);
      const int weekday = n.args[1];
      if (inner.op == Op::day_of_month) {
        // "Tuesday the 5th": the nearest month whose 5th is a Tuesday.
        if (!setting_.document_known) break;
        const CalendarValue month = unit_at(setting_.document, Granularity::month);
        for (const int away : {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6}) {
          const auto candidate = shift(month, away);
          if (!candidate) continue;
          CalendarValue place = *candidate;
          place.granularity = Granularity::day;
          place.day = static_cast<std::int8_t>(inner.args[0]);
          if (valid(place) && weekday_of(days_of(interval_of(place).begin)) == weekday)
            return of_place(place, AnchorKind::document);
        }
        return {};
      }
      Outcome out = child(0);
      if (out.kind != Outcome::Kind::place || out.place.granularity != Granularity::day ||
          out.place.year == CalendarValue::no_year)
        return out;
      const int found = weekday_of(days_of(interval_of(out.place).begin));
      if (found == weekday) return out;
      if (open_year(n.args[0]) && setting_.document_known) {
        // The weekday tells the year that the tense got wrong: the nearest that agrees.
        const int year = out.place.year;
        for (const int away : {-1, 1}) {
          const auto other = in_year(n.args[0], year + away);
          if (!other || weekday_of(days_of(interval_of(*other).begin)) != weekday) continue;
          Outcome moved = of_place(other, AnchorKind::document);
          moved.choice = Choice::weekday;
          moved.other = out.place;
          return moved;
        }
      }
      weekday_conflict_ = true;
      return out;
    }
    case Op::recurs: return child(0);
    case Op::short_year: return of_place(year_place(full_year(n.args[0])));
    case Op::with_year: {
      const Outcome year = child(1);
      if (year.kind == Outcome::Kind::relative) {
        Outcome out = of_place(in_year(n.args[0], CalendarValue::no_year));
        return out;
      }
      if (year.kind != Outcome::Kind::place || year.place.year == CalendarValue::no_year)
        return of_place(in_year(n.args[0], CalendarValue::no_year));
      const ExpressionNode& inner = node(n.args[0]);
      Outcome out = of_place(in_year(n.args[0], year.place.year), year.anchor_kind, year.anchor);
      if (inner.op == Op::part || inner.op == Op::modified) out.mod = static_cast<Mod>(inner.args[0]);
      if (year.place.fiscal && out.kind == Outcome::Kind::place) out.place.fiscal = true;
      return out;
    }
    case Op::weekday: return pick_weekday(n.args[0], Pick::tense);
    case Op::weekend: return pick(self, Pick::tense);
    case Op::day_of_month: {
      const bool by_reference = setting_.has_reference && setting_.reference.granularity <= Granularity::month &&
                                setting_.reference.month != CalendarValue::open;
      if (!by_reference && !setting_.document_known) break;
      CalendarValue place = by_reference ? setting_.reference : unit_at(setting_.document, Granularity::month);
      const CalendarValue month = place;
      place = {};
      place.granularity = Granularity::day;
      place.year = month.year;
      place.month = month.month;
      place.day = static_cast<std::int8_t>(n.args[0]);
      return of_place(place, by_reference ? AnchorKind::reference : AnchorKind::document,
                      by_reference ? setting_.reference_timex : -1);
    }
    case Op::decade:
    case Op::short_decade: {
      // "2013's" is a year that owns something; only a round one is a decade.
      if (n.op == Op::decade && n.args[0] % 10 != 0) return of_place(year_place(n.args[0]));
      CalendarValue place = unit_place(Granularity::decade);
      place.year = n.op == Op::decade ? n.args[0] : full_year(n.args[0]);
      place.year -= place.year % 10;
      return of_place(place);
    }
    case Op::century: {
      if (n.args[0] < 1 || n.args[0] > 99) return {};
      CalendarValue place = unit_place(Granularity::century);
      place.year = (n.args[0] - 1) * 100;
      return of_place(place);
    }
    case Op::bc: {
      Outcome out = child(0);
      if (out.kind != Outcome::Kind::place || out.place.year == CalendarValue::no_year) return {};
      switch (out.place.granularity) {
        case Granularity::century: out.place.year = -out.place.year - 100; break;
        case Granularity::decade: out.place.year = -out.place.year - 10; break;
        default: out.place.year = 1 - out.place.year; break;
      }
      if (!valid(out.place)) return {};
      return out;
    }
    case Op::fiscal: {
      Outcome out = child(0);
      out.place.fiscal = true;
      return out;
    }
    case Op::clock: {
      // A clock time by itself is on the day last spoken of, else on the day of writing.
      if (setting_.has_day_reference) {
        Outcome base = of_place(setting_.day_reference, AnchorKind::reference, setting_.day_reference_timex);
        return with_clock(base, n);
      }
      return with_clock(from_document(Granularity::day, 0), n);
    }
    case Op::day_part:
      // A note of a few words speaks of its own day ("long night, no sleep"); in a longer text a night may be any.
      return with_clock(setting_.brief ? from_reference(Granularity::day, 0) : of_place(unit_place(Granularity::day)),
                        n);
    case Op::zone: {
      if (setting_.has_day_reference)
        return with_clock(of_place(setting_.day_reference, AnchorKind::reference, setting_.day_reference_timex), n);
      return with_clock(from_document(Granularity::day, 0), n);
    }
    case Op::at: {
      Outcome date = child(0);
      const Mod mod = date.mod;
      Outcome out = with_clock(date, node(n.args[1]));
      if (out.mod == Mod::none) out.mod = mod;
      return out;
    }
    case Op::current:
      if (setting_.narrative || setting_.same_tale) return from_reference(unit(0), 0);
      return from_document(unit(0), 0);
    case Op::shift:
      // In a tale "the next decade" is the one after that last spoken of.
      if (setting_.narrative && n.args[1] > 0 && unit(0) > Granularity::week && setting_.has_reference)
        return from_reference(unit(0), n.args[1]);
      return from_document(unit(0), n.args[1]);
    case Op::reference:
      if (unit(0) == Granularity::quarter) {
        if (setting_.has_quarter) return of_place(setting_.quarter, AnchorKind::reference, setting_.quarter_timex);
        return from_document(Granularity::quarter, -1);
      }
      return from_reference(unit(0), 0);
    case Op::same_in_year: {
      const Outcome year = child(0);
      if (!setting_.has_quarter || year.kind != Outcome::Kind::place || year.place.year == CalendarValue::no_year)
        return year;
      CalendarValue place = setting_.figures;
      place.year = year.place.year;
      return of_place(place, AnchorKind::reference, setting_.quarter_timex);
    }
    case Op::reference_shift: return from_reference(unit(0), n.args[1]);
    case Op::reference_day: return from_reference(Granularity::day, n.args[0]);
    case Op::last_named: return pick(n.args[0], Pick::last);
    case Op::next_named: return pick(n.args[0], Pick::next);
    case Op::this_named: return pick(n.args[0], Pick::current);
    case Op::past_named: return pick(n.args[0], Pick::past);
    case Op::following_named: return pick(n.args[0], Pick::following);
    case Op::preceding_named: return pick(n.args[0], Pick::preceding);
    case Op::same_named: return pick(n.args[0], Pick::same);
    case Op::ago:
    case Op::hence: {
      const Outcome inner = child(0);
      const int sign = n.op == Op::ago ? -1 : 1;
      if (n.op == Op::ago && setting_.has_quarter && inner.length.unit == Granularity::year &&
          inner.length.thousandths == 1000) {
        // Beside talk of a quarter "a year ago" is that quarter of the year before.
        return of_place(shift(setting_.figures, -1, Granularity::year), AnchorKind::reference, setting_.quarter_timex);
      }
      Outcome out = move(from_document(Granularity::day, 0), inner.length, sign);
      out.mod = inner.mod;
      return out;
    }
    case Op::earlier:
    case Op::later: {
      const Outcome inner = child(0);
      const int sign = n.op == Op::earlier ? -1 : 1;
      Outcome base = from_document(Granularity::day, 0);
      if (n.op == Op::earlier && setting_.has_quarter && inner.length.unit == Granularity::year &&
          inner.length.thousandths == 1000)
        return of_place(shift(setting_.figures, -1, Granularity::year), AnchorKind::reference, setting_.quarter_timex);
      if (setting_.has_reference) base = of_place(setting_.reference, AnchorKind::reference, setting_.reference_timex);
      const bool fine = inner.length.unit <= Granularity::week;
      if (fine && !inner.length.open && setting_.has_reference &&
          setting_.reference_timex > setting_.day_reference_timex &&
          setting_.reference.granularity > Granularity::week) {
        // "In January ... Two weeks later": no day was named to count from, so only the length is known.
        return inner;
      }
      if (fine && setting_.has_day_reference)
        base = of_place(setting_.day_reference, AnchorKind::reference, setting_.day_reference_timex);
      if (inner.length.unit < Granularity::day && setting_.has_clock)
        base = of_place(setting_.clock, AnchorKind::reference, setting_.clock_timex);
      if (base.kind == Outcome::Kind::place && !inner.length.open && inner.length.unit == Granularity::year &&
          inner.length.thousandths % 1000 == 0 &&
          (base.place.granularity == Granularity::quarter || base.place.granularity == Granularity::half ||
           base.place.granularity == Granularity::month)) {
        // "a year earlier" beside a quarter is that quarter of the year before.
        Outcome out = of_place(shift(base.place, sign * inner.length.thousandths / 1000, Granularity::year),
                               base.anchor_kind, base.anchor);
        out.mod = inner.mod;
        return out;
      }
      Outcome out = move(base, inner.length, sign);
      out.mod = inner.mod;
      return out;
    }
    case Op::before:
    case Op::after: {
      const Outcome inner = child(0);
      const Outcome base = child(1);
      Outcome from = base;
      if (base.kind == Outcome::Kind::place && base.place.granularity == Granularity::day &&
          inner.length.unit > Granularity::day && !inner.length.open && inner.length.thousandths % 1000 == 0) {
        // "a week from Friday", "two years after 4 May 1990": the day stays a day.
        Outcome out = of_place(
            shift(base.place, (n.op == Op::before ? -1 : 1) * inner.length.thousandths / 1000, inner.length.unit),
            base.anchor_kind, base.anchor);
        out.mod = inner.mod;
        return out;
      }
      Outcome out = move(from, inner.length, n.op == Op::before ? -1 : 1);
      out.mod = inner.mod;
      return out;
    }
    case Op::part:
    case Op::modified: {
      Outcome out = child(1);
      out.mod = static_cast<Mod>(n.args[0]);
      return out;
    }
    case Op::length: {
      Outcome out;
      out.kind = Outcome::Kind::length;
      out.length = {n.args[0], unit(1), false};
      return out;
    }
    case Op::some: {
      Outcome out;
      out.kind = Outcome::Kind::length;
      out.length = {0, unit(0), true};
      return out;
    }
    case Op::sum: {
      Outcome out = child(0);
      const Length more = length_of(1);
      out.length = sum_of(out.length, more);
      return out;
    }
    case Op::past_length:
    case Op::next_length: {
      Outcome out = child(0);
      out.anchor_kind = AnchorKind::document;
      return out;
    }
    case Op::every:
    case Op::frequency: {
      const std::size_t what = n.op == Op::every ? 2 : 1;
      Outcome out;
      const ExpressionNode& inner = node(n.args[what]);
      out.kind = Outcome::Kind::repeated;
      if (inner.op == Op::length || inner.op == Op::some) {
        out.length = child(what).length;
      } else {
        out.is_pattern = true;
        const ExpressionNode& date = inner.op == Op::at ? node(inner.args[0]) : inner;
        if (date.op == Op::weekday) {
          out.place = unit_place(Granularity::day);
          out.place.weekday = static_cast<std::int8_t>(date.args[0]);
        } else if (date.op == Op::weekend) {
          out.place = unit_place(Granularity::weekend);
        } else if (date.op == Op::day_part) {
          out.place = unit_place(Granularity::part_of_day);
          out.place.part = static_cast<DayPart>(date.args[0]);
        } else if (date.op == Op::clock) {
          const Outcome time = with_clock(of_place(unit_place(Granularity::day)), date);
          out.place = time.place;
        } else if (const auto place = in_year(n.args[what], CalendarValue::no_year); place) {
          out.place = *place;
        } else {
          return {};
        }
        if (inner.op == Op::at) {
          const Outcome time = with_clock(of_place(out.place), node(inner.args[1]));
          if (time.kind == Outcome::Kind::place) out.place = time.place;
        }
      }
      out.quant = n.op == Op::every ? n.args[0] : 0;
      out.times = n.op == Op::every ? (n.args[1] == absent ? 0 : n.args[1]) : (n.args[0] == absent ? 0 : n.args[0]);
      return out;
    }
    case Op::unit_of: {
      const Outcome date = child(1);
      if (date.kind != Outcome::Kind::place || date.place.year == CalendarValue::no_year) return date;
      return of_place(unit_at(interval_of(date.place).begin, unit(0)), date.anchor_kind, date.anchor);
    }
    case Op::past_ref: return vague("PAST_REF");
    case Op::present_ref: return vague("PRESENT_REF");
    case Op::future_ref: return vague("FUTURE_REF");
    case Op::span:
    case Op::pair: return child(0);
    case Op::range_of: {
      Outcome from = child(0);
      const Outcome to = child(1);
      if (from.kind != Outcome::Kind::place || to.kind != Outcome::Kind::place ||
          interval_of(to.place).end <= interval_of(from.place).begin)
        return from;
      from.until = to.place;
      from.has_until = true;
      return from;
    }
  }
  return {};
}

}  // namespace annal
