// ISO 8601-1 dates and date-times as a user or a page states them, and as the program prints civil seconds.
#include <algorithm>

#include "core/calendar/calendar.h"
#include "core/unicode/ascii.h"

namespace annal {

namespace {

/// Takes exactly `width` digits off the front of `rest`.
bool take_digits(std::string_view& rest, std::size_t width, int& out) {
  if (rest.size() < width || !std::all_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(width), is_digit))
    return false;
  out = 0;
  for (std::size_t i = 0; i < width; ++i) out = out * 10 + (rest[i] - '0');
  rest.remove_prefix(width);
  return true;
}

bool take(std::string_view& rest, char c) {
  if (rest.empty() || rest.front() != c) return false;
  rest.remove_prefix(1);
  return true;
}

/// "06:30", "06:30:00", "063000", a fraction of the second (dropped), then "Z", "+01:00", "+0100", "+01" or nothing.
bool read_clock(std::string_view& rest, CalendarValue& v) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!take_digits(rest, 2, hour)) return false;
  const bool colons = take(rest, ':');
  if (!take_digits(rest, 2, minute)) return false;
  v.hour = static_cast<std::int8_t>(hour);
  v.minute = static_cast<std::int8_t>(minute);
  v.granularity = Granularity::minute;
  const bool more = colons ? take(rest, ':') : !rest.empty() && is_digit(rest.front());
  if (more) {
    if (!take_digits(rest, 2, second)) return false;
    v.second = static_cast<std::int8_t>(second);
    v.granularity = Granularity::second;
    if (take(rest, '.')) {
      const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
      if (digits == 0) return false;
      rest.remove_prefix(digits);
    }
  }
  if (rest.empty()) return true;
  if (take(rest, 'Z')) {
    v.offset = 0;
    return true;
  }
  const bool west = take(rest, '-');
  int hours = 0;
  int minutes = 0;
  if ((!west && !take(rest, '+')) || !take_digits(rest, 2, hours)) return false;
  if (take(rest, ':') || !rest.empty()) {
    if (!take_digits(rest, 2, minutes) || minutes > 59) return false;
  }
  v.offset = static_cast<std::int16_t>((west ? -1 : 1) * (hours * 60 + minutes));
  return true;
}

}  // namespace

std::optional<CalendarValue> parse_iso(std::string_view text) {
  CalendarValue v;
  std::string_view rest = text;
  const bool negative = take(rest, '-');
  int year = 0;
  int month = 0;
  int day = 0;
  if (!take_digits(rest, 4, year)) return std::nullopt;
  v.year = negative ? -year : year;
  v.granularity = Granularity::year;
  const auto checked = [&v]() { return valid(v) ? std::optional(v) : std::nullopt; };
  if (rest.empty()) return checked();

  const bool dashes = take(rest, '-');
  if (!take_digits(rest, 2, month)) return std::nullopt;
  v.month = static_cast<std::int8_t>(month);
  v.granularity = Granularity::month;
  if (rest.empty()) return dashes ? checked() : std::nullopt;  // "201611" is no ISO date: it reads as YYMMDD too

  if (dashes && !take(rest, '-')) return std::nullopt;
  if (!take_digits(rest, 2, day)) return std::nullopt;
  v.day = static_cast<std::int8_t>(day);
  v.granularity = Granularity::day;
  if (rest.empty()) return month == 0 || day == 0 ? std::nullopt : checked();

  if (!take(rest, 'T') || !read_clock(rest, v) || !rest.empty()) return std::nullopt;
  return checked();
}

std::string iso_text(CivilSeconds at, bool with_time) {
  // Day numbers outside the calendar's own years (32,767 each way) are shown as its first and last day.
  constexpr std::int64_t furthest = 11'248'000;
  const CivilDate date = civil_from_days(std::clamp(day_number(at), -furthest, furthest));
  const CivilSeconds of_day = second_of_day(at);

  const std::int64_t year = date.year < 0 ? -date.year : date.year;
  char text[sizeof "-32767-12-31T23:59:59"];
  char* end = text;
  const auto put = [&](std::int64_t number, int digits, char mark) {
    *end++ = mark;
    for (int i = digits; i-- > 0; number /= 10) end[i] = static_cast<char>('0' + number % 10);
    end += digits;
  };
  put(year, year > 9999 ? 5 : 4, '-');
  put(date.month, 2, '-');
  put(date.day, 2, '-');
  if (with_time) {
    put(of_day / 3600, 2, 'T');
    put(of_day / 60 % 60, 2, ':');
    put(of_day % 60, 2, ':');
  }
  return {date.year < 0 ? text : text + 1, end};
}

}  // namespace annal
