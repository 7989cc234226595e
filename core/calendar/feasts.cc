// Sources: Meeus, Astronomical Algorithms, chapters 8 (Easter), 25 (sun) and 47 (moon, its largest terms); Reingold and
// Dershowitz, Calendrical Calculations, chapters on the Hebrew and the Islamic calendar.
#include "core/calendar/feasts.h"

#include <array>
#include <cmath>
#include <cstdint>

#include "core/calendar/civil.h"

namespace annal {
namespace {

// "Rata die": days counted from 1 January of the year 1, as 1970-01-01 is 719163.
constexpr std::int64_t rata_die_1970 = 719163;

std::int64_t hebrew_elapsed(std::int64_t year) {
  const std::int64_t months = floor_div(235 * year - 234, 19);
  const std::int64_t day = months * 29 + floor_div(12084 + 13753 * months, 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

std::int64_t hebrew_new_year(std::int64_t year) {
  const std::int64_t before = hebrew_elapsed(year - 1), here = hebrew_elapsed(year), after = hebrew_elapsed(year + 1);
  const std::int64_t delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
  return -1373427 + here + delay - rata_die_1970;
}

std::int64_t islamic_fixed(std::int64_t year, int month, int day) {
  return 227015 - 1 + (year - 1) * 354 + floor_div(3 + 11 * year, 30) + 29 * (month - 1) + month / 2 + day -
         rata_die_1970;
}

double sine(double degrees) { return std::sin(degrees * 3.14159265358979323846 / 180.0); }

// How far the moon is ahead of the sun, in degrees of longitude, `days` after 2000-01-01 12:00.
double elongation(double days) {
  const double t = days / 36525.0;
  const double moon = 218.3164477 + 481267.88123421 * t, d = 297.8501921 + 445267.1114034 * t,
               m = 357.5291092 + 35999.0502909 * t;
  const double a = 134.9633964 + 477198.8675055 * t, f = 93.2720950 + 483202.0175233 * t;
  const double wobble = 6.288774 * sine(a) + 1.274027 * sine(2 * d - a) + 0.658314 * sine(2 * d) +
                        0.213618 * sine(2 * a) - 0.185116 * sine(m) - 0.114332 * sine(2 * f) +
                        0.058793 * sine(2 * d - 2 * a) + 0.057066 * sine(2 * d - m - a) + 0.053322 * sine(2 * d + a) +
                        0.045758 * sine(2 * d - m) - 0.040923 * sine(m - a) - 0.034720 * sine(d) -
                        0.030383 * sine(m + a) + 0.015327 * sine(2 * d - 2 * f);
  const double sun = 280.46646 + 36000.76983 * t + 1.914602 * sine(m) + 0.019993 * sine(2 * m) + 0.000289 * sine(3 * m);
  const double ahead = std::fmod(moon + wobble - sun, 360.0);
  return ahead < 0 ? ahead + 360.0 : ahead;
}

}  // namespace

std::int64_t western_easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7,
            m = (a + 11 * h + 22 * l) / 451;
  return days_from_civil(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

std::int64_t eastern_easter(int year) {
  const int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
  const int julian = d + e + 114;
  return days_from_civil(year, julian / 31, julian % 31 + 1) + year / 100 - year / 400 - 2;
}

std::optional<std::int64_t> hebrew_day(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
  const std::int64_t autumn = hebrew_new_year(std::int64_t{year} + 3761);
  if (month <= 6 || month == 12) {
    // From Adar to Elul the lengths of the months are fixed, so the new year that follows tells them.
    constexpr std::array<int, 7> before_new_year = {0, 177, 147, 118, 88, 59, 29};
    return autumn - (month == 12 ? 206 : before_new_year[static_cast<std::size_t>(month)]) + day - 1;
  }
  const auto in_hebrew_year = [&](std::int64_t hebrew) {
    const std::int64_t first = hebrew_new_year(hebrew), length = hebrew_new_year(hebrew + 1) - first;
    const int second = length % 10 == 5 ? 30 : 29, third = length % 10 == 3 ? 29 : 30;
    const std::array<int, 5> after = {0, 30, 30 + second, 30 + second + third, 59 + second + third};
    return first + after[static_cast<std::size_t>(month - 7)] + day - 1;
  };
  const std::int64_t winter = in_hebrew_year(std::int64_t{year} + 3760);
  return month >= 10 && winter >= days_from_civil(year, 1, 1) ? winter : in_hebrew_year(std::int64_t{year} + 3761);
}

std::optional<std::int64_t> islamic_day(int year, int month, int day) {
  if (year < 623 || month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
  const std::int64_t from = days_from_civil(year, 1, 1), to = days_from_civil(year + 1, 1, 1);
  const std::int64_t near = (std::int64_t{year} - 622) * 33 / 32;
  for (std::int64_t y = near - 1; y <= near + 2; ++y)
    if (const std::int64_t found = islamic_fixed(y, month, day); found >= from && found < to) return found;
  return std::nullopt;
}

namespace {

std::optional<std::int64_t> find_lunar_day(int year, int month, int day, int phase, int hour) {
  if (year < 1000 || year > 3000 || month < 1 || month > 12 || phase < 1 || phase > 30) return std::nullopt;
  const std::int64_t limit = days_from_civil(year, month, day), noon_2000 = days_from_civil(2000, 1, 1);
  const auto since = [&](std::int64_t at) {
    const double ahead = elongation(static_cast<double>(at - noon_2000) + (hour - 12) / 24.0) - 12.0 * (phase - 1);
    return ahead < 0 ? ahead + 360.0 : ahead;
  };
  // The moon gains 10.7 to 14.4 degrees a day on the sun: the days that it surely takes back to the phase are passed
  // over.
  std::int64_t at = limit - 1;
  double here = since(at);
  if (const auto sure = static_cast<std::int64_t>(here / 14.5) - 1; sure > 0) here = since(at -= sure);
  for (double before; at > limit - 45; --at, here = before) {
    before = since(at - 1);
    if (here >= 180.0 || before < 180.0) continue;
    return here < 12.0 ? at : at - 1;  // a phase that comes and goes between two such hours counts for the first day
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> lunar_day(int year, int month, int day, int phase, int hour) {
  // A text names few feasts in few years, and each of them often: the last answers are kept.
  using Question = std::array<int, 5>;
  struct Answer {
    Question question{};
    std::optional<std::int64_t> day;
  };
  thread_local std::array<Answer, 64> known;
  const Question question = {year, month, day, phase, hour};
  std::uint32_t hash = 0;
  for (const int part : question) hash = hash * 31 + static_cast<std::uint32_t>(part);
  Answer& answer = known[hash % known.size()];
  if (answer.question != question) answer = {question, find_lunar_day(year, month, day, phase, hour)};
  return answer.day;
}

}  // namespace annal
