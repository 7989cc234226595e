// Evaluates a tree in a context: the heart of the normaliser. No words, no text.
//
// Each operation has one function for each stage, in the file of its group (dates.cc, recurring_days.cc, clock.cc,
// relative.cc, lengths.cc, sets.cc, composites.cc, select_occurrence.cc):
//
//   evaluate    what the operation comes to
//   in_year     where it lies in a given year, for what recurs each year: "November 14", "the second Tuesday of May"
//   open_year   whether it leaves its year open; stands with in_year
//
// An operation without `evaluate` recurs each year: it is evaluated by `in_year` or, while its year is open, by the
// choice among its occurrences (select_occurrence.cc).
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "core/calendar/calendar.h"
#include "core/grammar/expression.h"
#include "core/normalize/resolution.h"
#include "core/normalize/resolution_context.h"

namespace annal {

/// Which occurrence of what recurs is meant.
enum class OccurrenceRule : std::uint8_t {
  tense,      ///< the one that the clause looks at
  last,       ///< the last that ended before the document
  next,       ///< the first that begins after it
  current,    ///< the one in the document's own unit
  past,       ///< the nearest that has begun
  following,  ///< the first after the time last spoken of
  preceding,  ///< the last before it
  same        ///< the one in the unit last spoken of
};

class Evaluator {
 public:
  Evaluator(const ExpressionPool& pool, const ResolutionContext& context) : pool_(pool), context_(context) {}
  Resolution evaluate(ExpressionIndex index) const;

  /// Whether a date evaluated was told with a weekday that the calendar does not give it.
  bool weekday_conflict() const { return weekday_conflict_; }

 private:
  using Value = std::optional<CalendarValue>;
  /// One step of a choice among occurrences.
  struct Selected {
    Value value;
    DisambiguationReason reason = DisambiguationReason::none;
  };
  /// The occurrences round the day of writing: the latest that began, the first to come, the one that holds it.
  struct Occurrences {
    Value before, after, around;
  };

  // The stages over any tree (evaluate.cc).
  Value in_year(ExpressionIndex index, int year) const;
  bool open_year(ExpressionIndex index) const;
  Resolution resolved(const Value& value, AnchorKind kind = AnchorKind::none, std::int32_t anchor = -1) const;

  // dates.cc
  Value in_year(const op::Date& n, int year) const;
  Value in_year(const op::NumericDate& n, int year) const;
  Value in_year(const op::Week& n, int year) const;
  Value in_year(const op::Quarter& n, int year) const;
  Value in_year(const op::Half& n, int year) const;
  Value in_year(const op::Season& n, int year) const;
  Value in_year(const op::Checked& n, int year) const;
  Value in_year(const op::Fiscal& n, int year) const;
  bool open_year(const op::Date& n) const { return !n.year; }
  bool open_year(const op::NumericDate& n) const { return !n.year; }
  bool open_year(const op::Week& n) const { return !n.year; }
  bool open_year(const op::Quarter& n) const { return !n.year; }
  bool open_year(const op::Half& n) const { return !n.year; }
  bool open_year(const op::Season& n) const { return !n.year; }
  bool open_year(const op::Checked& n) const { return open_year(n.date); }
  bool open_year(const op::Fiscal& n) const { return open_year(n.period); }
  Resolution evaluate(const op::ShortYear& n) const;
  Resolution evaluate(const op::WithYear& n) const;
  Resolution evaluate(const op::Checked& n) const;
  Resolution evaluate(const op::DayOfMonth& n) const;
  Resolution evaluate(const op::Decade& n) const;
  Resolution evaluate(const op::ShortDecade& n) const;
  Resolution evaluate(const op::Century& n) const;
  Resolution evaluate(const op::BeforeChrist& n) const;
  Resolution evaluate(const op::Fiscal& n) const;
  Value part_of_year(CalendarValue part, OptionalTree stated, int year) const;
  Resolution nearest_month_with(int day, int weekday) const;
  Resolution day_of_nearest_month(int day) const;
  int full_year(int two_digits) const;

