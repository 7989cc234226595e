// The operations of the TimeExpression tree: the only functions that a rule of data/lang may name. One line each: its
// name in rule files, its struct in namespace `op`, its fields, its meaning. From this list come the structs
// (expression.h), what the language compiler checks (schema.h), and the text of a tree. A field's type says what an
// argument must be; an Optional one, a ClockHalf and a Quantifier may be left out with `_`.
//
// A new operation is a line here and one overload for each stage of core/normalize (`evaluate`; `in_year` and
// `open_year` where it recurs each year; `describe`): the build fails while a needed one is missing.
#pragma once

// clang-format off
#define ANNAL_OPERATIONS(OPERATION, FIELD)                                                                             \
  OPERATION(date, Date, FIELD(OptionalNumber, year) FIELD(OptionalNumber, month) FIELD(OptionalNumber, day),           \
            "whatever of them is stated")                                                                              \
  OPERATION(short_year, ShortYear, FIELD(Number, digits),                                                              \
            "two digits: the year of the century that lies nearest the document's")                                    \
  OPERATION(with_year, WithYear, FIELD(Tree, date) FIELD(Tree, year), "the date of the first in the year of the second") \
  OPERATION(weekday, Weekday, FIELD(DayOfWeek, day), "a day of the week")                                              \
  OPERATION(checked, Checked, FIELD(Tree, date) FIELD(DayOfWeek, weekday),                                             \
            "a date that the text says falls on this weekday")                                                         \
  OPERATION(recurs, Recurs, FIELD(Tree, date) FIELD(DayOfWeek, weekday) FIELD(Number, period) FIELD(Number, remainder), \
            "a date that recurs: on this weekday, in years that leave this remainder when divided by the period")      \
  OPERATION(day_of_month, DayOfMonth, FIELD(Number, day), "a day whose month is that of its anchor: the 5th")          \
  OPERATION(week, Week, FIELD(Number, number) FIELD(OptionalTree, year), "ISO week n of a year")                       \
  OPERATION(weekend, Weekend, , "a weekend")                                                                           \
  OPERATION(workday, Workday, , "a day from Monday to Friday")                                                         \
  OPERATION(quarter, Quarter, FIELD(Number, number) FIELD(OptionalTree, year), "1..4, of a year")                      \
  OPERATION(half, Half, FIELD(Number, number) FIELD(OptionalTree, year), "1..2, of a year")                            \
  OPERATION(season, Season, FIELD(annal::Season, season) FIELD(OptionalTree, year), "a season, of a year")             \
  OPERATION(decade, Decade, FIELD(Number, first_year), "by its first year: 1990")                                      \
  OPERATION(short_decade, ShortDecade, FIELD(Number, digits), "by two digits: 90")                                     \
  OPERATION(century, Century, FIELD(Number, number), "by its number: 19")                                              \
  OPERATION(bc, BeforeChrist, FIELD(Tree, date), "years or centuries before Christ")                                   \
  OPERATION(fiscal, Fiscal, FIELD(Tree, period), "of the fiscal calendar")                                             \
  OPERATION(easter, Easter, FIELD(Number, days), "days from Easter Sunday of the western churches, of any year")       \
  OPERATION(orthodox, OrthodoxEaster, FIELD(Number, days),                                                             \
            "days from Easter Sunday of the eastern churches, of any year")                                            \
  OPERATION(hebrew, HebrewDay, FIELD(Number, month) FIELD(Number, day),                                                \
            "month (1 Nisan .. 7 Tishri .. 12 the last Adar) and day of the Hebrew calendar, in any year")             \
  OPERATION(islamic, IslamicDay, FIELD(Number, month) FIELD(Number, day),                                              \
            "month and day of the tabular Islamic calendar, in any year")                                              \
  OPERATION(lunar, LunarDay, FIELD(Number, month) FIELD(Number, day) FIELD(Number, phase) FIELD(Number, hour),         \
            "the last day before this month and day on which the moon is in this phase of 30 at this hour UTC")        \
  OPERATION(month_day_numeric, NumericDate, FIELD(Number, first) FIELD(Number, second) FIELD(OptionalNumber, year),    \
            "two numbers whose order the text does not state, and a year")                                             \
  OPERATION(clock, Clock, FIELD(Number, hour) FIELD(OptionalNumber, minute) FIELD(OptionalNumber, second)              \
            FIELD(ClockHalf, half), "a clock time, and which half of the day it lies in")                              \
  OPERATION(day_part, DayPart, FIELD(annal::DayPart, part),                                                            \
            "a part of the day; by itself of any day, in a short message of its own")                                  \
  OPERATION(at, At, FIELD(Tree, date) FIELD(Tree, time), "a date and a time of it")                                    \
  OPERATION(zone, Zone, FIELD(Tree, time) FIELD(Number, minutes_east),                                                 \
            "minutes east of UTC; 10000 more: of standard time, with the summer time of the United States")            \
  OPERATION(current, Current, FIELD(Granularity, unit), "the unit that holds the document's day")                      \
  OPERATION(shift, Shift, FIELD(Granularity, unit) FIELD(Number, by), "unit, n: the unit n after the document's")      \
  OPERATION(reference, Reference, FIELD(Granularity, unit), "the unit of the time last spoken of: that year")          \
  OPERATION(reference_shift, ReferenceShift, FIELD(Granularity, unit) FIELD(Number, by),                               \
            "unit, n: the unit n after that of the time last spoken of")                                               \
  OPERATION(reference_day, ReferenceDay, FIELD(Number, by),                                                            \
            "n days after the day last spoken of: the next day, the day before")                                       \
  OPERATION(last_named, LastNamed, FIELD(Tree, what),                                                                  \
            "the last of these before the document: last Monday, last March, last summer")                             \
  OPERATION(next_named, NextNamed, FIELD(Tree, what), "the next of these after the document")                          \
  OPERATION(this_named, ThisNamed, FIELD(Tree, what),                                                                  \
            "the one of these in the document's own unit: this Monday, this March")                                    \
  OPERATION(past_named, PastNamed, FIELD(Tree, what), "the nearest of these before, whatever the tense")               \
  OPERATION(following_named, FollowingNamed, FIELD(Tree, what), "the first of these after the time last spoken of")    \
  OPERATION(preceding_named, PrecedingNamed, FIELD(Tree, what), "the last of these before the time last spoken of")    \
  OPERATION(same_in_year, SameInYear, FIELD(Tree, year),                                                               \
            "the quarter or half last spoken of, in this year; without one, the year")                                 \
  OPERATION(same_named, SameNamed, FIELD(Tree, what), "the same date in the year, month or day last spoken of")        \
  OPERATION(ago, Ago, FIELD(Tree, length), "a length before the document")                                             \
  OPERATION(hence, Hence, FIELD(Tree, length), "a length after the document")                                          \
  OPERATION(earlier, Earlier, FIELD(Tree, length), "a length before the time last spoken of")                          \
  OPERATION(later, Later, FIELD(Tree, length), "a length after the time last spoken of")                               \
  OPERATION(before, Before, FIELD(Tree, length) FIELD(Tree, date), "a length before a date")                           \
  OPERATION(after, After, FIELD(Tree, length) FIELD(Tree, date), "a length after a date")                              \
  OPERATION(nth, Nth, FIELD(Number, n) FIELD(Tree, what) FIELD(Tree, whole),                                           \
            "the nth of these in a date; -1 the last: the second Tuesday of November")                                 \
  OPERATION(nth_unit, NthUnit, FIELD(Number, n) FIELD(Granularity, unit) FIELD(Tree, whole),                           \
            "n, unit: the nth unit of a date; -1 the last")                                                            \
  OPERATION(part, Part, FIELD(Mod, mod) FIELD(Tree, date), "modifier: start, mid or end of a date")                    \
  OPERATION(modified, Modified, FIELD(Mod, mod) FIELD(Tree, date), "modifier: any TIMEX3 mod")                         \
  OPERATION(length, Length, FIELD(Number, thousandths) FIELD(Granularity, unit), "thousandths of a unit, unit")        \
  OPERATION(some, Some, FIELD(Granularity, unit), "an open number of units")                                           \
  OPERATION(sum, Sum, FIELD(Tree, first) FIELD(Tree, second), "lengths one after the other")                           \
  OPERATION(past_length, PastLength, FIELD(Tree, length),                                                              \
            "a length that ends at the document: the past three years")                                                \
  OPERATION(next_length, NextLength, FIELD(Tree, length), "a length that begins at the document")                      \
  OPERATION(every, Every, FIELD(Quantifier, quantifier) FIELD(OptionalNumber, times) FIELD(Tree, what),                \
            "quantifier, times, the repeated")                                                                         \
  OPERATION(frequency, Frequency, FIELD(OptionalNumber, times) FIELD(Tree, what), "times, in each of the repeated")    \
  OPERATION(past_ref, PastRef, , "PAST_REF")                                                                           \
  OPERATION(present_ref, PresentRef, , "PRESENT_REF")                                                                  \
  OPERATION(future_ref, FutureRef, , "FUTURE_REF")                                                                     \
  OPERATION(span, Span, FIELD(Tree, from) FIELD(Tree, to),                                                             \
            "from the first to the second: two expressions, parted by the rule's gap")                                 \
  OPERATION(pair, Pair, FIELD(Tree, first) FIELD(Tree, second), "two expressions, parted by the rule's gap")           \
  OPERATION(unit_of, UnitOf, FIELD(Granularity, unit) FIELD(Tree, date),                                               \
            "the unit that holds a date: the week of November 14")                                                     \
  OPERATION(last_of, LastOf, FIELD(Tree, weekday) FIELD(Tree, date),                                                   \
            "the weekday on or before a date: the Monday before November 8")                                           \
  OPERATION(range_of, RangeOf, FIELD(Tree, from) FIELD(Tree, to),                                                      \
            "from the first to the second, as one expression: 1990-95")
// clang-format on
