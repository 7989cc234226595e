// What a tree comes to before it is written down as a TimeValue.
#pragma once

#include "core/calendar/calendar.h"
#include "core/calendar/length.h"
#include "core/calendar/value.h"
#include "core/grammar/expression.h"

namespace annal {

struct Resolution {
  enum class Kind : std::uint8_t {
    nothing,         ///< no date of the calendar: "February 30", a year past 9999
    calendar_value,  ///< `calendar_value`
    relative,        ///< `steps` units of `unit` from the unknown day of writing
    length,          ///< `length`
    repeated,        ///< a SET: `calendar_value` as a pattern or `length`, with quantifier and times
    vague,           ///< `text`: PAST_REF
  };
  Kind kind = Kind::nothing;
  CalendarValue calendar_value;
  CalendarValue until;  ///< of range_of: the last unit
  bool has_until = false;
  Mod mod = Mod::none;
  Length length;
  bool is_pattern = false;  ///< of repeated: `calendar_value` counts, else `length`
  Granularity unit = Granularity::day;
  std::int64_t steps = 0;
  std::string_view text;
  Quantifier quantifier = Quantifier::none;  ///< of repeated
  std::int32_t times = 0;                    ///< of freq; 0 where not stated
  AnchorKind anchor_kind = AnchorKind::none;
  std::int32_t anchor = -1;
  DisambiguationReason reason = DisambiguationReason::none;  ///< why `calendar_value` and not `alternative`
  CalendarValue alternative;  ///< the reading that lost, of granularity none where there was none

  bool is_calendar_value() const { return kind == Kind::calendar_value; }
  /// Whether it is a day of the calendar, or a time of one.
  bool tells_day() const { return is_calendar_value() && calendar_value.granularity <= Granularity::day; }
  /// Whether it is a calendar value of a known year.
  bool has_year() const { return is_calendar_value() && calendar_value.year != CalendarValue::no_year; }
  friend bool operator==(const Resolution&, const Resolution&) = default;
};

/// The TIMEX3 value of a resolution that is not `nothing`.
TimeValue to_value(const Resolution& resolution);

}  // namespace annal