  // recurring_days.cc
  Value in_year(const op::Easter& n, int year) const;
  Value in_year(const op::OrthodoxEaster& n, int year) const;
  Value in_year(const op::HebrewDay& n, int year) const;
  Value in_year(const op::IslamicDay& n, int year) const;
  Value in_year(const op::LunarDay& n, int year) const;
  Value in_year(const op::Recurs& n, int year) const;
  Value in_year(const op::Nth& n, int year) const;
  Value in_year(const op::NthUnit& n, int year) const;
  Value in_year(const op::LastOf& n, int year) const;
  bool open_year(const op::Easter&) const { return true; }
  bool open_year(const op::OrthodoxEaster&) const { return true; }
  bool open_year(const op::HebrewDay&) const { return true; }
  bool open_year(const op::IslamicDay&) const { return true; }
  bool open_year(const op::LunarDay&) const { return true; }
  bool open_year(const op::Recurs& n) const { return open_year(n.date); }
  bool open_year(const op::Nth& n) const { return open_year(n.whole); }
  bool open_year(const op::NthUnit& n) const { return open_year(n.whole); }
  bool open_year(const op::LastOf& n) const { return open_year(n.date); }
  Resolution evaluate(const op::Recurs& n) const { return evaluate(n.date); }
  Resolution evaluate(const op::Workday&) const { return {}; }

  // clock.cc
  Resolution evaluate(const op::Clock& n) const;
  Resolution evaluate(const op::DayPart& n) const;
  Resolution evaluate(const op::Zone& n) const;
  Resolution evaluate(const op::At& n) const;
  Value in_year(const op::At& n, int year) const;
  bool open_year(const op::At& n) const { return open_year(n.date); }
  Resolution with_time(Resolution date, Tree time) const;
  Resolution with_time(Resolution date, const op::Clock& clock, std::int16_t offset) const;
  Resolution with_time(Resolution date, const op::DayPart& part) const;
  Resolution with_time(Resolution date, const op::Zone& zone) const;
  Resolution day_of_a_bare_time() const;

  // relative.cc
  Resolution evaluate(const op::Current& n) const;
  Resolution evaluate(const op::Shift& n) const;
  Resolution evaluate(const op::Reference& n) const;
  Resolution evaluate(const op::ReferenceShift& n) const { return from_reference(n.unit, n.by); }
  Resolution evaluate(const op::ReferenceDay& n) const { return from_reference(Granularity::day, n.by); }
  Resolution evaluate(const op::SameInYear& n) const;
  Resolution evaluate(const op::UnitOf& n) const;
  Resolution from_document(Granularity unit, std::int64_t steps) const;
  Resolution from_reference(Granularity unit, std::int64_t steps) const;
  Resolution some_day_of_the_narrative() const;

  // lengths.cc
  Resolution evaluate(const op::Length& n) const;
  Resolution evaluate(const op::Some& n) const;
  Resolution evaluate(const op::Sum& n) const;
  Resolution evaluate(const op::PastLength& n) const;
  Resolution evaluate(const op::NextLength& n) const;
  Resolution evaluate(const op::Ago& n) const;
  Resolution evaluate(const op::Hence& n) const;
  Resolution evaluate(const op::Earlier& n) const;
  Resolution evaluate(const op::Later& n) const;
  Resolution evaluate(const op::Before& n) const { return from_date(n.length, n.date, -1); }
  Resolution evaluate(const op::After& n) const { return from_date(n.length, n.date, 1); }
  Value in_year(const op::Before& n, int year) const { return from_date_in_year(n.length, n.date, -1, year); }
  Value in_year(const op::After& n, int year) const { return from_date_in_year(n.length, n.date, 1, year); }
  bool open_year(const op::Before& n) const { return open_year(n.date); }
  bool open_year(const op::After& n) const { return open_year(n.date); }
  bool is_fiscal_comparison(const Length& length) const;
  Resolution fiscal_period_a_year_before() const;
  Resolution reference_for(const Length& length) const;
  Resolution from_time_last_spoken_of(const Resolution& length, int sign) const;
  Resolution from_date(Tree length, Tree date, int sign) const;
  Value from_date_in_year(Tree length, Tree date, int sign, int year) const;
  Resolution moved(const Resolution& base, const Length& length, int sign) const;
  Resolution moved_by_parts(const Resolution& base, const Length& length, int sign) const;
  Value moved_by_time(const Resolution& base, Granularity unit, std::int64_t n) const;

