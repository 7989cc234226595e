// Days that other calendars and the moon tell, laid on the Gregorian calendar. All results are days since 1970-01-01.
#pragma once

#include <cstdint>
#include <optional>

namespace annal {

/// Easter Sunday of the western churches (Gregorian computus).
std::int64_t western_easter(int year);
/// Easter Sunday of the eastern churches (Julian computus).
std::int64_t eastern_easter(int year);
/// Day `day` of month `month` (1 Nisan .. 7 Tishri .. 12 the last Adar) of the Hebrew calendar, where it falls in a
/// Gregorian year.
std::optional<std::int64_t> hebrew_day(int year, int month, int day);
/// The first day of a Gregorian year that is day `day` of month `month` of the tabular Islamic calendar; none where the
/// year has none. The sighting of the moon may move the feast by a day.
std::optional<std::int64_t> islamic_day(int year, int month, int day);
/// The last day before `month`/`day` of a year on which the moon, at `hour` UTC, is in its phase `phase` of thirty, of
/// 12 degrees each from new moon: 1 follows new moon, 15 ends with full moon, 30 ends with new moon. Good from 1000 to
/// 3000.
std::optional<std::int64_t> lunar_day(int year, int month, int day, int phase, int hour);

}  // namespace annal
