#include "core/calendar/length.h"

#include <charconv>

namespace annal {
namespace {

struct UnitFacts {
  char letter;         // of ISO 8601
  bool clock;          // behind the T
  std::int32_t times;  // how many of `letter` the unit is
  std::int64_t least_seconds, most_seconds;
};

UnitFacts facts(Granularity unit) {
  constexpr std::int64_t day = seconds_per_day;
  switch (unit) {
    case Granularity::second: return {'S', true, 1, 1, 1};
    case Granularity::minute: return {'M', true, 1, 60, 60};
    case Granularity::hour: return {'H', true, 1, 3600, 3600};
    case Granularity::part_of_day: return {'D', false, 1, 3600, day};
    case Granularity::day: return {'D', false, 1, day, day};
    case Granularity::weekend: return {'D', false, 2, 2 * day, 2 * day};
    case Granularity::week: return {'W', false, 1, 7 * day, 7 * day};
    case Granularity::month: return {'M', false, 1, 28 * day, 31 * day};
    case Granularity::quarter: return {'Q', false, 1, 90 * day, 92 * day};
    case Granularity::season: return {'M', false, 3, 89 * day, 92 * day};
    case Granularity::half: return {'M', false, 6, 181 * day, 184 * day};
    case Granularity::decade: return {'Y', false, 10, 3652 * day, 3653 * day};
    case Granularity::century: return {'Y', false, 100, 36524 * day, 36525 * day};
    case Granularity::millennium: return {'Y', false, 1000, 365242 * day, 365243 * day};
    case Granularity::year:
    case Granularity::none: break;
  }
  return {'Y', false, 1, 365 * day, 366 * day};
}

// Units that ISO 8601 tells side by side, in this order.
bool stands_in_a_row(Granularity unit) {
  return unit == Granularity::year || unit == Granularity::month || unit == Granularity::day ||
         unit == Granularity::hour || unit == Granularity::minute || unit == Granularity::second;
}

void append_number(ShortText& out, std::int64_t thousandths) {
  char digits[24];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, thousandths / 1000);
  (void)error;
  out.append({digits, static_cast<std::size_t>(end - digits)});
  if (std::int64_t rest = thousandths % 1000; rest != 0) {
    out.push_back('.');
    for (std::int64_t power = 100; rest != 0 && power > 0; power /= 10) {
      out.push_back(static_cast<char>('0' + rest / power));
      rest %= power;
    }
  }
}

}  // namespace

Length sum_of(const Length& first, const Length& second) {
  struct Step {
    Granularity coarse, fine;
    std::int64_t each;
  };
  constexpr std::array<Step, 10> exact{{{Granularity::century, Granularity::decade, 10},
                                        {Granularity::century, Granularity::year, 100},
                                        {Granularity::century, Granularity::month, 1200},
                                        {Granularity::decade, Granularity::year, 10},
                                        {Granularity::decade, Granularity::month, 120},
                                        {Granularity::year, Granularity::month, 12},
                                        {Granularity::week, Granularity::day, 7},
                                        {Granularity::day, Granularity::hour, 24},
                                        {Granularity::hour, Granularity::minute, 60},
                                        {Granularity::minute, Granularity::second, 60}}};
  Length out = first;
  if (first.open || second.open) return out;
  out.part_count = 0;
  const auto add = [&](const Length& length) {
    if (length.part_count == 0) {
      if (out.part_count < out.parts.size()) out.parts[out.part_count] = {length.thousandths, length.unit};
      ++out.part_count;
      return;
    }
    for (std::size_t i = 0; i < length.part_count; ++i) {
      if (out.part_count < out.parts.size()) out.parts[out.part_count] = length.parts[i];
      ++out.part_count;
    }
  };
  add(first);
  add(second);
  bool in_a_row = out.part_count <= out.parts.size();
  for (std::size_t i = 0; in_a_row && i < out.part_count; ++i)
    in_a_row = stands_in_a_row(out.parts[i].unit) && (i == 0 || out.parts[i].unit < out.parts[i - 1].unit) &&
               (i + 1 == out.part_count || out.parts[i].thousandths % 1000 == 0);
  if (!in_a_row) out.part_count = 0;
  for (const Step& step : exact)
    if (first.one_unit && second.one_unit && first.unit == step.coarse && second.unit == step.fine) {
      out.thousandths = first.thousandths * step.each + second.thousandths;
      out.unit = step.fine;
      return out;
    }
  out.one_unit = false;
  return out;
}

ShortText to_timex(const Length& length) {
  if (length.part_count > 0) {
    ShortText row("P");
    bool clock = false;
    for (std::size_t i = 0; i < length.part_count; ++i) {
      const UnitFacts unit = facts(length.parts[i].unit);
      if (unit.clock && !clock) row.push_back('T');
      clock = unit.clock;
      append_number(row, length.parts[i].thousandths);
      row.push_back(unit.letter);
    }
    return row;
  }
  const UnitFacts unit = facts(length.unit);
  ShortText out(unit.clock ? "PT" : "P");
  if (length.open) {
    if (unit.times == 1) {
      out.push_back('X');
      out.push_back(unit.letter);
      return out;
    }
    // An open number of decades, centuries ... keeps its own letter: PXDE, PXCE (TIMEX2's units).
    out.append(length.unit == Granularity::decade ? "XDE" : length.unit == Granularity::century ? "XCE" : "XY");
    return out;
  }
  append_number(out, length.thousandths * unit.times);
  out.push_back(unit.letter);
  return out;
}

Interval seconds_of(const Length& length) {
  const UnitFacts unit = facts(length.unit);
  if (length.open) return {2 * unit.least_seconds, unbounded_future};
  if (length.part_count > 0) {
    Interval all{0, 0};
    for (std::size_t i = 0; i < length.part_count; ++i) {
      const Interval part = seconds_of({.thousandths = length.parts[i].thousandths, .unit = length.parts[i].unit});
      all = {all.begin + part.begin, all.end + part.end};
    }
    return all;
  }
  // Past some ten thousand years no calendar of ours can hold it.
  constexpr std::int64_t most = 20'000LL * 366 * seconds_per_day;
  const auto scale = [&](std::int64_t seconds) {
    const double product = static_cast<double>(seconds) * static_cast<double>(length.thousandths) / 1000.0;
    return product > static_cast<double>(most) ? most : seconds * length.thousandths / 1000;
  };
  return {scale(unit.least_seconds), scale(unit.most_seconds)};
}

}  // namespace annal
