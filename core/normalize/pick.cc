// Which of the many Mondays, Marches or summers is meant: the choice among the instances of what recurs, by the words
// ("last"), by the tense of the clause, or by the time last spoken of.
#include "core/normalize/evaluate.h"

namespace annal {
namespace {

constexpr std::int64_t days_of(CivilSeconds at) { return (at >= 0 ? at : at - seconds_per_day + 1) / seconds_per_day; }

CalendarValue unit_place(Granularity g) {
  CalendarValue place;
  place.granularity = g;
  return place;
}

Outcome because(Outcome out, Choice choice, const std::optional<CalendarValue>& other) {
  if (!other || !valid(*other) || out.kind != Outcome::Kind::place || *other == out.place) return out;
  out.choice = choice;
  out.other = *other;
  return out;
}

}  // namespace

Outcome Evaluator::pick_weekday(int weekday, Pick how) const {
  const bool by_reference = how == Pick::following || how == Pick::preceding || how == Pick::same;
  if (by_reference && setting_.has_day_reference) {
    const std::int64_t base = days_of(interval_of(setting_.day_reference).begin);
    const std::int64_t ahead = (weekday - weekday_of(base) + 7) % 7;
    const std::int64_t day = how == Pick::preceding ? base - (ahead == 0 ? 7 : 7 - ahead)
                                                    : base + (ahead == 0 && how == Pick::following ? 7 : ahead);
    return of_place(day_value(day), AnchorKind::reference, setting_.day_reference_timex);
  }
  // A tale whose days have come up to the day of writing is told from there.
  const bool reached = setting_.document_known && setting_.has_day_reference &&
                       setting_.day_reference.year != CalendarValue::no_year &&
                       interval_of(setting_.day_reference).end > setting_.document - 14 * seconds_per_day;
  if (!setting_.document_known ||
      (setting_.narrative && setting_.has_day_reference && how == Pick::tense && !reached)) {
    if (setting_.narrative && setting_.has_day_reference && setting_.day_reference.year != CalendarValue::no_year) {
      const std::int64_t base = days_of(interval_of(setting_.day_reference).begin);
      return of_place(day_value(base + (weekday - weekday_of(base) + 7) % 7), AnchorKind::reference,
                      setting_.day_reference_timex);
    }
    CalendarValue open = unit_place(Granularity::day);
    open.weekday = static_cast<std::int8_t>(weekday);
    return of_place(open);
  }
  const std::int64_t today = days_of(setting_.document);
  const std::int64_t ahead = (weekday - weekday_of(today) + 7) % 7;  // 0: today
  std::int64_t day = today;
  switch (how) {
    case Pick::last:
    case Pick::preceding: day = today + ahead - 7; break;
    case Pick::next:
    case Pick::following: day = today + (ahead == 0 ? 7 : ahead); break;
    case Pick::current: {
      // This week's, Monday to Sunday; "this Monday" said on a Friday looks at the next one only where the tense says
      // so.
      day = today - (weekday_of(today) - 1) + (weekday - 1);
      if (setting_.direction == Direction::future && day < today) day += 7;
      if (setting_.direction == Direction::past && day > today) day -= 7;
      break;
    }
    case Pick::past:
    case Pick::same: day = today + (ahead == 0 ? 0 : ahead - 7); break;
    case Pick::tense:
      day = setting_.direction == Direction::future ? today + ahead
            : setting_.direction == Direction::present && ahead != 0 && ahead <= 3
                ? today + ahead
                : today + (ahead == 0 ? 0 : ahead - 7);
      break;
  }
  const Outcome out = of_place(day_value(day), AnchorKind::document);
  if (how != Pick::tense) return out;
  const Choice why = setting_.direction == Direction::future    ? Choice::ahead
                     : setting_.direction == Direction::present ? Choice::present
                     : setting_.direction == Direction::past    ? Choice::past
                                                                : Choice::nearest;
  return because(out, day == today ? Choice::holds : why, day_value(day > today ? day - 7 : day + 7));
}

Outcome Evaluator::pick(std::int32_t index, Pick how) const {
  const ExpressionNode& n = node(index);
  if (n.op == Op::weekday) return pick_weekday(n.args[0], how);
  if (n.op == Op::weekend) {
    // "this weekend" is that of this week, unless the clause looks back.
    Outcome monday = pick_weekday(6, how == Pick::current && setting_.direction == Direction::past ? Pick::tense : how);
    if (monday.kind != Outcome::Kind::place || monday.place.year == CalendarValue::no_year) {
      monday.place = unit_place(Granularity::weekend);
      return monday;
    }
    monday.place = unit_at(interval_of(monday.place).begin, Granularity::weekend);
    return monday;
  }
  if (n.op == Op::part || n.op == Op::modified) {
    Outcome inner = pick(n.args[1], how);
    if (inner.mod == Mod::none) inner.mod = static_cast<Mod>(n.args[0]);
    return inner;
  }
  if (n.op == Op::at) return with_clock(pick(n.args[0], how), node(n.args[1]));
  if (!open_year(index)) return evaluate(static_cast<ExpressionIndex>(index));

  // What a tale of the last few years says will come, it says on the day of writing; in one of old times "would" looks
  // ahead from there.
  const bool ahead = setting_.document_known && setting_.direction == Direction::future && setting_.has_reference &&
                     setting_.reference.year > unit_at(setting_.document, Granularity::year).year - 5;
  const bool by_reference = how == Pick::following || how == Pick::preceding || how == Pick::same ||
                            ((setting_.narrative || setting_.same_tale) && how == Pick::tense && !ahead);
  if (by_reference && setting_.has_reference && setting_.reference.year != CalendarValue::no_year) {
    const Interval base = interval_of(setting_.reference);
    const int year = setting_.reference.granularity >= Granularity::decade
                         ? setting_.reference.year
                         : unit_at(base.begin, Granularity::year).year;
    auto place = in_year(index, year);
    if (place) {
      const Interval found = interval_of(*place);
      if (how == Pick::following && found.begin < base.end) {
        place = in_year(index, year + 1);
      } else if (how == Pick::preceding && found.end > base.begin) {
        place = in_year(index, year - 1);
      } else if (how == Pick::tense && found.begin + 200 * seconds_per_day < base.begin &&
                 setting_.reference.granularity <= Granularity::month) {
        // A tale goes forward: after December 1941 comes January 1942.
        place = in_year(index, year + 1);
      }
      if (place && how == Pick::tense) {
        const bool onward = place->year != year;
        const std::optional<CalendarValue> other = in_year(
            index, onward || !setting_.document_known ? year : unit_at(setting_.document, Granularity::year).year);
        return because(of_place(place, AnchorKind::reference, setting_.reference_timex),
                       onward ? Choice::onward : Choice::tale, other);
      }
      if (place) return of_place(place, AnchorKind::reference, setting_.reference_timex);
    }
  }
  if (!setting_.document_known && setting_.year_inferred && how == Pick::tense) {
    // The year of the day that told it, or the one beside it where the tense looks the other way.
    const int year = setting_.year_day.year;
    const Interval base = interval_of(setting_.year_day);
    auto place = in_year(index, year);
    if (place && setting_.direction == Direction::future && interval_of(*place).end <= base.begin)
      place = in_year(index, year + 1);
    else if (place && setting_.direction == Direction::past &&
             interval_of(*place).begin > base.end + 31 * seconds_per_day)
      place = in_year(index, year - 1);
    if (place)
      return because(of_place(place, AnchorKind::reference, setting_.year_timex), Choice::inferred,
                     in_year(index, CalendarValue::no_year));
  }
  if (!setting_.document_known) {
    Outcome open = of_place(in_year(index, CalendarValue::no_year), AnchorKind::none);
    if (open.kind == Outcome::Kind::nothing &&
        (n.op == Op::easter || n.op == Op::orthodox || n.op == Op::hebrew || n.op == Op::islamic || n.op == Op::lunar ||
         n.op == Op::nth || n.op == Op::nth_unit || n.op == Op::last_of)) {
      // Which day it is depends on the year: some day.
      open.kind = Outcome::Kind::place;
      open.place = unit_place(Granularity::day);
    }
    return open;
  }

  const int now = unit_at(setting_.document, Granularity::year).year;
  std::optional<CalendarValue> before, after,
      around;  // the latest that began, the first to come, the one that holds the day
  for (int year = now - 8; year <= now + 8; ++year) {  // eight years: 29 February
    const auto place = in_year(index, year);
    if (!place) continue;
    const Interval found = interval_of(*place);
    if (found.begin <= setting_.document) before = place;
    if (found.begin <= setting_.document && setting_.document < found.end) around = place;
    if (found.end > setting_.document && !after) after = place;
  }
  std::optional<CalendarValue> chosen;
  Choice why = Choice::none;
  const auto distance = [&](const CalendarValue& place) {
    const Interval found = interval_of(place);
    return found.end <= setting_.document    ? setting_.document - found.end
           : found.begin > setting_.document ? found.begin - setting_.document
                                             : 0;
  };
  // A date of last year, nine months back, would be told with its year; one a few weeks ahead needs none, whatever the
  // verb's tense.
  const bool far_behind = before && after && before->year < now && distance(*before) > 260 * seconds_per_day &&
                          distance(*after) < 100 * seconds_per_day;
  switch (how) {
    case Pick::last:
    case Pick::preceding:
      for (int year = now - 8; year <= now; ++year)
        if (const auto place = in_year(index, year); place && interval_of(*place).end <= setting_.document)
          chosen = place;
      break;
    case Pick::next:
    case Pick::following:
      for (int year = now + 8; year >= now; --year)
        if (const auto place = in_year(index, year); place && interval_of(*place).begin > setting_.document)
          chosen = place;
      break;
    case Pick::current:
    case Pick::same: chosen = in_year(index, now); break;
    case Pick::past: chosen = before; break;
    case Pick::tense:
      if (around) chosen = around, why = Choice::holds;
      // Quarters are talked of when their figures come out: the last one of that number, unless the next is at the
      // door.
      else if (before && after && before->granularity == Granularity::quarter) {
        chosen = setting_.direction == Direction::future && distance(*after) < 92 * seconds_per_day ? after : before;
        why = Choice::figures;
      } else if (setting_.direction == Direction::past) {
        chosen = far_behind ? after : before;
        why = far_behind ? Choice::too_far : Choice::past;
      } else if (setting_.direction == Direction::future) {
        chosen = after, why = Choice::ahead;
      } else if (before && after) {
        chosen = distance(*after) < distance(*before) ? after : before;
        why = Choice::nearest;
      }
      break;
  }
  if (!chosen) chosen = before ? before : after;
  if (!chosen) return of_place(std::nullopt);
  return because(of_place(chosen, AnchorKind::document), why, chosen == before ? after : before);
}

}  // namespace annal
