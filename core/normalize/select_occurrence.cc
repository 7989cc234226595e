// Which of the many Mondays, Marches or summers is meant: the choice among the occurrences of what recurs, by the words
// ("last"), by the tense of the clause, or by the time last spoken of.
#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"

namespace annal {
namespace {

// Where a year may stand from the document's: 29 February is at most eight years away.
constexpr int farthest_year = 8;

Resolution because(Resolution out, DisambiguationReason reason, const std::optional<CalendarValue>& alternative) {
  if (!alternative || !valid(*alternative) || !out.is_calendar_value() || *alternative == out.calendar_value)
    return out;
  out.reason = reason;
  out.alternative = *alternative;
  return out;
}

bool counts_from_reference(OccurrenceRule rule) {
  return rule == OccurrenceRule::following || rule == OccurrenceRule::preceding || rule == OccurrenceRule::same;
}

}  // namespace

Resolution Evaluator::select(ExpressionIndex index, OccurrenceRule rule) const {
  return std::visit(
      [&](const auto& n) -> Resolution {
        if constexpr (requires { this->select(n, rule); }) {
          return this->select(n, rule);
        } else {
          return this->open_year(index) ? this->select_year(index, rule) : this->evaluate(index);
        }
      },
      pool_[index]);
}

Resolution Evaluator::select(const op::Weekday& n, OccurrenceRule rule) const {
  return select_weekday(static_cast<int>(n.day), rule);
}

Resolution Evaluator::select(const op::Weekend&, OccurrenceRule rule) const {
  // "this weekend" is that of this week, unless the clause looks back.
  const bool looks_back = rule == OccurrenceRule::current && context_.direction == Direction::past;
  Resolution out = select_weekday(static_cast<int>(DayOfWeek::saturday), looks_back ? OccurrenceRule::tense : rule);
  out.calendar_value = out.has_year() ? unit_at(interval_of(out.calendar_value).begin, Granularity::weekend)
                                      : open_value(Granularity::weekend);
  return out;
}

Resolution Evaluator::select(const op::Part& n, OccurrenceRule rule) const {
  Resolution out = select(n.date, rule);
  if (out.mod == Mod::none) out.mod = n.mod;
  return out;
}

Resolution Evaluator::select(const op::Modified& n, OccurrenceRule rule) const {
  Resolution out = select(n.date, rule);
  if (out.mod == Mod::none) out.mod = n.mod;
  return out;
}

Resolution Evaluator::select(const op::At& n, OccurrenceRule rule) const {
  return with_time(select(n.date, rule), n.time);
}

// Without a day of writing: the next one in a narrative, else any.
Resolution Evaluator::weekday_without_document(int weekday) const {
  if (context_.narrative && context_.has_day_reference && context_.day_reference.year != CalendarValue::no_year)
    return resolved(day_value(weekday_from(day_number(interval_of(context_.day_reference).begin), weekday)),
                    AnchorKind::reference, context_.day_reference_timex);
  CalendarValue any = open_value(Granularity::day);
  any.weekday = static_cast<std::int8_t>(weekday);
  return resolved(any);
}

std::int64_t Evaluator::weekday_round_document(int weekday, OccurrenceRule rule) const {
  const std::int64_t today = day_number(context_.document);
  const std::int64_t ahead = weekday_from(today, weekday) - today;  // 0: today
  const std::int64_t latest = today + (ahead == 0 ? 0 : ahead - 7);
  switch (rule) {
    case OccurrenceRule::last:
    case OccurrenceRule::preceding: return today + ahead - 7;
    case OccurrenceRule::next:
    case OccurrenceRule::following: return today + (ahead == 0 ? 7 : ahead);
    case OccurrenceRule::current: {
      // This week's, Monday to Sunday; "this Monday" said on a Friday looks at the next one only where the tense says
      // so.
      const std::int64_t day = today - weekday_of(today) + weekday;
      if (context_.direction == Direction::future && day < today) return day + 7;
      if (context_.direction == Direction::past && day > today) return day - 7;
      return day;
    }
    case OccurrenceRule::past:
    case OccurrenceRule::same: return latest;
    case OccurrenceRule::tense:
      if (context_.direction == Direction::future) return today + ahead;
      if (context_.direction == Direction::present && ahead != 0 && ahead <= 3) return today + ahead;
      return latest;
  }
  return latest;
}

Resolution Evaluator::select_weekday(int weekday, OccurrenceRule rule) const {
  if (counts_from_reference(rule) && context_.has_day_reference) {
    const std::int64_t base = day_number(interval_of(context_.day_reference).begin);
    const std::int64_t day = rule == OccurrenceRule::preceding   ? weekday_up_to(base - 1, weekday)
                             : rule == OccurrenceRule::following ? weekday_from(base + 1, weekday)
                                                                 : weekday_from(base, weekday);
    return resolved(day_value(day), AnchorKind::reference, context_.day_reference_timex);
  }
  // A narrative whose days have come up to the day of writing is told from there.
  const bool reached = context_.document_known && context_.has_day_reference &&
                       context_.day_reference.year != CalendarValue::no_year &&
                       interval_of(context_.day_reference).end > context_.document - 14 * seconds_per_day;
  if (!context_.document_known ||
      (context_.narrative && context_.has_day_reference && rule == OccurrenceRule::tense && !reached))
    return weekday_without_document(weekday);
  const std::int64_t day = weekday_round_document(weekday, rule);
  const Resolution out = resolved(day_value(day), AnchorKind::document);
  if (rule != OccurrenceRule::tense) return out;
  const std::int64_t today = day_number(context_.document);
  const DisambiguationReason why = day == today                               ? DisambiguationReason::contains_dct
                                   : context_.direction == Direction::future  ? DisambiguationReason::future_tense
                                   : context_.direction == Direction::present ? DisambiguationReason::present_tense
                                   : context_.direction == Direction::past    ? DisambiguationReason::past_tense
                                                                              : DisambiguationReason::nearest;
  return because(out, why, day_value(day > today ? day - 7 : day + 7));
}

Resolution Evaluator::select_year(ExpressionIndex index, OccurrenceRule rule) const {
  if (rule == OccurrenceRule::tense && context_.undecided) return in_open_year(index);
  if (const auto found = follow_reference(index, rule)) return *found;
  if (context_.document_known) return select_round_document(index, rule);
  if (rule == OccurrenceRule::tense)
    if (const auto found = follow_inferred_year(index)) return *found;
  return in_open_year(index);
}

// The occurrence that follows the time told or last spoken of; nullopt where the rule does not count from it or none is
// known.
std::optional<Resolution> Evaluator::follow_reference(ExpressionIndex index, OccurrenceRule rule) const {
  const bool by_tense = rule == OccurrenceRule::tense && context_.carries;
  if (!by_tense && !(counts_from_reference(rule) && context_.has_reference)) return std::nullopt;
  const bool from_frame = context_.told.frame || !context_.document_known;
  const CalendarValue& from = by_tense ? context_.told.value : context_.reference;
  if (from.year == CalendarValue::no_year) return std::nullopt;

  const Interval base = interval_of(from);
  const int year = from.granularity >= Granularity::decade ? from.year : year_of(base.begin);
  Value value = in_year(index, year);
  if (!value) return std::nullopt;
  const Interval found = interval_of(*value);
  if (rule == OccurrenceRule::following && found.begin < base.end) {
    value = in_year(index, year + 1);
  } else if (rule == OccurrenceRule::preceding && found.end > base.begin) {
    value = in_year(index, year - 1);
  } else if (by_tense && found.begin + 200 * seconds_per_day < base.begin && from.granularity <= Granularity::month) {
    // A tale goes forward: after December 1941 comes January 1942.
    value = in_year(index, year + 1);
  } else if (by_tense && found.begin > base.begin + 340 * seconds_per_day && from.granularity <= Granularity::day) {
    // But it does not leap over a year: from 4 January it looks back to 23 December.
    value = in_year(index, year - 1);
  }
  // The winter of 1978 ends in 1979.
  if (by_tense && value && from.granularity == Granularity::season && found.end <= base.begin)
    if (const Value within = in_year(index, year + 1); within && interval_of(*within).end <= base.end) value = within;
  if (!value) return std::nullopt;
  // News that looks back behind the day or month told has left it.
  if (by_tense && !context_.narrative && !from_frame && interval_of(*value).end <= base.begin) return std::nullopt;
  const Resolution out =
      resolved(value, AnchorKind::reference, by_tense ? context_.told.timex : context_.reference_timex);
  if (!by_tense) return out;
  const bool advanced = value->year > year;
  return because(out, advanced ? DisambiguationReason::narrative_advance : DisambiguationReason::narrative_time,
                 in_year(index, advanced || !context_.document_known ? year : year_of(context_.document)));
}

// In the year of the day that told it, or the one beside it where the tense looks the other way.
std::optional<Resolution> Evaluator::follow_inferred_year(ExpressionIndex index) const {
  if (!context_.year_inferred) return std::nullopt;
  const int year = context_.year_day.year;
  const Interval base = interval_of(context_.year_day);
  Value value = in_year(index, year);
  if (value && context_.direction == Direction::future && interval_of(*value).end <= base.begin)
    value = in_year(index, year + 1);
  else if (value && context_.direction == Direction::past &&
           interval_of(*value).begin > base.end + 31 * seconds_per_day)
    value = in_year(index, year - 1);
  if (!value) return std::nullopt;
  return because(resolved(value, AnchorKind::reference, context_.year_timex), DisambiguationReason::inferred_year,
                 in_year(index, CalendarValue::no_year));
}

Resolution Evaluator::in_open_year(ExpressionIndex index) const {
  Resolution open = resolved(in_year(index, CalendarValue::no_year));
  if (open.kind == Resolution::Kind::nothing && is_any<op::Easter, op::OrthodoxEaster, op::HebrewDay, op::IslamicDay,
                                                       op::LunarDay, op::Nth, op::NthUnit, op::LastOf>(pool_[index])) {
    // Which day it is depends on the year: some day.
    open.kind = Resolution::Kind::calendar_value;
    open.calendar_value = open_value(Granularity::day);
  }
  return open;
}

Evaluator::Occurrences Evaluator::occurrences_round_document(ExpressionIndex index) const {
  const int now = year_of(context_.document);
  Occurrences found;
  for (int year = now - farthest_year; year <= now + farthest_year; ++year) {
    const Value value = in_year(index, year);
    if (!value) continue;
    const Interval span = interval_of(*value);
    if (span.begin <= context_.document) found.before = value;
    if (span.begin <= context_.document && context_.document < span.end) found.around = value;
    if (span.end > context_.document && !found.after) found.after = value;
  }
  return found;
}

CivilSeconds Evaluator::distance_from_document(const CalendarValue& value) const {
  const Interval span = interval_of(value);
  return span.end <= context_.document    ? context_.document - span.end
         : span.begin > context_.document ? span.begin - context_.document
                                          : 0;
}

Evaluator::Selected Evaluator::by_tense(const Occurrences& found) const {
  if (found.around) return {found.around, DisambiguationReason::contains_dct};
  const bool both = found.before && found.after;
  const CivilSeconds behind = both ? distance_from_document(*found.before) : 0;
  const CivilSeconds ahead = both ? distance_from_document(*found.after) : 0;
  // Quarters are talked of when their figures come out: the last one of that number, unless the next is at the door.
  if (both && found.before->granularity == Granularity::quarter) {
    const bool at_the_door = context_.direction == Direction::future && ahead < 92 * seconds_per_day;
    return {at_the_door ? found.after : found.before, DisambiguationReason::fiscal_reporting};
  }
  // A date of last year, nine months back, would be told with its year; one a few weeks ahead needs none, whatever the
  // verb's tense.
  const bool too_distant = both && found.before->year < year_of(context_.document) && behind > 260 * seconds_per_day &&
                           ahead < 100 * seconds_per_day;
  if (context_.direction == Direction::past)
    return too_distant ? Selected{found.after, DisambiguationReason::too_distant}
                       : Selected{found.before, DisambiguationReason::past_tense};
  // A day of next year, eleven months ahead, would be told with it too; that of this year has just passed, and only a
  // verb like "called to vote" looks ahead.
  const bool just_passed = both && found.before->granularity <= Granularity::day &&
                           found.after->year > year_of(context_.document) && behind < 31 * seconds_per_day;
  if (context_.direction == Direction::future)
    return just_passed ? Selected{found.before, DisambiguationReason::too_distant}
                       : Selected{found.after, DisambiguationReason::future_tense};
  if (both) return {ahead < behind ? found.after : found.before, DisambiguationReason::nearest};
  return {};
}

Resolution Evaluator::select_round_document(ExpressionIndex index, OccurrenceRule rule) const {
  const Occurrences found = occurrences_round_document(index);
  const int now = year_of(context_.document);
  Selected selected;
  switch (rule) {
    case OccurrenceRule::last:
    case OccurrenceRule::preceding:
      for (int year = now - farthest_year; year <= now; ++year)
        if (const Value value = in_year(index, year); value && interval_of(*value).end <= context_.document)
          selected.value = value;
      break;
    case OccurrenceRule::next:
    case OccurrenceRule::following:
      for (int year = now + farthest_year; year >= now; --year)
        if (const Value value = in_year(index, year); value && interval_of(*value).begin > context_.document)
          selected.value = value;
      break;
    case OccurrenceRule::current:
    case OccurrenceRule::same: selected.value = in_year(index, now); break;
    case OccurrenceRule::past: selected.value = found.before; break;
    case OccurrenceRule::tense: selected = by_tense(found); break;
  }
  if (!selected.value) selected.value = found.before ? found.before : found.after;
  if (!selected.value) return {};
  return because(resolved(selected.value, AnchorKind::document), selected.reason,
                 selected.value == found.before ? found.after : found.before);
}

}  // namespace annal
