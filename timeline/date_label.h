// What a reader is told of when something happened, before it is put into words of a language: "by early Nov 2016".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/calendar/calendar.h"

namespace annal {

struct DateLabel {
  enum class Relation : std::uint8_t { none, since, from, from_on, after, before, by, until };

  Relation relation = Relation::none;
  Mod mod = Mod::none;        ///< start, mid, end or approx; others have no words
  bool guess = false;         ///< rests on a guess: marked by "?"
  bool both_ends = false;     ///< say the clock times from when to when
  bool seconds = false;       ///< of a clock time, say the seconds where they count
  Frame frame = Frame::none;  ///< of `interval`; none where nothing is known
  Interval interval{};        ///< half-open, bounded
  CalendarValue unit{};       ///< the unit that the text names; without granularity where only the interval is known

  bool empty() const { return frame == Frame::none; }
};

/// "since", "from-on"; empty for none.
std::string_view name(DateLabel::Relation relation);

/// The label of an interval: empty where it is not bounded, holds nothing, or lies on both sides of an unknown day of
/// writing.
DateLabel label_of(Interval interval, Frame frame);

/// The day, week, month, year, decade, ... that is exactly `interval`; no season or quarter: the text names those.
std::optional<CalendarValue> unit_of(Interval interval);

}  // namespace annal
