// Days of other calendars and of the moon on the Gregorian calendar. All results are days since 1970-01-01.
#pragma once

#include <cstdint>
#include <optional>

namespace annal {

/// Easter Sunday of the western churches (Gregorian computus).
std::int64_t western_easter(int year);
/// Easter Sunday of the eastern churches (Julian computus).
std::int64_t eastern_easter(int year);
/// Day `day` of month `month` (1 Nisan .. 7 Tishri .. 12 the last Adar) of the Hebrew calendar in a Gregorian year;
/// nullopt if it does not fall in that year.
std::optional<std::int64_t> hebrew_day(int year, int month, int day);
/// The first day of a Gregorian year that is day `day` of month `month` of the tabular Islamic calendar; nullopt if the
/// year has none. The actual feast, set by sighting the moon, may be a day off.
std::optional<std::int64_t> islamic_day(int year, int month, int day);
/// The last day before `month`/`day` of a year on which the moon, at `hour` UTC, is in phase `phase` of thirty (12
/// degrees each; 1 follows new moon, 15 ends with full moon, 30 ends with new moon). Valid for the years 1000 to
/// 3000.
std::optional<std::int64_t> lunar_day(int year, int month, int day, int phase, int hour);

}  // namespace annal
