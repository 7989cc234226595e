// English words for points and lengths of time. Output only: nothing here recognises a word.
#include "render/labels/words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/calendar/civil.h"

namespace annal::labels {
namespace {

constexpr std::array<const char*, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};

std::string two_digits(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

bool midnight(CivilSeconds at) { return floor_day(at) == at; }

std::string joined(const std::string& from, const std::string& to) { return from + "\u2013" + to; }

/// Days from the unknown day of writing: "day of writing", "3 days before", "2 days after".
std::string relative_words(CivilSeconds at) {
  const std::int64_t days = day_number(at);
  if (days == 0) return "day of writing";
  const auto n = static_cast<std::size_t>(days < 0 ? -days : days);
  return count_words(n, "day", "days") + (days < 0 ? " before" : " after");
}

/// [begin, end) of whole days as a reader writes it: "2014", "Jan 2017", "3–6 Nov 2016", "30 Nov–2 Dec 2016".
std::string days_words(CivilSeconds begin, CivilSeconds end, bool years) {
  const CivilTime from = civil_time(begin), past = civil_time(end), to = civil_time(end - 1);
  const auto year = [years](int y) { return years ? " " + year_words(y) : std::string(); };
  if (years && from.month == 1 && from.day == 1 && past.month == 1 && past.day == 1)
    return years_words(from.year, to.year);
  if (from.day == 1 && past.day == 1) {
    if (from.year == to.year && from.month == to.month) return month_words(from.month) + year(from.year);
    if (from.year == to.year) return joined(month_words(from.month), month_words(to.month)) + year(to.year);
    return joined(month_words(from.month) + year(from.year), month_words(to.month) + year(to.year));
  }
  if (begin == floor_day(end - 1)) return day_words(begin, years);
  if (from.year == to.year && from.month == to.month)
    return joined(std::to_string(from.day), std::to_string(to.day)) + " " + month_words(to.month) + year(to.year);
  if (from.year == to.year) return joined(day_words(begin, false), day_words(end - 1, false)) + year(to.year);
  return joined(day_words(begin, years), day_words(end - 1, years));
}

/// The part of the day that a window of a few hours stands for.
const char* part_words(CivilSeconds begin, CivilSeconds end) {
  const int hour = civil_time(begin + (end - begin) / 2).hour;
  return hour < 5    ? "night"
         : hour < 12 ? "morning"
         : hour < 14 ? "midday"
         : hour < 18 ? "afternoon"
         : hour < 22 ? "evening"
                     : "night";
}

std::string range_words(CivilSeconds begin, CivilSeconds end, Frame frame, Granularity precision) {
  const bool years = frame == Frame::calendar;
  if (frame == Frame::document) {
    const std::string from = relative_words(begin), to = relative_words(end - 1);
    return from == to ? from : from + " to " + to;
  }
  if (midnight(begin) && midnight(end)) return days_words(begin, end, years);
  const std::string day = day_words(begin, years);
  if (end - begin <= 3600) return day + ", " + clock_words(begin);
  if (precision == Granularity::part_of_day && floor_day(begin) == floor_day(end - 1))
    return day + ", " + part_words(begin, end);
  if (floor_day(begin) == floor_day(end - 1)) return day + ", " + joined(clock_words(begin), clock_words(end));
  return days_words(floor_day(begin), floor_day(end - 1) + seconds_per_day, years);
}

/// The day of a bound for "before" and "after"; its clock time where it is no midnight.
std::string bound_words(CivilSeconds at, Frame frame) {
  if (frame == Frame::document) return relative_words(at);
  const std::string day = day_words(at, frame == Frame::calendar);
  return midnight(at) ? day : day + ", " + clock_words(at);
}

}  // namespace

std::string year_words(int year) { return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC"; }

int year_floor(int year, int step) {
  if (step == 1) return year;
  const int told = year > 0 ? year : year - 1;  // no year 0: 1 BC is -1
  const int floor = told - ((told % step) + step) % step;
  return floor > 0 ? floor : floor + 1;
}

std::string years_words(int from, int to) {
  if (from == to) return year_words(from);
  return joined(to <= 0 ? std::to_string(1 - from) : year_words(from), year_words(to));
}

std::string month_words(int month) { return std::string(months[static_cast<std::size_t>(month - 1)]).substr(0, 3); }

std::string day_words(CivilSeconds at, bool year) {
  const CivilTime t = civil_time(at);
  return std::to_string(t.day) + " " + month_words(t.month) + (year ? " " + year_words(t.year) : "");
}

std::string clock_words(CivilSeconds at) {
  const CivilTime t = civil_time(at);
  return two_digits(t.hour) + ":" + two_digits(t.minute) + (t.second != 0 ? ":" + two_digits(t.second) : "");
}

std::string long_day_words(CivilSeconds at, bool with_time) {
  const CivilTime t = civil_time(at);
  return std::to_string(t.day) + " " + months[static_cast<std::size_t>(t.month - 1)] + " " + year_words(t.year) +
         (with_time ? ", " + clock_words(at) : "");
}

std::string length_words(CivilSeconds begin, CivilSeconds end, Frame frame) {
  const CivilSeconds length = end - begin;
  const auto rounded = [length](CivilSeconds unit) { return static_cast<std::size_t>((length + unit / 2) / unit); };
  if (length < 2 * 3600) return count_words(rounded(60), "minute", "minutes");
  if (length < 2 * seconds_per_day) return count_words(rounded(3600), "hour", "hours");
  if (length < 60 * seconds_per_day || frame == Frame::document)
    return count_words(rounded(seconds_per_day), "day", "days");
  const CivilTime from = civil_time(begin), to = civil_time(end);
  const int whole_months = (to.year - from.year) * 12 + to.month - from.month +
                           (to.day - from.day >= 15    ? 1
                            : to.day - from.day <= -15 ? -1
                                                       : 0);
  if (whole_months < 24) return count_words(static_cast<std::size_t>(whole_months), "month", "months");
  const int years = whole_months / 12, over = whole_months % 12;
  if (years < 10 && over != 0)
    return count_words(static_cast<std::size_t>(years), "year", "years") + " " +
           count_words(static_cast<std::size_t>(over), "month", "months");
  return count_words(static_cast<std::size_t>((whole_months + 6) / 12), "year", "years");
}

std::string number_words(std::size_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string count_words(std::size_t n, const char* one, const char* many) {
  return number_words(n) + " " + (n == 1 ? one : many);
}

std::string when_words(const Placement& placement) {
  std::string words;
  switch (placement.kind) {
    case PlacementKind::undated: return "";
    case PlacementKind::before:
      return "before " +
             bound_words(placement.end.latest != unbounded_future ? placement.end.latest : placement.start.latest,
                         placement.frame);
    case PlacementKind::after:
      return "after " +
             bound_words(placement.start.earliest != unbounded_past ? placement.start.earliest : placement.end.earliest,
                         placement.frame);
    case PlacementKind::instant:
    case PlacementKind::span:
      words = range_words(placement.start.earliest, placement.end.latest, placement.frame, placement.precision);
  }
  return placement.circa ? "c. " + words : words;
}

std::string without_year(const std::string& words, int year, const Said& said) {
  const std::string tail = " " + year_words(year);
  std::string out = words;
  for (std::size_t at = out.find(tail); at != std::string::npos; at = out.find(tail, at)) {
    const char after = at + tail.size() < out.size() ? out[at + tail.size()] : ' ';
    const bool whole = !(after >= '0' && after <= '9');
    const bool month = said.ends_in_month(std::string_view(out).substr(0, at)) ||
                       std::any_of(months.begin(), months.end(), [&](std::string_view name) {
                         const std::string_view before = std::string_view(out).substr(0, at);
                         return before.ends_with(name) || before.ends_with(name.substr(0, 3));
                       });
    if (whole && month)
      out.erase(at, tail.size());
    else
      at += tail.size();
  }
  return out;
}

std::string status_words(Status status, const Said& said) {
  switch (status) {
    case Status::fact: return "";
    case Status::expected: return " " + said.label("(expected)");
    case Status::denied: return " " + said.label("(denied)");
    case Status::conditional: return " " + said.label("(if)");
  }
  return "";
}

}  // namespace annal::labels
