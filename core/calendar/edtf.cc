// Calendar values in the Extended Date/Time Format (ISO 8601-2), for other programs. EDTF says less than TIMEX3: it has
// no parts of the day, no clock times short of the second, no weekday patterns and no fiscal years. Such a value is
// written as the nearest true one that EDTF has (the day of a morning), or as nothing where there is none.
#include <string>

#include "core/calendar/calendar.h"

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

}  // namespace

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
  if (!single.empty()) return single + mark;
  if (!whole.bounded() || v.month != CalendarValue::open || open_year) return {};
  const Days days = days_of(whole);
  return day_text(days.first, false) + mark + "/" + day_text(days.last, false) + mark;
}

}  // namespace annal
