// The numbers stand at fixed places of the line.
#include "core/dct/slug.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/calendar/interval.h"
#include "core/text/slug_shape.h"

namespace annal {
namespace {

constexpr std::size_t lines_looked_at = 6;  // at either end of the text
constexpr int first_year = 70;              // 70 to 99 are of the last century

std::string_view trimmed_line(std::string_view line) {
  constexpr std::string_view white = " \t\r";
  const std::size_t begin = line.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(white) + 1 - begin);
}

/// The lines at either end that hold something, in order.
std::vector<std::string_view> outer_lines(std::string_view text) {
  std::vector<std::string_view> first, last;
  while (!text.empty() && first.size() < lines_looked_at) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const std::string_view line = trimmed_line(text.substr(0, end)); !line.empty()) first.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  while (!text.empty() && last.size() < lines_looked_at) {
    const std::size_t newline = text.rfind('\n');
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    if (const std::string_view line = trimmed_line(text.substr(begin)); !line.empty()) last.push_back(line);
    text = text.substr(0, begin == 0 ? 0 : begin - 1);
  }
  first.insert(first.end(), last.rbegin(), last.rend());
  return first;
}

int number(std::string_view line, std::size_t at) { return (line[at] - '0') * 10 + (line[at + 1] - '0'); }

}  // namespace

std::optional<Dct> slug_dct(std::string_view text) {
  std::optional<Dct> found;
  for (const std::string_view line : outer_lines(text)) {
    if (!is_slug(line)) continue;
    const int month = number(line, 6), day = number(line, 9), year = number(line, 12);
    const int hour = number(line, 15), minute = number(line, 17);
    const int full_year = (year >= first_year ? 1900 : 2000) + year;
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(full_year, month) || hour > 23 || minute > 59)
      continue;
    found =
        Dct{DctSource::dateline, days_from_civil(full_year, month, day) * seconds_per_day + hour * 3600 + minute * 60,
            true, "the line \"" + std::string(line) + "\""};
  }
  return found;
}

}  // namespace annal
