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

Resolution because(Resolution out, DisambiguationReason reason, const std::optional<CalendarValue>& other) {
  if (!other || !valid(*other) || out.kind != Resolution::Kind::calendar_value || *other == out.calendar_value)
    return out;
  out.reason = reason;
  out.alternative = *other;
  return out;
}

}  // namespace

Resolution Evaluator::select_weekday(int weekday, OccurrenceRule how) const {
  const bool by_reference =
      how == OccurrenceRule::following || how == OccurrenceRule::preceding || how == OccurrenceRule::same;
  if (by_reference && context_.has_day_reference) {
    const std::int64_t base = days_of(interval_of(context_.day_reference).begin);
    const std::int64_t ahead = (weekday - weekday_of(base) + 7) % 7;
    const std::int64_t day = how == OccurrenceRule::preceding
                                 ? base - (ahead == 0 ? 7 : 7 - ahead)
                                 : base + (ahead == 0 && how == OccurrenceRule::following ? 7 : ahead);
    return resolved(day_value(day), AnchorKind::reference, context_.day_reference_timex);
  }
  // A tale whose days have come up to the day of writing is told from there.
  const bool reached = context_.document_known && context_.has_day_reference &&
                       context_.day_reference.year != CalendarValue::no_year &&
                       interval_of(context_.day_reference).end > context_.document - 14 * seconds_per_day;
  if (!context_.document_known ||
      (context_.narrative && context_.has_day_reference && how == OccurrenceRule::tense && !reached)) {
    if (context_.narrative && context_.has_day_reference && context_.day_reference.year != CalendarValue::no_year) {
      const std::int64_t base = days_of(interval_of(context_.day_reference).begin);
      return resolved(day_value(base + (weekday - weekday_of(base) + 7) % 7), AnchorKind::reference,
                      context_.day_reference_timex);
    }
    CalendarValue open = unit_place(Granularity::day);
    open.weekday = static_cast<std::int8_t>(weekday);
    return resolved(open);
  }
  const std::int64_t today = days_of(context_.document);
  const std::int64_t ahead = (weekday - weekday_of(today) + 7) % 7;  // 0: today
  std::int64_t day = today;
  switch (how) {
    case OccurrenceRule::last:
    case OccurrenceRule::preceding: day = today + ahead - 7; break;
    case OccurrenceRule::next:
    case OccurrenceRule::following: day = today + (ahead == 0 ? 7 : ahead); break;
    case OccurrenceRule::current: {
      // This week's, Monday to Sunday; "this Monday" said on a Friday looks at the next one only where the tense says
      // so.
      day = today - (weekday_of(today) - 1) + (weekday - 1);
      if (context_.direction == Direction::future && day < today) day += 7;
      if (context_.direction == Direction::past && day > today) day -= 7;
      break;
    }
    case OccurrenceRule::past:
    case OccurrenceRule::same: day = today + (ahead == 0 ? 0 : ahead - 7); break;
    case OccurrenceRule::tense:
      day = context_.direction == Direction::future ? today + ahead
            : context_.direction == Direction::present && ahead != 0 && ahead <= 3
                ? today + ahead
                : today + (ahead == 0 ? 0 : ahead - 7);
      break;
  }
  const Resolution out = resolved(day_value(day), AnchorKind::document);
  if (how != OccurrenceRule::tense) return out;
  const DisambiguationReason why = context_.direction == Direction::future    ? DisambiguationReason::future_tense
                                   : context_.direction == Direction::present ? DisambiguationReason::present_tense
                                   : context_.direction == Direction::past    ? DisambiguationReason::past_tense
                                                                              : DisambiguationReason::nearest;
  return because(out, day == today ? DisambiguationReason::contains_dct : why,
                 day_value(day > today ? day - 7 : day + 7));
}

