// Evaluates a tree against a context: the heart of the normaliser. One function per idea; no words, no text.
#pragma once

#include <optional>

#include "core/calendar/calendar.h"
#include "core/grammar/expression.h"
#include "core/grammar/operations.h"
#include "core/normalize/resolution.h"
#include "core/normalize/tense.h"

namespace annal {

/// What an expression may be counted from.
struct ResolutionContext {
  bool document_known = false;
  CivilSeconds document = 0;  ///< start of the day of writing
  bool document_has_time = false;
  CivilSeconds document_time = 0;  ///< the second of writing, where known
  bool narrative = false;          ///< history or biography: bare dates follow the time last spoken of
  bool in_past_episode = false;    ///< this paragraph has just named a date of another year: bare months follow it
  bool is_short_message = false;   ///< a note of a few words, that speaks of its own day
  bool day_first = false;          ///< 3/4/2012 is 3 April
  bool year_inferred = false;      ///< no day of writing, but the year of the dates that state none is known
  CalendarValue year_day;          ///< a day of that year from which the others are told
  std::int32_t year_timex = -1;    ///< the expression that told it
  Direction direction = Direction::unknown;
  bool has_reference = false;
  CalendarValue reference;  ///< the date last spoken of
  std::int32_t reference_timex = -1;
  bool has_quarter = false;  ///< a quarter or half was spoken of
  CalendarValue quarter;
  std::int32_t quarter_timex = -1;
  CalendarValue fiscal_period;  ///< last reported on: that quarter, or its year after "the first nine months"
  bool has_clock = false;       ///< the time last spoken of has a clock time
  CalendarValue clock;
  std::int32_t clock_timex = -1;
  bool has_day_reference = false;
  CalendarValue day_reference;  ///< the day last spoken of
  std::int32_t day_reference_timex = -1;
};

class Evaluator {
 public:
  Evaluator(const ExpressionPool& pool, const ResolutionContext& context) : pool_(pool), context_(context) {}
  Resolution evaluate(ExpressionIndex index) const;

  /// Whether a date evaluated was told with a weekday that the calendar does not give it.
  bool weekday_conflict() const { return weekday_conflict_; }

 private:
  enum class OccurrenceRule : std::uint8_t { tense, last, next, current, past, following, preceding, same };

  const ExpressionNode& node(std::int32_t index) const { return pool_[static_cast<std::size_t>(index)]; }
  Resolution resolved(const std::optional<CalendarValue>& place, AnchorKind kind = AnchorKind::none,
                      std::int32_t anchor = -1) const;
  /// The place of a tree in `year` where the tree leaves its year open (weekdays apart).
  std::optional<CalendarValue> in_year(std::int32_t index, int year) const;
  bool open_year(std::int32_t index) const;
  Resolution select_occurrence(std::int32_t index, OccurrenceRule how) const;
  Resolution select_weekday(int weekday, OccurrenceRule how) const;
  Resolution from_document(Granularity unit, std::int64_t steps) const;
  Resolution from_reference(Granularity unit, std::int64_t steps) const;
  Resolution move(const Resolution& base, const Length& length, int sign) const;
  Resolution with_clock(Resolution date, const ExpressionNode& time) const;
  std::optional<CalendarValue> nth_of(std::int64_t n, std::int32_t what, const CalendarValue& whole) const;
  std::optional<CalendarValue> nth_unit_of(std::int64_t n, Granularity unit, const CalendarValue& whole) const;
  int full_year(int two_digits) const;

  const ExpressionPool& pool_;
  const ResolutionContext& context_;
  mutable bool weekday_conflict_ = false;
};

}  // namespace annal
