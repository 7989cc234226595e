// See date_parts.h.
#include "timeline/entries/date_parts.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

constexpr std::size_t longest_year = 5;  // digits

bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

std::string padded(const std::string& digits, std::size_t width) {
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// "44" before Christ, astronomically: "-0043"; 1 BC is the year 0.
std::string before_christ(const std::string& digits) {
  const int year = std::atoi(digits.c_str());
  return year <= 1 ? "0000" : "-" + padded(std::to_string(year - 1), 4);
}

bool is_negative_year(std::string_view year) {
  return year.starts_with('-') && is_number(year.substr(1)) && year.size() <= longest_year + 1;
}

/// "1867–1869" as EDTF has it; empty for what is no range of years. A hyphen is one between years of four digits alone:
/// "2014-05" is a month.
std::string range_of_years(std::string_view words) {
  constexpr std::string_view dash = "–";
  constexpr std::size_t iso = 4;
  const bool has_dash = words.find(dash) != std::string_view::npos;
  const std::string_view mark = has_dash ? dash : "-";
  const std::size_t at = words.find(mark);
  if (at == std::string_view::npos) return {};
  const std::string_view first = trimmed(words.substr(0, at)), last = trimmed(words.substr(at + mark.size()));
  const std::size_t least = has_dash ? iso - 1 : iso;
  const auto is_year = [&](std::string_view y) { return is_number(y) && y.size() >= least && y.size() <= iso; };
  if (!is_year(first) || !is_year(last)) return {};
  return padded(std::string(first), iso) + "/" + padded(std::string(last), iso);
}

}  // namespace

std::string iso_years(std::string year) {
  constexpr std::size_t iso = 4;
  if (std::string range = range_of_years(year); !range.empty()) return range;
  if (is_negative_year(year) && year.size() <= iso) return before_christ(year.substr(1));
  return is_number(year) ? padded(year, iso) : year;
}

std::string day_of_parts(const std::string& year, const std::string& month, const std::string& day) {
  constexpr std::size_t iso = 5;                                          // with its sign
  if (year.empty() || (month.empty() && year.size() < iso)) return year;  // as iso_years reads it
  const std::string of_year = is_negative_year(year) ? before_christ(year.substr(1)) : iso_years(year);
  if (month.empty()) return of_year;
  if (!is_number(month)) return (day.empty() ? "" : day + " ") + month + " " + year;
  return of_year + "-" + padded(month, 2) + (day.empty() ? "" : "-" + padded(day, 2));
}

std::string with_time(const std::string& day, const std::string& time) {
  if (day.empty() || time.empty()) return day;
  constexpr std::size_t iso_day = 10, shortest_clock = 4;  // "2016-11-14", "9:30"
  const bool clock = time.size() >= shortest_clock && is_digit(time[0]) &&
                     std::ranges::all_of(time, [](char c) { return is_digit(c) || c == ':'; });
  const bool iso = day.size() == iso_day && day[4] == '-' && clock;
  return iso ? day + "T" + (time[1] == ':' ? "0" : "") + time : day + " " + time;
}

}  // namespace annal
