// TIMEX3's value attribute, both ways. Writing and reading agree: parse_timex(to_timex(v)) is v for every valid v whose
// fields are those of its granularity. Source: TimeML 1.2.1, TIMEX3; ISO 8601-1 for the forms it borrows.
#include <algorithm>
#include <array>

#include "core/calendar/calendar.h"

namespace annal {

namespace {

constexpr std::array<std::string_view, 7> part_codes = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
constexpr std::array<std::string_view, 5> season_codes = {"", "SP", "SU", "FA", "WI"};

void append_digits(ShortText& out, int number, int width) {
  std::array<char, 8> digits{};
  int used = 0;
  for (; used < width || number > 0; ++used, number /= 10)
    digits[static_cast<std::size_t>(used)] = static_cast<char>('0' + number % 10);
  while (used > 0) out.push_back(digits[static_cast<std::size_t>(--used)]);
}

/// A field of `width` digits, or as many X where it is open.
void append_field(ShortText& out, int field, int width) {
  if (field != CalendarValue::open) return append_digits(out, field, width);
  for (int i = 0; i < width; ++i) out.push_back('X');
}

void append_year(ShortText& out, const CalendarValue& v) {
  if (v.fiscal) out.append("FY");
  if (v.year == CalendarValue::no_year) return out.append("XXXX");
  if (v.year <= 0) out.append("BC");
  append_digits(out, v.year > 0 ? v.year : 1 - v.year, 4);
}

/// The digits that a decade, a century or a millennium cuts off its years.
void append_leading_digits(ShortText& out, int year, int size, int width) {
  if (year < 0) out.append("BC");
  append_digits(out, year >= 0 ? year / size : -year / size - 1, width);
}

void append_day(ShortText& out, const CalendarValue& v) {
  append_year(out, v);
  if (v.month == CalendarValue::open && (v.week != CalendarValue::open || v.weekday != CalendarValue::open)) {
    out.append("-W");
    append_field(out, v.week, 2);
    out.push_back('-');
    append_field(out, v.weekday, 1);
    return;
  }
  out.push_back('-');
  append_field(out, v.month, 2);
  out.push_back('-');
  append_field(out, v.day, 2);
}

void append_time(ShortText& out, const CalendarValue& v) {
  out.push_back('T');
  if (v.granularity == Granularity::part_of_day) {
    out.append(part_codes[static_cast<std::size_t>(v.part)]);
  } else {
    append_field(out, v.hour, 2);
    if (v.granularity <= Granularity::minute) {
      out.push_back(':');
      append_field(out, v.minute, 2);
    }
    if (v.granularity == Granularity::second) {
      out.push_back(':');
      append_field(out, v.second, 2);
    }
  }
  if (v.offset == CalendarValue::no_offset) return;
  if (v.offset == 0) return out.push_back('Z');
  const int minutes = v.offset < 0 ? -v.offset : v.offset;
  out.push_back(v.offset < 0 ? '-' : '+');
  append_digits(out, minutes / 60, 2);
  out.push_back(':');
  append_digits(out, minutes % 60, 2);
}

/// The rest of the text to read; every step takes what it names or leaves all as it was.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  /// `width` digits as a number, or `width` X as an open field.
  std::optional<int> field(std::size_t width) {
    if (rest_.size() < width) return std::nullopt;
    const std::string_view digits = rest_.substr(0, width);
    if (digits.find_first_not_of('X') == std::string_view::npos) {
      rest_.remove_prefix(width);
      return CalendarValue::open;
    }
    const std::optional<int> number = all_digits(digits);
    if (number) rest_.remove_prefix(width);
    return number;
  }
  bool take_field(std::int8_t& field_out, std::size_t width) {
    const std::optional<int> number = field(width);
    if (number) field_out = static_cast<std::int8_t>(*number);
    return number.has_value();
  }
  /// One of `codes` (the first is none) by its number.
  template <class Enum, std::size_t n>
  bool take_code(Enum& out, const std::array<std::string_view, n>& codes) {
    for (std::size_t i = 1; i < n; ++i) {
      if (!take(codes[i])) continue;
      out = static_cast<Enum>(i);
      return true;
    }
    return false;
  }
  std::string_view leading_digits() {
    const std::size_t end = std::min(rest_.find_first_not_of("0123456789X"), rest_.size());
    const std::string_view digits = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return digits;
  }
  static std::optional<int> all_digits(std::string_view digits) {
    int number = 0;
    if (digits.empty() || digits.size() > 6) return std::nullopt;
    for (const char c : digits) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + (c - '0');
    }
    return number;
  }

 private:
  std::string_view rest_;
};

std::optional<CalendarValue> read_time(Reader& reader, CalendarValue v) {
  if (reader.take_code(v.part, part_codes)) {
    v.granularity = Granularity::part_of_day;
  } else {
    if (!reader.take_field(v.hour, 2)) return std::nullopt;
    v.granularity = Granularity::hour;
    const auto next = [&reader](std::int8_t& field) {
      return reader.take(":") ? reader.take_field(field, 2) : reader.take_field(field, 2);
    };
    if (next(v.minute)) {
      v.granularity = Granularity::minute;
      if (next(v.second)) v.granularity = Granularity::second;
    }
  }
  if (reader.done()) return v;
  if (reader.take("Z")) {
    v.offset = 0;
  } else {
    const bool west = reader.take("-");
    if (!west && !reader.take("+")) return std::nullopt;
    const std::optional<int> hours = reader.field(2);
    const std::optional<int> minutes = !reader.take(":") && reader.done() ? 0 : reader.field(2);
    if (!hours || !minutes || *hours < 0 || *minutes < 0 || *minutes > 59) return std::nullopt;
    v.offset = static_cast<std::int16_t>((west ? -1 : 1) * (*hours * 60 + *minutes));
  }
  return v;
}

