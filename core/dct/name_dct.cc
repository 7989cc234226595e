// The name is cut into runs of digits; three that one and the same sign joins may be a date, or one of eight digits.
// What touches a letter or goes on with a digit is part of something else: a version, a number of a file.
#include "core/dct/name_dct.h"

#include <string>
#include <vector>

#include "core/calendar/civil.h"
#include "core/unicode/ascii.h"

namespace annal {
namespace {

// Years of which a file is likely to tell; eight digits are a date only within a century of ours.
constexpr int first_year = 1000, last_year = 2999, first_year_of_eight = 1900, last_year_of_eight = 2099;

bool is_letter(char c) { return is_alpha(c) || static_cast<unsigned char>(c) > 127; }

struct Run {
  std::size_t begin, end;
  int value;

  std::size_t size() const { return end - begin; }
};

/// The runs of at most eight digits.
std::vector<Run> digit_runs(std::string_view name) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    int value = 0;
    while (end < name.size() && is_digit(name[end])) {
      if (end - at < 8) value = value * 10 + (name[end] - '0');
      ++end;
    }
    if (end > at && end - at <= 8) runs.push_back({at, end, value});
    at = end + 1;
  }
  return runs;
}

/// The first second of a day; nullopt where the calendar has no such day.
std::optional<CivilSeconds> day_at(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return civil_seconds(year, month, day);
}

/// Whether `begin` to `end` stands by itself in the name, or before a clock time ("20161114T0630").
bool stands_alone(std::string_view name, std::size_t begin, std::size_t end) {
  const bool has_time = end + 1 < name.size() && name[end] == 'T' && is_digit(name[end + 1]);
  return (begin == 0 || !is_letter(name[begin - 1])) && (end == name.size() || has_time || !is_letter(name[end]));
}

std::optional<CivilSeconds> day_of(std::string_view name, const Run& a, const Run& b, const Run& c) {
  const char sign = a.end < name.size() ? name[a.end] : '\0';
  if (sign != '-' && sign != '_' && sign != '.') return std::nullopt;
  if (b.begin != a.end + 1 || c.begin != b.end + 1 || name[b.end] != sign) return std::nullopt;
  if (!stands_alone(name, a.begin, c.end)) return std::nullopt;
  if (a.size() == 4 && b.size() == 2 && c.size() == 2 && a.value >= first_year && a.value <= last_year)
    return day_at(a.value, b.value, c.value);
  if (a.size() > 2 || b.size() > 2 || c.size() != 4 || c.value < first_year || c.value > last_year) return std::nullopt;
  if (a.value > 12 || a.value == b.value) return day_at(c.value, b.value, a.value);
  return b.value > 12 ? day_at(c.value, a.value, b.value) : std::nullopt;
}

std::optional<CivilSeconds> day_of_eight(std::string_view name, const Run& run) {
  const int year = run.value / 10000;
  if (run.size() != 8 || year < first_year_of_eight || year > last_year_of_eight) return std::nullopt;
  if (!stands_alone(name, run.begin, run.end)) return std::nullopt;
  return day_at(year, run.value / 100 % 100, run.value % 100);
}

}  // namespace

std::optional<Dct> name_dct(std::string_view name) {
  const std::vector<Run> runs = digit_runs(name);
  std::optional<CivilSeconds> day;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto found = day_of_eight(name, runs[i]);
    if (!found && i + 2 < runs.size()) {
      found = day_of(name, runs[i], runs[i + 1], runs[i + 2]);
      if (found) i += 2;
    }
    if (!found) continue;
    if (day && *day != *found) return std::nullopt;
    day = found;
  }
  if (!day) return std::nullopt;
  return Dct{DctSource::inferred, *day, false, "the file's name, " + std::string(name)};
}

}  // namespace annal