  // sets.cc
  Resolution evaluate(const op::Every& n) const;
  Resolution evaluate(const op::Frequency& n) const;
  Resolution repeated(Tree what, Quantifier quantifier, OptionalNumber times) const;
  Value pattern_of(Tree what) const;

  // composites.cc
  Resolution evaluate(const op::Part& n) const;
  Resolution evaluate(const op::Modified& n) const;
  Resolution evaluate(const op::PastRef& n) const;
  Resolution evaluate(const op::PresentRef& n) const;
  Resolution evaluate(const op::FutureRef& n) const;
  Resolution evaluate(const op::Span& n) const { return evaluate(n.from); }
  Resolution evaluate(const op::Pair& n) const { return evaluate(n.first); }
  Resolution evaluate(const op::RangeOf& n) const;
  Value in_year(const op::Part& n, int year) const { return in_year(n.date, year); }
  Value in_year(const op::Modified& n, int year) const { return in_year(n.date, year); }
  bool open_year(const op::Part& n) const { return open_year(n.date); }
  bool open_year(const op::Modified& n) const { return open_year(n.date); }

  // select_occurrence.cc
  Resolution evaluate(const op::Weekday& n) const { return select(n, OccurrenceRule::tense); }
  Resolution evaluate(const op::Weekend& n) const { return select(n, OccurrenceRule::tense); }
  Resolution evaluate(const op::LastNamed& n) const { return select(n.what, OccurrenceRule::last); }
  Resolution evaluate(const op::NextNamed& n) const { return select(n.what, OccurrenceRule::next); }
  Resolution evaluate(const op::ThisNamed& n) const { return select(n.what, OccurrenceRule::current); }
  Resolution evaluate(const op::PastNamed& n) const { return select(n.what, OccurrenceRule::past); }
  Resolution evaluate(const op::FollowingNamed& n) const { return select(n.what, OccurrenceRule::following); }
  Resolution evaluate(const op::PrecedingNamed& n) const { return select(n.what, OccurrenceRule::preceding); }
  Resolution evaluate(const op::SameNamed& n) const { return select(n.what, OccurrenceRule::same); }
  Resolution select(ExpressionIndex index, OccurrenceRule rule) const;
  Resolution select(const op::Weekday& n, OccurrenceRule rule) const;
  Resolution select(const op::Weekend& n, OccurrenceRule rule) const;
  Resolution select(const op::Part& n, OccurrenceRule rule) const;
  Resolution select(const op::Modified& n, OccurrenceRule rule) const;
  Resolution select(const op::At& n, OccurrenceRule rule) const;
  Resolution select_weekday(int weekday, OccurrenceRule rule) const;
  Resolution weekday_without_document(int weekday) const;
  std::int64_t weekday_round_document(int weekday, OccurrenceRule rule) const;
  Resolution select_year(ExpressionIndex index, OccurrenceRule rule) const;
  std::optional<Resolution> follow_reference(ExpressionIndex index, OccurrenceRule rule) const;
  std::optional<Resolution> follow_inferred_year(ExpressionIndex index) const;
  Resolution in_open_year(ExpressionIndex index) const;
  Resolution select_round_document(ExpressionIndex index, OccurrenceRule rule) const;
  Occurrences occurrences_round_document(ExpressionIndex index) const;
  CivilSeconds distance_from_document(const CalendarValue& value) const;
  Selected by_tense(const Occurrences& found) const;

  const ExpressionPool& pool_;
  const ResolutionContext& context_;
  mutable bool weekday_conflict_ = false;
};

/// Whether an expression comes to another value, or for another reason, if its clause looks in another direction.
bool tense_matters(const ExpressionPool& pool, ExpressionIndex index, ResolutionContext context);

}  // namespace annal
