// Calendar values at any granularity, as in TIMEX3 and ISO 8601, and arithmetic on them. Built on Howard Hinnant's
// date. This is the hot path: values are small, and nothing allocates or throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar/civil.h"
#include "core/calendar/interval.h"
#include "core/calendar/value.h"

namespace annal {

/// Meteorological seasons of the northern hemisphere; winter begins on 1 December of its year.
enum class Season : std::uint8_t { none, spring, summer, autumn, winter };

/// TIMEX3's parts of the day: TMO, TMI, TAF, TEV, TNI, TDT.
enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };

/// A calendar unit, or a pattern of units if some fields are open. `granularity` says which fields count:
///
///   day month year               day (1..31), month (1..12), year
///   week                         ISO week (1..53) of ISO year `year`; `weekend` is Saturday and Sunday of it
///   quarter half season          1..4, 1..2, Season, of `year`
///   decade century millennium    `year` is the first year by its digits: 1990, 1800, 2000. Before Christ, digits
///                                count back, and `year` is -size * (digits + 1): BC004, 49 BC to 40 BC, is
///                                -50
///   part_of_day                  `part` of the day
///   hour minute second           clock fields of the day
struct CalendarValue {
  static constexpr std::int32_t no_year = INT32_MIN;
  static constexpr std::int8_t open = -1;  ///< a field that is not stated
  static constexpr std::int16_t no_offset = INT16_MIN;

  Granularity granularity = Granularity::none;
  std::int32_t year = no_year;  ///< astronomical: 0 is 1 BC, -43 is 44 BC; -29999..9999
  std::int8_t month = open;
  std::int8_t day = open;
  std::int8_t week = open;
  std::int8_t weekday = open;  ///< ISO, Monday 1 .. Sunday 7; with granularity day and no month: XXXX-WXX-2
  std::int8_t quarter = open;
  std::int8_t half = open;
  Season season = Season::none;
  bool fiscal = false;  ///< FY2017, FY2017-Q3
  DayPart part = DayPart::none;
  std::int8_t hour = open;  ///< 0..24
  std::int8_t minute = open;
  std::int8_t second = open;
  std::int16_t offset = no_offset;  ///< of the zone, minutes east of UTC

  friend bool operator==(const CalendarValue&, const CalendarValue&) = default;
};

/// The day of a day number (days since 1970-01-01), as a value of granularity day; years -32767..32767.
CalendarValue day_value(std::int64_t days);

/// Returns the unit of granularity `g` that contains `at`: unit_at(2016-11-14, week) is 2016-W46. `part_of_day` goes by
/// the hour (6-11 morning, 12-17 afternoon, 18-21 evening, 22-5 night; the hours after midnight belong to the night of
/// the day before); `weekend` is that of its week. Returns an empty value (granularity none) outside the years
/// -29999..9999.
CalendarValue unit_at(CivilSeconds at, Granularity g);

/// Returns the unit that is `n` of its own granularity later (earlier if n < 0): 2016-W01 shifted by -1 is 2015-W53. An
/// open year stays open, and the value wraps within it. A part of the day moves by days: the next morning. Returns
/// nullopt outside the years -29999..9999 or if the value's own fields are open.
std::optional<CalendarValue> shift(const CalendarValue& value, std::int64_t n);
/// Returns the value `n` units of `unit` later, with the same granularity: a year after 2016-02-29 is 2017-02-28. By
/// years, a week keeps its number; by months, it follows its Thursday. Returns nullopt as above, if `unit` is finer
/// than the value (three days after 2016-11), and if whole years would leave an open year.
std::optional<CalendarValue> shift(const CalendarValue& value, std::int64_t n, Granularity unit);

/// Whether every stated field exists on the calendar: no February 30, no week 53 in a year of 52.
bool valid(const CalendarValue& value);

/// Returns the half-open interval that `value` covers, in civil seconds; the offset is not applied. If the year is
/// open, the frame is Frame::open_year: seconds since 1 January of a year of 365 days. A partly open value covers all
/// that is possible (2016-XX-14: 2016), and one with nothing fixed is unbounded (XXXX-WXX-2). Parts of the day are
/// wide, so that clock times given with them lie inside: morning 0-12, midday 11-14, afternoon 12-18, evening 17-24,
/// night 18-6 of the next day, daytime 6-18. A fiscal year counts as the calendar year of its number, since the text
/// does not say whose it is. Hour 24 begins the next day.
Interval interval_of(const CalendarValue& value);

/// Returns the TIMEX3 value: "2016-11-14", "2016-W45-WE", "2016-Q3", "199", "18", "BC0044", "FY2017", "XXXX-11-14",
/// "XXXX-WXX-2", "2016-11-14T06:30", "2016-11-14TMO", "2016-11-14T06:30+01:00".
ShortText to_timex(const CalendarValue& value);
/// Reads the output of to_timex and common variants ("2016-W45-3", "T0630", "2016-11-14T06:30Z", "2016-SP", "199X",
/// "19XX"). Returns nullopt for anything else, including durations and PAST_REF.
std::optional<CalendarValue> parse_timex(std::string_view text);

/// Returns the value in EDTF level 1 or 2: decades "199X", centuries "18XX", seasons "2016-21", quarters "2016-33",
/// halves "2016-40", weeks as the interval of their days, "-0043" for 44 BC, "Y-10499" for 10,500 BC, "XXXX-11-14".
/// `approx` adds "~"; before and after give an open set ("[..2013-12-31]"). A part of the day becomes its day, and a
/// part of a larger unit
/// ("early March") the set of its days "[2017-03-01..2017-03-10]". Returns "" if EDTF has no form for it (weekday
/// patterns).
std::string to_edtf(const CalendarValue& value, Mod mod, Interval narrowed);

/// Reads an ISO 8601 date or date-time as a user types it (`--dct`): "2016", "2016-11", "2016-11-14",
/// "2016-11-14T06:30[:00][Z|+01:00]", "20161114". Fractions of a second are dropped; years before Christ are
/// astronomical ("-0043"). Returns nullopt if it is not a calendar date.
std::optional<CalendarValue> parse_iso(std::string_view text);

/// Returns "2016-11-14" for a civil second, or "2016-11-14T06:30:00" if `with_time`. Years below 0 are "-0043"; years
/// beyond four digits have five.
std::string iso_text(CivilSeconds at, bool with_time);

}  // namespace annal
