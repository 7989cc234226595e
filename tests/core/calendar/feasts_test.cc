// Feasts against days published for them.
#include "core/calendar/feasts.h"

#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"

namespace annal {

TEST_CASE("Easter of both churches", "[core][date]") {
  CHECK(western_easter(2016) == days_from_civil(2016, 3, 27));
  CHECK(western_easter(2017) == days_from_civil(2017, 4, 16));
  CHECK(eastern_easter(2016) == days_from_civil(2016, 5, 1));
  CHECK(eastern_easter(2017) == days_from_civil(2017, 4, 16));
  CHECK(eastern_easter(1995) == days_from_civil(1995, 4, 23));
}

TEST_CASE("feasts of the Hebrew calendar", "[core][date]") {
  CHECK(hebrew_day(2016, 1, 15) == days_from_civil(2016, 4, 23));   // Passover
  CHECK(hebrew_day(2016, 7, 1) == days_from_civil(2016, 10, 3));    // Rosh Hashanah
  CHECK(hebrew_day(2016, 9, 25) == days_from_civil(2016, 12, 25));  // Hanukkah
  CHECK(hebrew_day(2016, 12, 14) == days_from_civil(2016, 3, 24));  // Purim, of the second Adar
  CHECK(hebrew_day(2019, 11, 15) == days_from_civil(2019, 1, 21));  // Tu BiShvat
  CHECK_FALSE(hebrew_day(2016, 13, 1));
  CHECK_FALSE(hebrew_day(2016, 1, 31));
}

TEST_CASE("feasts of the tabular Islamic calendar lie within a day of those that were kept", "[core][date]") {
  const auto near = [](std::optional<std::int64_t> found, int year, int month, int day) {
    REQUIRE(found);
    return *found >= days_from_civil(year, month, day) - 1 && *found <= days_from_civil(year, month, day) + 1;
  };
  CHECK(near(islamic_day(2016, 9, 1), 2016, 6, 6));     // Ramadan
  CHECK(near(islamic_day(2016, 10, 1), 2016, 7, 6));    // Eid al-Fitr
  CHECK(near(islamic_day(2018, 12, 10), 2018, 8, 21));  // Eid al-Adha
  CHECK_FALSE(islamic_day(600, 9, 1));
}

TEST_CASE("feasts of the moon", "[core][date]") {
  CHECK(lunar_day(2016, 2, 20, 1, 16) == days_from_civil(2016, 2, 8));  // Chinese New Year
  CHECK(lunar_day(2015, 2, 20, 1, 16) == days_from_civil(2015, 2, 19));
  CHECK(lunar_day(2016, 11, 16, 30, 13) == days_from_civil(2016, 10, 30));  // Diwali
  CHECK(lunar_day(2018, 11, 16, 30, 13) == days_from_civil(2018, 11, 7));
  CHECK(lunar_day(2016, 3, 29, 15, 13) == days_from_civil(2016, 3, 22));  // the eve of Holi
  CHECK_FALSE(lunar_day(2016, 2, 20, 31, 16));
  CHECK_FALSE(lunar_day(900, 2, 20, 1, 16));
}

}  // namespace annal
