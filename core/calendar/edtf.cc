// Calendar values in the Extended Date/Time Format (ISO 8601-2), for other programs. EDTF says less than TIMEX3: it has
// no parts of the day, no clock times short of the second or about one, no weekday patterns and no fiscal years. Such a
// value is written as the nearest true one that EDTF has (the day of a morning), or as nothing where there is none.
// What is written is read back to the same interval, but for a clock time of an hour, which EDTF cannot tell from a
// minute.
#include <algorithm>
#include <string>

#include "core/calendar/edtf.h"
#include "core/unicode/ascii.h"

namespace annal {

namespace {

/// "2016", "-0043" for 44 BC, "Y-10499" for 10,500 BC, "XXXX".
std::string year_text(std::int32_t year) {
  if (year == CalendarValue::no_year) return "XXXX";
  std::string digits = std::to_string(year < 0 ? -year : year);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return (digits.size() > 4 ? "Y" : "") + std::string(year < 0 ? "-" : "") + digits;
}

std::string two(int field) {
  if (field == CalendarValue::open) return "XX";
  return {static_cast<char>('0' + field / 10), static_cast<char>('0' + field % 10)};
}

/// A day of the calendar, or of the open year, counted in days.
std::string day_text(std::int64_t days, bool open_year) {
  if (!open_year) return iso_text(days * seconds_per_day, false);
  return "XXXX" + iso_text((days_from_civil(2001, 1, 1) + days) * seconds_per_day, false).substr(4);  // 2001: 365 days
}

struct Days {
  std::int64_t first;
  std::int64_t last;
};
Days days_of(Interval interval) { return {day_number(interval.begin), day_number(interval.end - 1)}; }

/// What stands for the value as one EDTF date; empty where it takes an interval or has no form.
std::string single_text(const CalendarValue& v) {
  const std::string year = year_text(v.year);
  switch (v.granularity) {
    case Granularity::year: return year;
    case Granularity::half: return v.half == CalendarValue::open ? year : year + "-" + std::to_string(39 + v.half);
    case Granularity::quarter:
      return v.quarter == CalendarValue::open ? year : year + "-" + std::to_string(32 + v.quarter);
    case Granularity::season: return year + "-" + std::to_string(20 + static_cast<int>(v.season));
    case Granularity::month: return year + "-" + two(v.month);
    // Year 0 is 1 BC in EDTF and digits count the other way before it: only later decades are their digits.
    case Granularity::decade: return v.year >= 10 ? year.substr(0, 3) + "X" : "";
    case Granularity::century: return v.year >= 100 ? year.substr(0, 2) + "XX" : "";
    case Granularity::millennium: return v.year >= 1000 ? year.substr(0, 1) + "XXX" : "";
    case Granularity::none:
    case Granularity::week:
    case Granularity::weekend: return "";
    default: break;
  }
  if (v.month == CalendarValue::open && (v.week != CalendarValue::open || v.weekday != CalendarValue::open)) return "";
  if (v.month == CalendarValue::open && v.day == CalendarValue::open && v.year == CalendarValue::no_year) return "";
  const bool clock = v.granularity <= Granularity::hour && v.hour != CalendarValue::open && interval_of(v).bounded();
  if (!clock || v.year == CalendarValue::no_year) return year + "-" + two(v.month) + "-" + two(v.day);
  std::string text = iso_text(interval_of(v).begin, true);
  if (v.offset == CalendarValue::no_offset) return text;
  if (v.offset == 0) return text + "Z";
  const int minutes = v.offset < 0 ? -v.offset : v.offset;
  return text + (v.offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
}

bool is_range(Mod mod) {
  return mod == Mod::before || mod == Mod::after || mod == Mod::on_or_before || mod == Mod::on_or_after;
}

// --- reading

bool take(std::string_view& rest, std::string_view word) {
  if (!rest.starts_with(word)) return false;
  rest.remove_prefix(word.size());
  return true;
}

/// Takes two digits, or "XX" for an open field.
bool take_two(std::string_view& rest, std::int8_t& field) {
  if (take(rest, "XX")) {
    field = CalendarValue::open;
    return true;
  }
  if (rest.size() < 2 || !is_digit(rest[0]) || !is_digit(rest[1])) return false;
  field = static_cast<std::int8_t>((rest[0] - '0') * 10 + (rest[1] - '0'));
  rest.remove_prefix(2);
  return true;
}

/// Takes a year with its sign, or the digits of a decade, a century or a millennium.
bool take_year(std::string_view& rest, CalendarValue& v) {
  const bool marked = take(rest, "Y"), before = take(rest, "-");
  const std::size_t end = std::min(rest.find_first_not_of("0123456789X"), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(end);
  const std::size_t known = std::min(field.find('X'), field.size());
  if (field.size() < 4 || field.size() > 5 || field.find_first_not_of('X', known) != std::string_view::npos)
    return false;
  if (field.size() == 5 && !before) return false;  // past 9999
  v.granularity = Granularity::year;
  if (known == 0) return field.size() == 4 && !before && !marked;
  v.year = 0;
  for (const char c : field) v.year = v.year * 10 + (c == 'X' ? 0 : c - '0');
  if (known < field.size()) {
    if (field.size() > 4 || before || !rest.empty()) return false;
    v.granularity = known == 1 ? Granularity::millennium : known == 2 ? Granularity::century : Granularity::decade;
  }
  if (before) v.year = -v.year;
  return true;
}

/// What stands for a month: a month, a season (21 to 24, 25 to 28 of the north), a quarter (33 to 36) or a half (40,
/// 41).
bool set_month(std::int8_t number, CalendarValue& v) {
  if (number <= 12) {
    v.granularity = Granularity::month;
    v.month = number;
    return true;
  }
  if (number >= 21 && number <= 28) {
    v.granularity = Granularity::season;
    v.season = static_cast<Season>((number - 21) % 4 + 1);
  } else if (number >= 33 && number <= 36) {
    v.granularity = Granularity::quarter;
    v.quarter = static_cast<std::int8_t>(number - 32);
  } else if (number == 40 || number == 41) {
    v.granularity = Granularity::half;
    v.half = static_cast<std::int8_t>(number - 39);
  }
  return v.granularity < Granularity::year;
}

/// Reads "T06:30:00+01:00" into `v`, the day it stands behind.
bool read_clock(std::string_view clock, CalendarValue& v) {
  const std::optional<CalendarValue> read = parse_iso("2000-01-01" + std::string(clock));
  if (!read || read->granularity > Granularity::minute) return false;
  v.granularity = read->second > 0 ? Granularity::second : Granularity::minute;
  v.hour = read->hour;
  v.minute = read->minute;
  v.second = read->second > 0 ? read->second : CalendarValue::open;
  v.offset = read->offset;
  return true;
}

/// One date without its qualifier.
std::optional<CalendarValue> read_single(std::string_view text) {
  std::string_view rest = text;
  CalendarValue v;
  const auto checked = [](const CalendarValue& value) { return valid(value) ? std::optional(value) : std::nullopt; };
  if (!take_year(rest, v)) return parse_iso(text);
  if (rest.empty()) return checked(v);
  if (rest.starts_with("-W")) return parse_timex(text);
  std::int8_t month = CalendarValue::open;
  if (!take(rest, "-") || !take_two(rest, month) || !set_month(month, v)) return std::nullopt;
  if (rest.empty()) return checked(v);
  if (v.granularity != Granularity::month || !take(rest, "-") || !take_two(rest, v.day)) return std::nullopt;
  v.granularity = Granularity::day;
  if (rest.empty()) return checked(v);
  if (v.year == CalendarValue::no_year || v.month == CalendarValue::open || v.day == CalendarValue::open)
    return std::nullopt;
  return read_clock(rest, v) ? checked(v) : std::nullopt;
}

/// One date with its qualifier.
std::optional<EdtfDate> read_date(std::string_view text) {
  EdtfDate date;
  if (text.empty()) return std::nullopt;
  if (const char mark = text.back(); mark == '~' || mark == '?' || mark == '%') {
    date.approximate = mark != '?';
    date.uncertain = mark != '~';
    text.remove_suffix(1);
  }
  const std::optional<CalendarValue> unit = read_single(text);
  if (!unit) return std::nullopt;
  date.unit = *unit;
  date.interval = interval_of(*unit);
  date.open_year = unit->year == CalendarValue::no_year;
  date.precision = unit->granularity;
  return date.interval.bounded() ? std::optional(date) : std::nullopt;
}

/// The dates at both ends of a range or a set; an empty text leaves its side open.
std::optional<EdtfDate> read_ends(std::string_view first, std::string_view last) {
  EdtfDate date;
  std::optional<EdtfDate> ends[2];
  const std::string_view texts[2] = {first, last};
  for (std::size_t i = 0; i < 2; ++i) {
    if (texts[i].empty()) continue;
    ends[i] = read_date(texts[i]);
    if (!ends[i]) return std::nullopt;
    date.approximate = date.approximate || ends[i]->approximate;
    date.uncertain = date.uncertain || ends[i]->uncertain;
    date.precision = std::min(date.precision, ends[i]->precision);
    date.open_year = ends[i]->open_year;
  }
  if (!ends[0] && !ends[1]) return std::nullopt;
  if (ends[0] && ends[1] && ends[0]->open_year != ends[1]->open_year) return std::nullopt;
  if (!ends[0] || !ends[1]) date.unit = (ends[0] ? ends[0] : ends[1])->unit;
  if (ends[0]) date.interval.begin = ends[0]->interval.begin;
  if (ends[1]) date.interval.end = ends[1]->interval.end;
  // The last second of a range is that second: "…T06:30:00" is not the whole minute.
  if (ends[1] && ends[1]->unit.granularity == Granularity::minute) date.interval.end = ends[1]->interval.begin + 1;
  return date.interval.begin < date.interval.end ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<EdtfDate> parse_edtf(std::string_view text) {
  const auto end = [](std::string_view side) { return side == ".." ? std::string_view() : side; };
  if (text.starts_with('[') && text.ends_with(']')) {
    const std::string_view set = text.substr(1, text.size() - 2);
    const std::size_t dots = set.find("..");
    return dots == std::string_view::npos ? read_date(set) : read_ends(set.substr(0, dots), set.substr(dots + 2));
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return read_date(text);
  std::optional<EdtfDate> range = read_ends(end(text.substr(0, slash)), end(text.substr(slash + 1)));
  if (range) range->range = true;
  return range;
}

std::string to_edtf(const CalendarValue& v, Mod mod, Interval narrowed) {
  if (!valid(v)) return {};
  const bool open_year = v.year == CalendarValue::no_year;
  const Interval whole = interval_of(v);
  const std::string mark = mod == Mod::approx || v.fiscal ? "~" : "";

  // Within what is unbounded, a day told from an unknown one narrows nothing.
  const bool part = v.granularity >= Granularity::day && whole.bounded() && narrowed.bounded() &&
                    narrowed.begin < narrowed.end && narrowed != whole && whole.contains(narrowed);
  if (part && !is_range(mod)) {
    const Days days = days_of(narrowed);
    if (days.first == days.last) return day_text(days.first, open_year) + mark;
    return "[" + day_text(days.first, open_year) + ".." + day_text(days.last, open_year) + "]";
  }

  const std::string single = single_text(v);
  if (is_range(mod)) {
    if (!whole.bounded()) return {};
    const Days days = days_of(whole);
    const bool dated = v.granularity >= Granularity::day && !single.empty();
    switch (mod) {
      case Mod::before: return "[.." + day_text(days.first - 1, open_year) + "]";
      case Mod::after: return "[" + day_text(days.last + 1, open_year) + "..]";
      case Mod::on_or_before: return "[.." + (dated ? single : day_text(days.last, open_year)) + "]";
      default: return "[" + (dated ? single : day_text(days.first, open_year)) + "..]";
    }
  }
  if (const std::size_t clock = single.find('T'); clock != std::string::npos && !mark.empty())
    return single.substr(0, clock);  // the day is certain
  if (!single.empty()) return single + mark;
  if (!whole.bounded() || v.month != CalendarValue::open || open_year) return {};
  const Days days = days_of(whole);
  return day_text(days.first, false) + mark + "/" + day_text(days.last, false) + mark;
}

}  // namespace annal
