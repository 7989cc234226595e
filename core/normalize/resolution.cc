#include "core/normalize/resolution.h"

#include <charconv>

namespace annal {
namespace {

// A modifier narrows what a value covers: the first, middle or last third of it, in whole days.
Interval narrowed(Interval whole, Mod mod) {
  if (!whole.bounded()) return whole;
  const std::int64_t days = (whole.end - whole.begin) / seconds_per_day;
  if (days < 3) return whole;
  const std::int64_t third = days / 3;
  switch (mod) {
    case Mod::start: return {whole.begin, whole.begin + third * seconds_per_day};
    case Mod::mid: return {whole.begin + third * seconds_per_day, whole.end - third * seconds_per_day};
    case Mod::end: return {whole.end - third * seconds_per_day, whole.end};
    case Mod::before: return {unbounded_past, whole.begin};
    case Mod::after: return {whole.end, unbounded_future};
    case Mod::on_or_before: return {unbounded_past, whole.end};
    case Mod::on_or_after: return {whole.begin, unbounded_future};
    default: return whole;
  }
}

// "yesterday" where the day of writing is not known: which days round it the words may mean.
Interval around_document(Granularity unit, std::int64_t steps) {
  std::int64_t least = 1, most = 1;  // days in the unit
  switch (unit) {
    case Granularity::week: least = most = 7; break;
    case Granularity::month: least = 28, most = 31; break;
    case Granularity::quarter: least = 90, most = 92; break;
    case Granularity::year: least = 365, most = 366; break;
    case Granularity::day: return {steps * seconds_per_day, (steps + 1) * seconds_per_day};
    default: return {};
  }
  const auto days = [&](std::int64_t n, bool down) { return n * ((n < 0) == down ? most : least); };
  // The unit that holds the day of writing began at most one unit before it and ends at most one after it.
  return {(days(steps, true) - most + 1) * seconds_per_day, (days(steps, false) + most) * seconds_per_day};
}

std::string_view open_text(Granularity unit) {
  switch (unit) {
    case Granularity::week: return "XXXX-WXX";
    case Granularity::weekend: return "XXXX-WXX-WE";
    case Granularity::month: return "XXXX-XX";
    case Granularity::quarter: return "XXXX-QX";
    case Granularity::half: return "XXXX-HX";
    case Granularity::year: return "XXXX";
    case Granularity::decade: return "XXX";
    case Granularity::century: return "XX";
    default: return "XXXX-XX-XX";
  }
}

bool is_time(Granularity g) { return g <= Granularity::part_of_day; }

void fill_set(TimeValue& value, const Resolution& resolution) {
  value.type = TimexType::set;
  value.granularity = resolution.is_pattern ? resolution.calendar_value.granularity : resolution.length.unit;
  value.value = resolution.is_pattern ? to_timex(resolution.calendar_value) : to_timex(resolution.length);
  value.quant = std::string_view(resolution.quantifier == Quantifier::every  ? "EVERY"
                                 : resolution.quantifier == Quantifier::each ? "EACH"
                                                                             : "");
  if (resolution.times > 0) {
    char digits[12];
    const auto end = std::to_chars(digits, digits + sizeof digits, resolution.times).ptr;
    value.freq = std::string_view(digits, static_cast<std::size_t>(end - digits));
    value.freq.push_back('X');
  }
}

}  // namespace

TimeValue to_value(const Resolution& resolution) {
  TimeValue value;
  value.mod = resolution.mod;
  value.anchor_kind = resolution.anchor_kind;
  switch (resolution.kind) {
    case Resolution::Kind::nothing: break;
    case Resolution::Kind::calendar_value: {
      value.granularity = resolution.calendar_value.granularity;
      value.type = is_time(value.granularity) ? TimexType::time : TimexType::date;
      value.value = to_timex(resolution.calendar_value);
      const Interval whole = interval_of(resolution.calendar_value);
      value.interval = narrowed(whole, resolution.mod);
      if (resolution.has_until) {
        value.value.push_back('/');
        value.value.append(to_timex(resolution.until));
        value.interval.end = interval_of(resolution.until).end;
      }
      value.frame = !whole.bounded()                                           ? Frame::none
                    : resolution.calendar_value.year == CalendarValue::no_year ? Frame::open_year
                                                                               : Frame::calendar;
      break;
    }
    case Resolution::Kind::relative:
      value.granularity = resolution.unit;
      value.type = is_time(resolution.unit) ? TimexType::time : TimexType::date;
      value.value = open_text(resolution.unit);
      if (resolution.calendar_value.part != DayPart::none) {
        CalendarValue part;
        part.granularity = Granularity::part_of_day;
        part.part = resolution.calendar_value.part;
        value.value = to_timex(part);
        value.type = TimexType::time;
      }
      value.frame = Frame::document;
      value.interval = around_document(resolution.unit, resolution.steps);
      break;
    case Resolution::Kind::length:
      value.type = TimexType::duration;
      value.granularity = resolution.length.unit;
      value.value = to_timex(resolution.length);
      value.length = seconds_of(resolution.length);
      break;
    case Resolution::Kind::repeated: fill_set(value, resolution); break;
    case Resolution::Kind::vague: value.value = resolution.text; break;
  }
  return value;
}

}  // namespace annal