/// A week, its weekend or a day of it; the "-W" is taken already.
std::optional<CalendarValue> read_week(Reader& reader, CalendarValue v) {
  if (!reader.take_field(v.week, 2) && !reader.take_field(v.week, 1)) return std::nullopt;
  v.granularity = Granularity::week;
  if (reader.take("-WE")) {
    v.granularity = Granularity::weekend;
  } else if (reader.take("-")) {
    if (!reader.take_field(v.weekday, 1)) return std::nullopt;
    v.granularity = Granularity::day;
    const bool fixed =
        v.year != CalendarValue::no_year && v.week != CalendarValue::open && v.weekday != CalendarValue::open;
    if (fixed && valid(v)) v = day_value(monday_of(v.year, v.week) + v.weekday - 1);
  }
  return v;
}

/// "199", "18", "2", "199X": the digits of a decade, a century or a millennium.
std::optional<CalendarValue> read_leading_digits(std::string_view digits, bool before_christ) {
  const std::size_t known = std::min(digits.find('X'), digits.size());
  if (known < digits.size() && (digits.size() != 4 || digits.find_first_not_of('X', known) != std::string_view::npos))
    return std::nullopt;
  digits = digits.substr(0, known);
  const std::optional<int> number = Reader::all_digits(digits);
  if (!number || digits.size() > 3) return std::nullopt;
  CalendarValue v;
  constexpr std::array<Granularity, 4> granularities = {Granularity::none, Granularity::millennium,
                                                        Granularity::century, Granularity::decade};
  constexpr std::array<int, 4> sizes = {0, 1000, 100, 10};
  v.granularity = granularities[digits.size()];
  v.year = sizes[digits.size()] * (before_christ ? -(*number + 1) : *number);
  return v;
}

std::optional<CalendarValue> read_value(Reader& reader) {
  CalendarValue v;
  if (reader.take("T")) return read_time(reader, v);

  v.fiscal = reader.take("FY");
  const bool before_christ = !v.fiscal && reader.take("BC");
  const std::string_view digits = reader.leading_digits();
  if (digits != "XXXX" || before_christ) {
    const std::optional<int> year = Reader::all_digits(digits);
    const bool four = digits.size() == 4 || (before_christ && digits.size() == 5);
    if (!four || !year) {
      return reader.done() && !v.fiscal ? read_leading_digits(digits, before_christ) : std::nullopt;
    }
    if ((before_christ || v.fiscal) && *year == 0) return std::nullopt;
    v.year = before_christ ? 1 - *year : *year;
  }
  v.granularity = Granularity::year;
  if (reader.done()) return v;
  if (!reader.take("-")) return std::nullopt;

  if (reader.take("Q")) {
    v.granularity = Granularity::quarter;
    return reader.take_field(v.quarter, 1) ? std::optional(v) : std::nullopt;
  }
  if (reader.take("H")) {
    v.granularity = Granularity::half;
    return reader.take_field(v.half, 1) ? std::optional(v) : std::nullopt;
  }
  if (reader.take_code(v.season, season_codes)) {
    v.granularity = Granularity::season;
    return v;
  }
  if (reader.take("W")) {
    const std::optional<CalendarValue> week = read_week(reader, v);
    return week && week->granularity == Granularity::day && reader.take("T") ? read_time(reader, *week) : week;
  }
  if (!reader.take_field(v.month, 2)) return std::nullopt;
  v.granularity = Granularity::month;
  if (reader.done()) return v;
  if (!reader.take("-") || !reader.take_field(v.day, 2)) return std::nullopt;
  v.granularity = Granularity::day;
  return reader.take("T") ? read_time(reader, v) : v;
}

}  // namespace

ShortText to_timex(const CalendarValue& v) {
  ShortText out;
  switch (v.granularity) {
    case Granularity::none: return out;
    case Granularity::decade: append_leading_digits(out, v.year, 10, 3); return out;
    case Granularity::century: append_leading_digits(out, v.year, 100, 2); return out;
    case Granularity::millennium: append_leading_digits(out, v.year, 1000, 1); return out;
    case Granularity::year: append_year(out, v); return out;
    case Granularity::half:
      append_year(out, v);
      out.append("-H");
      append_field(out, v.half, 1);
      return out;
    case Granularity::quarter:
      append_year(out, v);
      out.append("-Q");
      append_field(out, v.quarter, 1);
      return out;
    case Granularity::season:
      append_year(out, v);
      out.push_back('-');
      out.append(season_codes[static_cast<std::size_t>(v.season)]);
      return out;
    case Granularity::month:
      append_year(out, v);
      out.push_back('-');
      append_field(out, v.month, 2);
      return out;
    case Granularity::week:
    case Granularity::weekend:
      append_year(out, v);
      out.append("-W");
      append_field(out, v.week, 2);
      if (v.granularity == Granularity::weekend) out.append("-WE");
      return out;
    case Granularity::day: append_day(out, v); return out;
    default:
      append_day(out, v);
      append_time(out, v);
      return out;
  }
}

std::optional<CalendarValue> parse_timex(std::string_view text) {
  Reader reader{text};
  const std::optional<CalendarValue> value = read_value(reader);
  if (!value || !reader.done() || !valid(*value)) return std::nullopt;
  return value;
}

}  // namespace annal
