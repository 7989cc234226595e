#include "core/normalize/describe.h"

#include <array>
#include <cstdlib>

#include "core/calendar/calendar.h"
#include "core/grammar/operations.h"
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
  std::string of(std::int32_t index) const {
    const ExpressionNode& n = pool_[static_cast<std::size_t>(index)];
    const auto tree = [&](std::size_t a) { return of(n.args[a]); };
    const auto number = [&](std::size_t a) { return std::to_string(n.args[a]); };
    const auto unit = [&](std::size_t a) { return std::string(name(static_cast<Granularity>(n.args[a]))); };
    const auto in = [&](std::size_t a) { return n.args[a] == absent ? std::string{} : " of " + tree(a); };
    switch (n.op) {
      case Op::date: return date(n);
      case Op::short_year: return "year '" + padded(n.args[0], 2);
      case Op::with_year: return tree(0) + " of " + tree(1);
      case Op::weekday: return "weekday " + number(0);
      case Op::checked: return tree(0) + ", weekday " + number(1);
      case Op::recurs: return tree(0) + ", which recurs";
      case Op::day_of_month: return "day " + number(0) + " of the month";
      case Op::week: return "week " + number(0) + in(1);
      case Op::weekend: return "weekend";
      case Op::quarter: return "quarter " + number(0) + in(1);
      case Op::half: return "half " + number(0) + in(1);
      case Op::season: return season(n.args[0]) + in(1);
      case Op::decade: return number(0) + "s";
      case Op::short_decade: return "'" + padded(n.args[0], 2) + "s";
      case Op::century: return "century " + number(0);
      case Op::bc: return tree(0) + " BC";
      case Op::fiscal: return "fiscal " + tree(0);
      case Op::easter: return counted(n.args[0], "Easter");
      case Op::orthodox:
      case Op::hebrew:
      case Op::islamic:
      case Op::lunar: return "feast " + tree_text(pool_, static_cast<ExpressionIndex>(index));
      case Op::month_day_numeric: return number(0) + "/" + number(1) + (n.args[2] == absent ? "" : "/" + number(2));
      case Op::clock: return clock(n);
      case Op::day_part: return part_of_day(n.args[0]);
      case Op::at: return tree(0) + ", " + tree(1);
      case Op::zone:
        return tree(0) + " " + (n.args[1] < 0 ? "-" : "+") + padded(std::abs(n.args[1]) / 60, 2) + ":" +
               padded(std::abs(n.args[1]) % 60, 2);
      case Op::current:
      case Op::reference: return unit(0) + " of " + anchor();
      case Op::shift:
      case Op::reference_shift: return shifted(n.args[1], unit(0));
      case Op::reference_day: return shifted(n.args[0], "day");
      case Op::last_named: return "the last " + tree(0) + " before " + anchor();
      case Op::next_named: return "the next " + tree(0) + " after " + anchor();
      case Op::this_named: return tree(0) + " beside " + anchor();
      case Op::past_named: return "the nearest " + tree(0) + " before " + anchor();
      case Op::following_named: return "the first " + tree(0) + " after " + anchor();
      case Op::preceding_named: return "the last " + tree(0) + " before " + anchor();
      case Op::same_in_year: return "the same in " + tree(0);
      case Op::same_named: return tree(0) + " as " + anchor() + " has it";
      case Op::ago:
      case Op::earlier: return tree(0) + " before " + anchor();
      case Op::hence:
      case Op::later: return tree(0) + " after " + anchor();
      case Op::before: return tree(0) + " before " + tree(1);
      case Op::after: return tree(0) + " after " + tree(1);
      case Op::nth: return place(n.args[0]) + tree(1) + " of " + tree(2);
      case Op::nth_unit: return place(n.args[0]) + unit(1) + " of " + tree(2);
      case Op::part: return modifier(n.args[0]) + " of " + tree(1);
      case Op::modified: return modifier(n.args[0]) + " " + tree(1);
      case Op::length: return length(n.args[0], unit(1));
      case Op::some: return "some " + unit(0) + "s";
      case Op::sum: return tree(0) + " and " + tree(1);
      case Op::past_length: return tree(0) + " up to " + anchor();
      case Op::next_length: return tree(0) + " from " + anchor() + " on";
      case Op::every: return "every " + (n.args[1] == absent ? "" : number(1) + " times ") + tree(2);
      case Op::frequency: return (n.args[0] == absent ? "" : number(0) + " ") + std::string("times each ") + tree(1);
      case Op::past_ref: return "some time before " + anchor();
      case Op::present_ref: return "the time of " + anchor();
      case Op::future_ref: return "some time after " + anchor();
      case Op::span:
      case Op::range_of: return tree(0) + " to " + tree(1);
      case Op::pair: return tree(0) + " and " + tree(1);
      case Op::unit_of: return unit(0) + " of " + tree(1);
      case Op::last_of: return "the last " + tree(0) + " up to " + tree(1);
    }
    return {};
  }

 private:
  std::string anchor() const { return std::string(anchor_); }

  static std::string date(const ExpressionNode& n) {
    const auto digits = [&](std::size_t a, std::size_t width) {
      return n.args[a] == absent ? std::string(width, 'X') : padded(n.args[a], width);
    };
    std::string out = digits(0, 4);
    if (n.args[1] != absent || n.args[2] != absent) out += "-" + digits(1, 2);
    return n.args[2] == absent ? out : out + "-" + digits(2, 2);
  }
  static std::string clock(const ExpressionNode& n) {
    std::int32_t hour = n.args[0];
    if (n.args[3] == 1 && hour == 12) hour = 0;
    if (n.args[3] == 2 && hour < 12) hour += 12;
    std::string out = padded(hour, 2) + ":" + (n.args[1] == absent ? "00" : padded(n.args[1], 2));
    return n.args[2] == absent ? out : out + ":" + padded(n.args[2], 2);
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
  static std::string place(std::int32_t n) {
    return n == -1 ? "the last "
           : n < 0 ? "from the end, number " + std::to_string(-n) + " of "
                   : "number " + std::to_string(n) + ", by ";
  }
  static std::string season(std::int32_t n) {
    constexpr std::array<std::string_view, 4> names{"SP", "SU", "FA", "WI"};
    return n >= 1 && n <= 4 ? "season " + std::string(names[static_cast<std::size_t>(n - 1)]) : "season";
  }
  static std::string part_of_day(std::int32_t n) {
    constexpr std::array<std::string_view, 6> names{"MO", "MI", "AF", "EV", "NI", "DT"};
    return n >= 1 && n <= 6 ? "part of day " + std::string(names[static_cast<std::size_t>(n - 1)]) : "part of day";
  }
  static std::string modifier(std::int32_t n) {
    std::string out(name(static_cast<Mod>(n)));
    for (char& c : out) c = c == '_' ? ' ' : lower_ascii(c);
    return out;
  }

  const ExpressionPool& pool_;
  std::string_view anchor_;
};

}  // namespace

std::string describe(const ExpressionPool& pool, ExpressionIndex index, std::string_view anchor) {
  return Description(pool, anchor).of(static_cast<std::int32_t>(index));
}

}  // namespace annal
