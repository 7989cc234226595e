#include "core/normalize/describe.h"

#include <array>
#include <cstdlib>

#include "core/calendar/calendar.h"
#include "core/normalize/zone_offset.h"
#include "core/unicode/ascii.h"

namespace annal {
namespace {

std::string padded(std::int32_t n, std::size_t width) {
  std::string digits = std::to_string(n);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

class Description {
 public:
  Description(const ExpressionPool& pool, std::string_view anchor) : pool_(pool), anchor_(anchor) {}

  /// The tree at `index`; feasts of other calendars as their rule writes them.
  std::string of(Tree index) const {
    return std::visit([&](const auto& n) { return text(n, index); }, pool_[index]);
  }

 private:
  // One for each operation; feasts need the index of their node too.
  template <class Operation>
  std::string text(const Operation& n, Tree index) const {
    if constexpr (requires { this->text(n); })
      return text(n);
    else
      return "feast " + tree_text(pool_, index);
  }
  std::string text(const op::Date& n) const {
    return digits(n.year, 4) + (n.month || n.day ? "-" + digits(n.month, 2) : "") +
           (n.day ? "-" + digits(n.day, 2) : "");
  }
  std::string text(const op::ShortYear& n) const { return "year '" + padded(n.digits, 2); }
  std::string text(const op::WithYear& n) const { return of(n.date) + " of " + of(n.year); }
  std::string text(const op::Weekday& n) const { return "weekday " + number(n.day); }
  std::string text(const op::Checked& n) const { return of(n.date) + ", weekday " + number(n.weekday); }
  std::string text(const op::Recurs& n) const { return of(n.date) + ", which recurs"; }
  std::string text(const op::DayOfMonth& n) const { return "day " + number(n.day) + " of the month"; }
  std::string text(const op::Week& n) const { return "week " + number(n.number) + in(n.year); }
  std::string text(const op::Weekend&) const { return "weekend"; }
  std::string text(const op::Workday&) const { return "workday"; }
  std::string text(const op::Quarter& n) const { return "quarter " + number(n.number) + in(n.year); }
  std::string text(const op::Half& n) const { return "half " + number(n.number) + in(n.year); }
  std::string text(const op::Season& n) const { return season(n.season) + in(n.year); }
  std::string text(const op::Decade& n) const { return number(n.first_year) + "s"; }
  std::string text(const op::ShortDecade& n) const { return "'" + padded(n.digits, 2) + "s"; }
  std::string text(const op::Century& n) const { return "century " + number(n.number); }
  std::string text(const op::BeforeChrist& n) const { return of(n.date) + " BC"; }
  std::string text(const op::Fiscal& n) const { return "fiscal " + of(n.period); }
  std::string text(const op::Easter& n) const { return counted(n.days, "Easter"); }
  std::string text(const op::NumericDate& n) const {
    return number(n.first) + "/" + number(n.second) + (n.year ? "/" + number(*n.year) : "");
  }
  std::string text(const op::Clock& n) const { return clock(n); }
  std::string text(const op::DayPart& n) const { return part_of_day(n.part); }
  std::string text(const op::At& n) const { return of(n.date) + ", " + of(n.time); }
  std::string text(const op::Zone& n) const {
    const std::int32_t minutes = standard_offset(n);
    return of(n.time) + " " + (minutes < 0 ? "-" : "+") + padded(std::abs(minutes) / 60, 2) + ":" +
           padded(std::abs(minutes) % 60, 2) + (has_summer_time(n) ? ", an hour later in summer" : "");
  }
  std::string text(const op::Current& n) const { return unit(n.unit) + " of " + anchor(); }
  std::string text(const op::Reference& n) const { return unit(n.unit) + " of " + anchor(); }
  std::string text(const op::Shift& n) const { return shifted(n.by, unit(n.unit)); }
  std::string text(const op::ReferenceShift& n) const { return shifted(n.by, unit(n.unit)); }
  std::string text(const op::ReferenceDay& n) const { return shifted(n.by, "day"); }
  std::string text(const op::LastNamed& n) const { return "the last " + of(n.what) + " before " + anchor(); }
  std::string text(const op::NextNamed& n) const { return "the next " + of(n.what) + " after " + anchor(); }
  std::string text(const op::ThisNamed& n) const { return of(n.what) + " beside " + anchor(); }
  std::string text(const op::PastNamed& n) const { return "the nearest " + of(n.what) + " before " + anchor(); }
  std::string text(const op::FollowingNamed& n) const { return "the first " + of(n.what) + " after " + anchor(); }
  std::string text(const op::PrecedingNamed& n) const { return "the last " + of(n.what) + " before " + anchor(); }
  std::string text(const op::SameInYear& n) const { return "the same in " + of(n.year); }
  std::string text(const op::SameNamed& n) const { return of(n.what) + " as " + anchor() + " has it"; }
  std::string text(const op::Ago& n) const { return of(n.length) + " before " + anchor(); }
  std::string text(const op::Earlier& n) const { return of(n.length) + " before " + anchor(); }
  std::string text(const op::Hence& n) const { return of(n.length) + " after " + anchor(); }
  std::string text(const op::Later& n) const { return of(n.length) + " after " + anchor(); }
  std::string text(const op::Before& n) const { return of(n.length) + " before " + of(n.date); }
  std::string text(const op::After& n) const { return of(n.length) + " after " + of(n.date); }
  std::string text(const op::Nth& n) const { return ordinal(n.n) + of(n.what) + " of " + of(n.whole); }
  std::string text(const op::NthUnit& n) const { return ordinal(n.n) + unit(n.unit) + " of " + of(n.whole); }
  std::string text(const op::Part& n) const { return modifier(n.mod) + " of " + of(n.date); }
  std::string text(const op::Modified& n) const { return modifier(n.mod) + " " + of(n.date); }
  std::string text(const op::Length& n) const { return length(n.thousandths, unit(n.unit)); }
  std::string text(const op::Some& n) const { return "some " + unit(n.unit) + "s"; }
  std::string text(const op::Sum& n) const { return of(n.first) + " and " + of(n.second); }
  std::string text(const op::PastLength& n) const { return of(n.length) + " up to " + anchor(); }
  std::string text(const op::NextLength& n) const { return of(n.length) + " from " + anchor() + " on"; }
  std::string text(const op::Every& n) const {
    return "every " + (n.times ? number(*n.times) + " times " : "") + of(n.what);
  }
  std::string text(const op::Frequency& n) const {
    return (n.times ? number(*n.times) + " " : "") + "times each " + of(n.what);
  }
  std::string text(const op::PastRef&) const { return "some time before " + anchor(); }
  std::string text(const op::PresentRef&) const { return "the time of " + anchor(); }
  std::string text(const op::FutureRef&) const { return "some time after " + anchor(); }
  std::string text(const op::Span& n) const { return of(n.from) + " to " + of(n.to); }
  std::string text(const op::RangeOf& n) const { return of(n.from) + " to " + of(n.to); }
  std::string text(const op::Pair& n) const { return of(n.first) + " and " + of(n.second); }
  std::string text(const op::UnitOf& n) const { return unit(n.unit) + " of " + of(n.date); }
  std::string text(const op::LastOf& n) const { return "the last " + of(n.weekday) + " up to " + of(n.date); }

  static std::string number(Number n) { return std::to_string(n); }
  static std::string number(DayOfWeek day) { return std::to_string(static_cast<int>(day)); }
  static std::string unit(Granularity unit) { return std::string(name(unit)); }
  std::string in(OptionalTree whole) const { return whole ? " of " + of(*whole) : ""; }
  std::string anchor() const { return std::string(anchor_); }

  static std::string digits(OptionalNumber number, std::size_t width) {
    return number ? padded(*number, width) : std::string(width, 'X');
  }
  static std::string clock(const op::Clock& n) {
    std::int32_t hour = n.hour;
    if (n.half == ClockHalf::am && hour == 12) hour = 0;
    if (n.half == ClockHalf::pm && hour < 12) hour += 12;
    return padded(hour, 2) + ":" + padded(n.minute.value_or(0), 2) + (n.second ? ":" + padded(*n.second, 2) : "");
  }
  static std::string length(std::int32_t thousandths, const std::string& unit) {
    std::string out = std::to_string(thousandths / 1000);
    if (thousandths % 1000 != 0) out += "." + std::to_string(thousandths % 1000 / 100);
    return out + " " + unit + (thousandths == 1000 ? "" : "s");
  }
  std::string shifted(std::int32_t steps, const std::string& unit) const {
    if (steps == 0) return unit + " of " + anchor();
    const std::int32_t n = std::abs(steps);
    return (n == 1 ? unit : std::to_string(n) + " " + unit + "s") + (steps < 0 ? " before " : " after ") + anchor();
  }
  static std::string counted(std::int32_t days, const std::string& from) {
    if (days == 0) return from;
    return length(std::abs(days) * 1000, "day") + (days < 0 ? " before " : " after ") + from;
  }
  static std::string ordinal(Number n) {
    return n == -1 ? "the last "
           : n < 0 ? "from the end, number " + std::to_string(-n) + " of "
                   : "number " + std::to_string(n) + ", by ";
  }
  static std::string season(Season season) {
    constexpr std::array<std::string_view, 5> names{"", " SP", " SU", " FA", " WI"};
    return "season" + std::string(names[static_cast<std::size_t>(season)]);
  }
  static std::string part_of_day(DayPart part) {
    constexpr std::array<std::string_view, 7> names{"", " MO", " MI", " AF", " EV", " NI", " DT"};
    return "part of day" + std::string(names[static_cast<std::size_t>(part)]);
  }
  static std::string modifier(Mod mod) {
    std::string out(name(mod));
    for (char& c : out) c = c == '_' ? ' ' : lower_ascii(c);
    return out;
  }

  const ExpressionPool& pool_;
  std::string_view anchor_;
};

}  // namespace

std::string describe(const ExpressionPool& pool, ExpressionIndex index, std::string_view anchor) {
  return Description(pool, anchor).of(index);
}

}  // namespace annal