Resolution Evaluator::select_occurrence(std::int32_t index, OccurrenceRule how) const {
  const ExpressionNode& n = node(index);
  if (n.op == Op::weekday) return select_weekday(n.args[0], how);
  if (n.op == Op::weekend) {
    // "this weekend" is that of this week, unless the clause looks back.
    Resolution monday = select_weekday(
        6, how == OccurrenceRule::current && context_.direction == Direction::past ? OccurrenceRule::tense : how);
    if (monday.kind != Resolution::Kind::calendar_value || monday.calendar_value.year == CalendarValue::no_year) {
      monday.calendar_value = unit_place(Granularity::weekend);
      return monday;
    }
    monday.calendar_value = unit_at(interval_of(monday.calendar_value).begin, Granularity::weekend);
    return monday;
  }
  if (n.op == Op::part || n.op == Op::modified) {
    Resolution inner = select_occurrence(n.args[1], how);
    if (inner.mod == Mod::none) inner.mod = static_cast<Mod>(n.args[0]);
    return inner;
  }
  if (n.op == Op::at) return with_clock(select_occurrence(n.args[0], how), node(n.args[1]));
  if (!open_year(index)) return evaluate(static_cast<ExpressionIndex>(index));

  // What a tale of the last few years says will come, it says on the day of writing; in one of old times "would" looks
  // ahead from there.
  const bool ahead = context_.document_known && context_.direction == Direction::future && context_.has_reference &&
                     context_.reference.year > unit_at(context_.document, Granularity::year).year - 5;
  const bool by_reference =
      how == OccurrenceRule::following || how == OccurrenceRule::preceding || how == OccurrenceRule::same ||
      ((context_.narrative || context_.in_past_episode) && how == OccurrenceRule::tense && !ahead);
  if (by_reference && context_.has_reference && context_.reference.year != CalendarValue::no_year) {
    const Interval base = interval_of(context_.reference);
    const int year = context_.reference.granularity >= Granularity::decade
                         ? context_.reference.year
                         : unit_at(base.begin, Granularity::year).year;
    auto place = in_year(index, year);
    if (place) {
      const Interval found = interval_of(*place);
      if (how == OccurrenceRule::following && found.begin < base.end) {
        place = in_year(index, year + 1);
      } else if (how == OccurrenceRule::preceding && found.end > base.begin) {
        place = in_year(index, year - 1);
      } else if (how == OccurrenceRule::tense && found.begin + 200 * seconds_per_day < base.begin &&
                 context_.reference.granularity <= Granularity::month) {
        // A tale goes forward: after December 1941 comes January 1942.
        place = in_year(index, year + 1);
      }
      if (place && how == OccurrenceRule::tense) {
        const bool onward = place->year != year;
        const std::optional<CalendarValue> other = in_year(
            index, onward || !context_.document_known ? year : unit_at(context_.document, Granularity::year).year);
        return because(resolved(place, AnchorKind::reference, context_.reference_timex),
                       onward ? DisambiguationReason::narrative_advance : DisambiguationReason::narrative_time, other);
      }
      if (place) return resolved(place, AnchorKind::reference, context_.reference_timex);
    }
  }
  if (!context_.document_known && context_.year_inferred && how == OccurrenceRule::tense) {
    // The year of the day that told it, or the one beside it where the tense looks the other way.
    const int year = context_.year_day.year;
    const Interval base = interval_of(context_.year_day);
    auto place = in_year(index, year);
    if (place && context_.direction == Direction::future && interval_of(*place).end <= base.begin)
      place = in_year(index, year + 1);
    else if (place && context_.direction == Direction::past &&
             interval_of(*place).begin > base.end + 31 * seconds_per_day)
      place = in_year(index, year - 1);
    if (place)
      return because(resolved(place, AnchorKind::reference, context_.year_timex), DisambiguationReason::inferred_year,
                     in_year(index, CalendarValue::no_year));
  }
  if (!context_.document_known) {
    Resolution open = resolved(in_year(index, CalendarValue::no_year), AnchorKind::none);
    if (open.kind == Resolution::Kind::nothing &&
        (n.op == Op::easter || n.op == Op::orthodox || n.op == Op::hebrew || n.op == Op::islamic || n.op == Op::lunar ||
         n.op == Op::nth || n.op == Op::nth_unit || n.op == Op::last_of)) {
      // Which day it is depends on the year: some day.
      open.kind = Resolution::Kind::calendar_value;
      open.calendar_value = unit_place(Granularity::day);
    }
    return open;
  }

  const int now = unit_at(context_.document, Granularity::year).year;
  std::optional<CalendarValue> before, after,
      around;  // the latest that began, the first to come, the one that holds the day
  for (int year = now - 8; year <= now + 8; ++year) {  // eight years: 29 February
    const auto place = in_year(index, year);
    if (!place) continue;
    const Interval found = interval_of(*place);
    if (found.begin <= context_.document) before = place;
    if (found.begin <= context_.document && context_.document < found.end) around = place;
    if (found.end > context_.document && !after) after = place;
  }
  std::optional<CalendarValue> chosen;
  DisambiguationReason why = DisambiguationReason::none;
  const auto distance = [&](const CalendarValue& place) {
    const Interval found = interval_of(place);
    return found.end <= context_.document    ? context_.document - found.end
           : found.begin > context_.document ? found.begin - context_.document
                                             : 0;
  };
  // A date of last year, nine months back, would be told with its year; one a few weeks ahead needs none, whatever the
  // verb's tense.
  const bool far_behind = before && after && before->year < now && distance(*before) > 260 * seconds_per_day &&
                          distance(*after) < 100 * seconds_per_day;
  switch (how) {
    case OccurrenceRule::last:
    case OccurrenceRule::preceding:
      for (int year = now - 8; year <= now; ++year)
        if (const auto place = in_year(index, year); place && interval_of(*place).end <= context_.document)
          chosen = place;
      break;
    case OccurrenceRule::next:
    case OccurrenceRule::following:
      for (int year = now + 8; year >= now; --year)
        if (const auto place = in_year(index, year); place && interval_of(*place).begin > context_.document)
          chosen = place;
      break;
    case OccurrenceRule::current:
    case OccurrenceRule::same: chosen = in_year(index, now); break;
    case OccurrenceRule::past: chosen = before; break;
    case OccurrenceRule::tense:
      if (around) chosen = around, why = DisambiguationReason::contains_dct;
      // Quarters are talked of when their figures come out: the last one of that number, unless the next is at the
      // door.
      else if (before && after && before->granularity == Granularity::quarter) {
        chosen = context_.direction == Direction::future && distance(*after) < 92 * seconds_per_day ? after : before;
        why = DisambiguationReason::fiscal_reporting;
      } else if (context_.direction == Direction::past) {
        chosen = far_behind ? after : before;
        why = far_behind ? DisambiguationReason::too_distant : DisambiguationReason::past_tense;
      } else if (context_.direction == Direction::future) {
        chosen = after, why = DisambiguationReason::future_tense;
      } else if (before && after) {
        chosen = distance(*after) < distance(*before) ? after : before;
        why = DisambiguationReason::nearest;
      }
      break;
  }
  if (!chosen) chosen = before ? before : after;
  if (!chosen) return resolved(std::nullopt);
  return because(resolved(chosen, AnchorKind::document), why, chosen == before ? after : before);
}

}  // namespace annal
