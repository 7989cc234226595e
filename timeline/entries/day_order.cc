// See day_order.h.
#include "timeline/entries/day_order.h"

#include <optional>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

constexpr int months = 12, longest_month = 31;

/// The two numbers before the year of "3/4/2016", and where the year begins.
struct SlashedDate {
  int first = 0, second = 0;
  std::size_t year = 0;

  bool may_have_month_first() const { return first <= months && second <= longest_month; }
  bool may_have_day_first() const { return second <= months && first <= longest_month; }
};

/// One or two digits, and "/" behind them.
std::optional<int> read_number(std::string_view text, std::size_t& at) {
  int number = 0;
  const std::size_t begin = at;
  for (; at < text.size() && is_digit(text[at]) && at - begin < 2; ++at) number = number * 10 + (text[at] - '0');
  if (at == begin || number == 0 || at == text.size() || text[at++] != '/') return std::nullopt;
  return number;
}

std::optional<SlashedDate> slashed_date(std::string_view text) {
  SlashedDate date;
  const auto first = read_number(text, date.year);
  const auto second = first ? read_number(text, date.year) : std::nullopt;
  if (!second || date.year == text.size() || !is_digit(text[date.year])) return std::nullopt;
  date.first = *first;
  date.second = *second;
  if (!date.may_have_day_first() && !date.may_have_month_first()) return std::nullopt;
  return date;
}

}  // namespace

DayOrder day_order_of(const Entries& entries) {
  bool day = false, month = false;
  for (const Entry& entry : entries.entries)
    for (const std::string* wording : {&entry.date, &entry.end})
      if (const auto date = slashed_date(*wording)) {
        day = day || !date->may_have_month_first();
        month = month || !date->may_have_day_first();
      }
  if (day && month) return DayOrder::mixed;
  return day ? DayOrder::day_first : month ? DayOrder::month_first : DayOrder::unknown;
}

bool is_ambiguous_day(std::string_view wording) {
  const auto date = slashed_date(wording);
  return date && date->may_have_day_first() && date->may_have_month_first() && date->first != date->second;
}

std::string with_day_first(const std::string& wording, DayOrder order) {
  if (!is_ambiguous_day(wording) || (order != DayOrder::day_first && order != DayOrder::month_first)) return wording;
  const SlashedDate date = *slashed_date(wording);
  const bool swapped = order == DayOrder::month_first;
  return std::to_string(swapped ? date.second : date.first) + "." + std::to_string(swapped ? date.first : date.second) +
         "." + wording.substr(date.year);
}

}  // namespace annal
