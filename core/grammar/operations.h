// The operations of the TimeExpression tree: the only functions that a rule may name. One line each: name in rule
// files, enumerator, arguments (i: number, u: unit, m: modifier, t: tree; a small letter
// may be left out with `_`, a capital may not), meaning.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/grammar/expression.h"

namespace annal {

#define ANNAL_OPERATIONS(X)                                                                                            \
  X(date, "iii", "year, month, day: whatever of them is stated")                                                       \
  X(short_year, "I", "two digits: the year of the century that lies nearest the document's")                           \
  X(with_year, "TT", "the date of the first in the year of the second")                                                \
  X(weekday, "I", "a day of the week, 1 Monday .. 7 Sunday")                                                           \
  X(checked, "TI", "a date that the text says falls on this weekday")                                                  \
  X(recurs, "TIII", "a date that recurs: on this weekday, in years that leave the fourth when divided by the third")   \
  X(day_of_month, "I", "a day whose month is that of its anchor: the 5th")                                             \
  X(week, "It", "ISO week n of a year")                                                                                \
  X(weekend, "", "a weekend")                                                                                          \
  X(quarter, "It", "1..4, of a year")                                                                                  \
  X(half, "It", "1..2, of a year")                                                                                     \
  X(season, "It", "1 spring .. 4 winter, of a year")                                                                   \
  X(decade, "I", "by its first year: 1990")                                                                            \
  X(short_decade, "I", "by two digits: 90")                                                                            \
  X(century, "I", "by its number: 19")                                                                                 \
  X(bc, "T", "years or centuries before Christ")                                                                       \
  X(fiscal, "T", "of the fiscal calendar")                                                                             \
  X(easter, "I", "days from Easter Sunday of the western churches, of any year")                                       \
  X(orthodox, "I", "days from Easter Sunday of the eastern churches, of any year")                                     \
  X(hebrew, "II", "month (1 Nisan .. 7 Tishri .. 12 the last Adar) and day of the Hebrew calendar, in any year")       \
  X(islamic, "II", "month and day of the tabular Islamic calendar, in any year")                                       \
  X(lunar, "IIII", "the last day before this month and day on which the moon is in this phase of 30 at this hour UTC") \
  X(month_day_numeric, "IIi", "two numbers whose order the text does not state, and a year")                           \
  X(clock, "IiiI", "hour, minute, second, half: 0 as it stands, 1 a.m., 2 p.m.")                                       \
  X(day_part, "I",                                                                                                     \
    "morning 1, midday 2, afternoon 3, evening 4, night 5, daytime 6; by itself of any day, in a note of its own")     \
  X(at, "TT", "a date and a time of it")                                                                               \
  X(zone, "TI", "minutes east of UTC")                                                                                 \
  X(current, "U", "the unit that holds the document's day")                                                            \
  X(shift, "UI", "unit, n: the unit n after the document's")                                                           \
  X(reference, "U", "the unit of the time last spoken of: that year")                                                  \
  X(reference_shift, "UI", "unit, n: the unit n after that of the time last spoken of")                                \
  X(reference_day, "I", "n days after the day last spoken of: the next day, the day before")                           \
  X(last_named, "T", "the last of these before the document: last Monday, last March, last summer")                    \
  X(next_named, "T", "the next of these after the document")                                                           \
  X(this_named, "T", "the one of these in the document's own unit: this Monday, this March")                           \
  X(past_named, "T", "the nearest of these before, whatever the tense")                                                \
  X(following_named, "T", "the first of these after the time last spoken of")                                          \
  X(preceding_named, "T", "the last of these before the time last spoken of")                                          \
  X(same_in_year, "T", "the quarter or half last spoken of, in this year; without one, the year")                      \
  X(same_named, "T", "the same date in the year, month or day last spoken of")                                         \
  X(ago, "T", "a length before the document")                                                                          \
  X(hence, "T", "a length after the document")                                                                         \
  X(earlier, "T", "a length before the time last spoken of")                                                           \
  X(later, "T", "a length after the time last spoken of")                                                              \
  X(before, "TT", "a length before a date")                                                                            \
  X(after, "TT", "a length after a date")                                                                              \
  X(nth, "ITT", "the nth of these in a date; -1 the last: the second Tuesday of November")                             \
  X(nth_unit, "IUT", "n, unit: the nth unit of a date; -1 the last")                                                   \
  X(part, "MT", "modifier: start, mid or end of a date")                                                               \
  X(modified, "MT", "modifier: any TIMEX3 mod")                                                                        \
  X(length, "IU", "thousandths of a unit, unit")                                                                       \
  X(some, "U", "an open number of units")                                                                              \
  X(sum, "TT", "lengths one after the other")                                                                          \
  X(past_length, "T", "a length that ends at the document: the past three years")                                      \
  X(next_length, "T", "a length that begins at the document")                                                          \
  X(every, "iiT", "quantifier (1 every, 2 each), times, the repeated")                                                 \
  X(frequency, "iT", "times, in each of the repeated")                                                                 \
  X(past_ref, "", "PAST_REF")                                                                                          \
  X(present_ref, "", "PRESENT_REF")                                                                                    \
  X(future_ref, "", "FUTURE_REF")                                                                                      \
  X(span, "TT", "from the first to the second: two expressions, parted by the rule's gap")                             \
  X(pair, "TT", "two expressions, parted by the rule's gap")                                                           \
  X(unit_of, "UT", "the unit that holds a date: the week of November 14")                                              \
  X(last_of, "TT", "the weekday on or before a date: the Monday before November 8")                                    \
  X(range_of, "TT", "from the first to the second, as one expression: 1990-95")

enum class Op : std::uint8_t {
#define X(name, arguments, meaning) name,
  ANNAL_OPERATIONS(X)
#undef X
};

struct Operation {
  std::string_view name, arguments, meaning;
};

inline constexpr auto operations = std::to_array<Operation>({
#define X(name, arguments, meaning) {#name, arguments, meaning},
    ANNAL_OPERATIONS(X)
#undef X
});

/// Constants that a rule may name.
struct NamedConstant {
  std::string_view name;
  std::int32_t value;
};

inline constexpr auto named_constants = std::to_array<NamedConstant>({
    // units, as Granularity numbers them
    {"second", 0},
    {"minute", 1},
    {"hour", 2},
    {"day", 4},
    {"weekend-unit", 5},
    {"week-unit", 6},
    {"month", 7},
    {"quarter-unit", 8},
    {"season-unit", 9},
    {"half-unit", 10},
    {"year", 11},
    {"decade-unit", 12},
    {"century-unit", 13},
    {"millennium", 14},
    // modifiers, as Mod numbers them
    {"BEFORE", 1},
    {"AFTER", 2},
    {"ON_OR_BEFORE", 3},
    {"ON_OR_AFTER", 4},
    {"LESS_THAN", 5},
    {"MORE_THAN", 6},
    {"EQUAL_OR_LESS", 7},
    {"EQUAL_OR_MORE", 8},
    {"START", 9},
    {"MID", 10},
    {"END", 11},
    {"APPROX", 12},
});

}  // namespace annal
